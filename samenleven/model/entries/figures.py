"""The list of figures."""

from __future__ import annotations

from datetime import date as Day
from decimal import Decimal
from typing import ClassVar

from samenleven.model.entries.info import Info
from samenleven.model.kinds import DATE, DECIMAL, SLUG, TEXT, choice, key_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Figure:
    """A figure with all that one must know to use it. A percentage is computed, never written."""

    key: str = fact(SLUG, say("The name by which pages use it."), required=True)
    label: str = words(TEXT, say("What is counted."), required=True)
    value: Decimal = fact(DECIMAL, say("The number itself."), required=True)
    unit: str | None = words(TEXT, say("What stands behind the number; nothing for euros."))
    currency: str | None = fact(choice("EUR"), say("For an amount of money."))
    target: Decimal | None = fact(DECIMAL, say("The number that was aimed at."))
    of: Decimal | None = fact(DECIMAL, say("The whole that it is a part of."))
    scope: str = words(
        TEXT,
        say("For which area and which people it holds; it stands beside it everywhere."),
        required=True,
    )
    period: str | None = words(TEXT, say("For which time it holds."))
    as_of: Day | None = fact(DATE, say("The day on which it was counted."))
    source: str = fact(TEXT, say("Where it comes from."), required=True)
    programme: str | None = fact(key_of("programmes"), say("The programme that it is about."))


@record(frozen=True, kw_only=True)
class Figures(Info):
    """The list of figures, which other pages use by their keys; a site has one."""

    template: ClassVar[str] = "figures"

    ledger: tuple[Figure, ...] = words(
        records_of(Figure, key="key"), say("The figures, in their order."), required=True
    )
