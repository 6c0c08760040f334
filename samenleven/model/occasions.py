"""When an event takes place, and when it is over."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta

from samenleven.model.entries import Event
from samenleven.model.entries.event import WEEKDAYS
from samenleven.model.facts import day_of


def is_weekly(event: Event) -> bool:
    """Tell whether an event takes place every week."""
    return bool(event.practice) or event.repeats == "weekly"


def last_day(event: Event) -> date | None:
    """Return the last day of an event; None if there is none, or if it is not known."""
    if event.repeats or event.practice:
        return event.repeats_until
    if not event.start:
        return None
    return day_of(event.end or event.start)


def is_past(event: Event, today: date) -> bool:
    """Tell whether an event is over."""
    last = last_day(event)
    return bool(last and last < today)


def next_day(event: Event, today: date) -> date | None:
    """Return the day under which an event that is not over stands in a list; None if not known.

    What has begun and goes on stands under today.
    """
    if not event.start:
        return None
    start = day_of(event.start)
    if event.repeats != "yearly":
        return max(start, today)
    length = day_of(event.end or event.start) - start
    return next(day for day in _anniversaries(start) if day + length >= today)


def _anniversaries(start: date) -> Iterator[date]:
    for year in range(start.year, 10_000):
        # As in RFC 5545, the 29th of February comes again in leap years alone.
        if (start.month, start.day) != (2, 29) or isleap(year):
            yield start.replace(year=year)


def first_on(weekday: str, start: date) -> date:
    """Return the first day from `start` on that is the weekday."""
    return start + timedelta(days=(WEEKDAYS.index(weekday) - start.weekday()) % 7)
