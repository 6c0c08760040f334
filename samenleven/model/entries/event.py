"""An event: once, on some days, or every week or year."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime, time
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, MOMENT, TEXT, TIME, WHOLE, choice, key_of, keys_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@record(frozen=True, kw_only=True)
class Practice:
    """An hour of every week."""

    day: str = fact(choice(*WEEKDAYS), say("The day of the week."), required=True)
    start: time = fact(TIME, say("When it begins."), required=True)
    end: time | None = fact(TIME, say("When it ends."))
    venue: str | None = fact(key_of("places"), say("Where it is, if that differs from `venue`."))
    note: str | None = words(TEXT, say("What one should know of this hour."))


@record(frozen=True, kw_only=True)
class Event(Entry):
    """An event. What has a start or hours can be put in a calendar."""

    template: ClassVar[str] = "event"

    start: Day | datetime | None = fact(MOMENT, say("The first day, with the hour if known."))
    end: Day | datetime | None = fact(
        MOMENT, say("The last day, with the hour if the start has one.")
    )
    repeats: str | None = fact(
        choice("weekly", "yearly"),
        say("For what comes again on the same weekday, or on the same date every year."),
    )
    repeats_until: Day | None = fact(DATE, say("The last day on which it comes again."))
    practice: tuple[Practice, ...] | None = words(
        records_of(Practice), say("Hours of every week, for what takes place more than once.")
    )
    when: str | None = words(
        TEXT, say("When it is, in words, where the day is not known. The page says whom to ask.")
    )
    venue: str | None = fact(key_of("places"), say("The place where it is, with a page."))
    location: str | None = words(TEXT, say("Where it is, in words. Or more about the place."))
    price: str | None = words(TEXT, say("What it costs. Without it the page says whom to ask."))
    level: str | None = words(TEXT, say("How much Dutch one needs."))
    state: str | None = fact(
        choice("planned", "cancelled", "postponed"),
        say("`cancelled` or `postponed`: readers and their calendars are told."),
    )
    revision: int | None = fact(
        WHOLE, say("One more at each change of day, hour, place or state; calendars need it.")
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    programmes: tuple[str, ...] | None = fact(
        keys_of("programmes"), say("The programmes that it belongs to.")
    )
    organisers: tuple[str, ...] | None = fact(keys_of("partners"), say("Who organises it."))

    @property
    def is_dated(self) -> bool:
        """Tell whether it can stand in a calendar."""
        return bool(self.start or self.practice)
