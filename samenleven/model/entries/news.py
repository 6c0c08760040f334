"""A piece of news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, key_of, keys_of
from samenleven.model.table import fact
from samenleven.problems import say


@dataclass(frozen=True, kw_only=True)
class NewsItem(Entry):
    """A piece of news; it stands in the feed of each language that it is translated to."""

    template: ClassVar[str] = "news"

    date: Day = fact(
        DATE, say("The day of publication on this site; before it, a draft."), required=True
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    programmes: tuple[str, ...] | None = fact(
        keys_of("programmes"), say("The programmes that it is about.")
    )
