"""The time zone of a calendar: when its clocks change (RFC 5545, 3.6.5)."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def make_timezone(zone: ZoneInfo, year: int) -> icalendar.Timezone:
    """Return the zone with its rules as they are in `year`, from that year on.

    icalendar's own `Timezone.from_tzid` ends in 2038, and puts the spring change an hour late.
    """
    made = icalendar.Timezone()
    made.add("tzid", zone.key)
    for moment in _changes(zone, year) or [datetime(year, 1, 1, tzinfo=UTC)]:
        made.add_component(_observance(zone, moment))
    return made


def _changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """Return the moments of a year, in UTC and to the hour, from which the clocks differ."""
    days = (datetime(year, 1, 1, tzinfo=UTC) + number * DAY for number in range(366))
    return [
        hour
        for day in days
        if _offset(zone, day) != _offset(zone, day + DAY)
        for hour in (day + number * HOUR for number in range(1, 25))
        if _offset(zone, hour - HOUR) != _offset(zone, hour)
    ]


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _observance(zone: ZoneInfo, moment: datetime) -> icalendar.Component:
    local = moment.astimezone(zone)
    before = _offset(zone, moment - HOUR)
    # The change is told in the time that the clocks show just before it.
    wall = (moment + before).replace(tzinfo=None)
    made = icalendar.TimezoneDaylight() if local.dst() else icalendar.TimezoneStandard()
    made.add("dtstart", wall)
    made.add("tzname", local.tzname())
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", _offset(zone, moment))
    if before != _offset(zone, moment):
        made.add("rrule", {"freq": "YEARLY", "bymonth": wall.month, "byday": _weekday(wall)})
    return made


def _weekday(day: datetime) -> str:
    """Return a day as the rules of clocks say it: the last Sunday, the second Sunday."""
    is_last = day.day + 7 > monthrange(day.year, day.month)[1]
    return f"{-1 if is_last else (day.day - 1) // 7 + 1}{WEEKDAYS[day.weekday()]}"
