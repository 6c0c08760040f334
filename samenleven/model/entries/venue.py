"""A place to go to."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import LATITUDE, LONGITUDE, TEXT, TEXTS, choice, key_of, keys_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Venue(Entry):
    """A place to go to: a building, a square, a room."""

    template: ClassVar[str] = "place"

    street: str | None = fact(TEXT, say("Street and number."))
    postcode: str | None = fact(TEXT, say("Postal code."))
    city: str | None = fact(TEXT, say("Name of the city."))
    latitude: Decimal | None = fact(
        LATITUDE, say("Where it lies, for the link to a map; only together with `longitude`.")
    )
    longitude: Decimal | None = fact(
        LONGITUDE, say("Where it lies, for the link to a map; only together with `latitude`.")
    )
    hours: tuple[str, ...] | None = words(
        TEXTS, say("When it is open, one line each. Without it the page says whom to ask.")
    )
    wheelchair: str | None = fact(
        choice("yes", "partly", "no"),
        say("Whether a wheelchair can enter. Without it the page says whom to ask."),
    )
    access: str | None = words(TEXT, say("How one enters: steps, lift, toilet."))
    transport: str | None = words(TEXT, say("How one gets there by bus, train, bicycle or car."))
    heritage: str | None = words(TEXT, say("Why the building is protected, or its history."))
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    partners: tuple[str, ...] | None = fact(
        keys_of("partners"), say("The organisations that work there.")
    )
