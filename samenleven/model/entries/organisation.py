"""An organisation that takes part."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import TEXT, WEB, choice, key_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Organisation(Entry):
    """An organisation. The site lists all that it takes part in on its page."""

    template: ClassVar[str] = "organisation"

    kind: str = fact(
        choice("city", "service", "association", "school", "council", "funder"),
        say("What it is: part of the city, a service, an association, and so on."),
        required=True,
    )
    website: str | None = fact(WEB, say("Its web address."))
    contact: str | None = fact(key_of("contacts"), say("The desk where a reader can ask."))
    meetings: str | None = words(TEXT, say("When and where it meets."))
    join: str | None = words(TEXT, say("How one joins it."))
