"""A list of steps towards a right."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.info import Info
from samenleven.model.kinds import TEXT, key_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class RightsStep:
    """What a reader can do, and whom to ask."""

    title: str = words(TEXT, say("What to do, in a few words."), required=True)
    text: str | None = words(TEXT, say("How, in one or two sentences."))
    contact: str | None = fact(key_of("contacts"), say("The desk to ask."))
    programme: str | None = fact(key_of("programmes"), say("The programme that helps."))


@record(frozen=True, kw_only=True)
class Checklist(Info):
    """What help exists and whom to ask, in short numbered steps."""

    template: ClassVar[str] = "checklist"

    steps: tuple[RightsStep, ...] = words(
        records_of(RightsStep), say("The steps, in their order."), required=True
    )
