"""A piece of news."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, TEXT, key_of, keys_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Quote:
    """What someone in a public office said, in our own words."""

    text: str = words(TEXT, say("What was said, in your own words."), required=True)
    speaker: str = fact(TEXT, say("Who said it: only someone in a public office."), required=True)
    role: str = words(
        TEXT, say('The office at that time, such as "toen burgemeester".'), required=True
    )


@record(frozen=True, kw_only=True)
class NewsItem(Entry):
    """A piece of news; it stands in the feed of each language that it is translated to."""

    template: ClassVar[str] = "news"

    date: Day = fact(
        DATE, say("The day of publication on this site; before it, a draft."), required=True
    )
    contact: str = fact(
        key_of("contacts"),
        say("The office that is responsible, and that readers ask."),
        required=True,
    )
    programmes: tuple[str, ...] | None = fact(
        keys_of("programmes"), say("The programmes that it is about.")
    )
    quotes: tuple[Quote, ...] | None = words(records_of(Quote), say("What people said about it."))
