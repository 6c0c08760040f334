"""A call for participation."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, TEXT, key_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Call(Entry):
    """A call for people who want to take part or help; closed after its last day."""

    template: ClassVar[str] = "call"

    who: str = words(TEXT, say("Whom you are looking for."), required=True)
    what: str = words(TEXT, say("What they will do."), required=True)
    effort: str | None = words(TEXT, say("How much time it takes, and what they get for it."))
    until: Day | None = fact(
        DATE, say("The last day to answer. Without it the page says whom to ask.")
    )
    how: str = words(TEXT, say("How one answers."), required=True)
    programme: str | None = fact(key_of("programmes"), say("The programme that it is for."))
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
