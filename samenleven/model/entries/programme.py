"""A programme or project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, TEXT, TEXTS, WHOLE, choice, key_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.weave.palettes import DRESSINGS, PALETTES


@dataclass(frozen=True, kw_only=True)
class Programme(Entry):
    """A programme or project of the city."""

    template: ClassVar[str] = "programme"

    audience: str = words(TEXT, say("For whom it is, in one sentence."), required=True)
    action: str = words(
        TEXT, say("What a reader can do next, in one or two sentences."), required=True
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    schedule: str | None = words(
        TEXT, say("When it takes place, in words. Without it the page says whom to ask.")
    )
    start: Day | None = fact(DATE, say("The first day."))
    end: Day | None = fact(DATE, say("The last day."))
    location: str | None = words(
        TEXT, say("Where it takes place, in words. Without it the page says whom to ask.")
    )
    budget: int | None = fact(WHOLE, say("The money for it, in euros."))
    budget_note: str | None = words(TEXT, say("What that money is for."))
    partners: tuple[str, ...] | None = fact(TEXTS, say("Names of organisations that take part."))
    weave: str | None = fact(choice(*DRESSINGS), say("How its cloth is woven; without it, plain."))
    threads: str | None = fact(
        choice(*PALETTES), say("The colours of its cloth; without them, linen.")
    )
