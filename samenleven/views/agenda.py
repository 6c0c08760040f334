"""The list of events: by month, without what is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from samenleven.languages.formats import (
    format_hours,
    format_list,
    format_month,
    format_span,
    format_weekday,
)
from samenleven.model.entries import Event
from samenleven.model.entries.event import WEEKDAYS
from samenleven.model.occasions import is_past, is_weekly, next_day
from samenleven.views.localise import Localiser
from samenleven.views.page import Card

LATER = date.max


def sort_events(events: Sequence[Event], today: date) -> dict[tuple[str, str], list[Event]]:
    """Return the events by kind and month ("2026-06"), in the order of a list.

    Weekly ones come first, then the months, then what has no day, then what is over.
    """
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: _rank(event, today)):
        found[_part_of(event, today)].append(event)
    order = ("weekly", "month", "undated", "past")
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))


def _rank(event: Event, today: date) -> tuple[date, str]:
    day = None if is_past(event, today) else next_day(event, today)
    return day or LATER, event.place.key


def _part_of(event: Event, today: date) -> tuple[str, str]:
    if is_past(event, today):
        return "past", ""
    if is_weekly(event):
        return "weekly", ""
    day = next_day(event, today)
    return ("month", day.isoformat()[:7]) if day else ("undated", "")


def event_card(event: Event, to: Localiser) -> Card:
    """Return an event as it stands in a list, with its day and state."""
    when = say_week(event, to) if is_weekly(event) else find_when(event, to)
    return replace(to.card(event), when=when, state=find_state(event))


def say_week(event: Event, to: Localiser) -> str:
    """Return the days and hours of an event that takes place every week, in one line."""
    lang = to.around
    if not event.practice:
        assert event.start
        day = format_weekday(event.start.weekday(), lang)
        begins = event.start.time() if isinstance(event.start, datetime) else None
        ends = event.end.time() if isinstance(event.end, datetime) else None
        return f"{day} {format_hours(begins, ends, lang)}" if begins else day
    return format_list(
        [
            f"{format_weekday(WEEKDAYS.index(hour.day), lang)} "
            f"{format_hours(hour.start, hour.end, lang)}"
            for hour in event.practice
        ],
        lang,
    )


def find_state(event: Event) -> str:
    """Return whether an event is cancelled or postponed; "" for one that is planned."""
    return "" if event.state in (None, "planned") else event.state


def find_when(event: Event, to: Localiser) -> str:
    """Return when an event is, or is next if it comes every year; "" where it is not known."""
    if event.start is None or event.practice:
        return ""
    if event.repeats != "yearly":
        return format_span(event.start, event.end, to.around)
    day = next_day(event, to.site.today)
    assert day
    start = event.start.replace(year=day.year)
    return format_span(start, start + (event.end - event.start) if event.end else None, to.around)


def month_name(month: str, lang: str) -> str:
    """Return the name of a month that is written as 2026-06."""
    return format_month(date.fromisoformat(f"{month}-01"), lang) if month else ""
