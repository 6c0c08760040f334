"""A walk along ordered stops."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import LATITUDE, LONGITUDE, SLUG, TEXT, WHOLE, choice, key_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Stop:
    """A place on a walk where one stands still."""

    key: str = fact(SLUG, say("Its name in the file, the same in all languages."), required=True)
    title: str = words(TEXT, say("What is there, in a few words."), required=True)
    text: str | None = words(
        TEXT, say("What one hears or sees there. Without it, the stop is to be completed.")
    )
    place: str | None = fact(key_of("places"), say("The place that the stop is at."))
    latitude: Decimal | None = fact(
        LATITUDE, say("Where it lies; without it that of its place. Only with `longitude`.")
    )
    longitude: Decimal | None = fact(
        LONGITUDE, say("Where it lies; without it that of its place. Only with `latitude`.")
    )
    step_free: str | None = fact(
        choice("yes", "no"), say("Whether one gets there without steps, from the stop before it.")
    )


@record(frozen=True, kw_only=True)
class Walk(Entry):
    """A walk through the city, along ordered stops."""

    template: ClassVar[str] = "walk"

    stops: tuple[Stop, ...] | None = words(
        records_of(Stop, key="key"), say("The stops, in the order of the walk.")
    )
    distance: int | None = fact(WHOLE, say("How far it is, in metres."))
    step_free: str | None = fact(
        choice("yes", "partly", "no"),
        say("Whether the route has no steps. Without it the page says whom to ask."),
    )
    incomplete: str | None = fact(
        choice("yes"), say("`yes` while the city has still to complete the walk.")
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
