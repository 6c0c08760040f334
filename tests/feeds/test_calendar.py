"""The calendars, read back by vobject and dateutil, which did not write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from samenleven.feeds.calendar import CalendarWriter
from samenleven.feeds.timezones import make_timezone
from samenleven.languages.site import Site
from samenleven.model.entries import Event
from samenleven.model.source import Place
from samenleven.views.follow import dated_events, listed_by

EVENTS = Place("events", "")
ZONE = ZoneInfo("Europe/Brussels")


def write(site: Site, lang: str = "nl", *, place: Place = EVENTS) -> str:
    events = dated_events(listed_by(site, place, lang))
    return CalendarWriter(site, lang, str).write(events, site.version(place, lang))


def read(text: str) -> dict[str, Any]:
    """Return the events of a calendar by their UID without the host."""
    found = vobject.readOne(text).contents.get("vevent", [])
    return {event.uid.value.partition("@")[0]: event for event in found}


def change(site: Site, key: str, **facts: Any) -> str:
    """Return the calendar of one event whose facts are changed."""
    event = site.version(Place("events", key), "nl")
    assert isinstance(event, Event)
    return CalendarWriter(site, "nl", str).write([replace(event, **facts)])


def test_each_event_with_a_day_and_each_hour_of_a_week_is_in_it(example_site: Site) -> None:
    assert sorted(read(write(example_site))) == [
        "boat-trip",
        "lantern-walk",
        "talking-hours.thursday.1000.park",
        "talking-hours.tuesday.1900.ter-linde",
        "winter-meal",
    ]


def test_an_identity_is_the_same_in_each_language_and_after_a_change(example_site: Site) -> None:
    moved = change(example_site, "winter-meal", start=datetime(2026, 1, 3, 18), end=None)
    assert list(read(moved)) == ["winter-meal"]
    assert list(read(write(example_site, "ar"))) == list(read(write(example_site, "nl")))


def test_an_event_says_when_where_and_what(example_site: Site) -> None:
    meal = read(write(example_site))["winter-meal"]
    assert meal.dtstart.value == datetime(2025, 12, 6, 17, tzinfo=UTC)
    assert meal.dtend.value == datetime(2025, 12, 6, 20, tzinfo=UTC)
    assert meal.summary.value == "Wintermaal"
    place = "Buurthuis Ter Linde, Lindestraat 12, 9999 Lindebeek, Kom binnen langs de tuin."
    assert meal.location.value == place
    assert meal.status.value == "CONFIRMED"
    assert meal.sequence.value == "1"
    assert meal.dtstamp.value == meal.last_modified.value == datetime(2025, 9, 1, tzinfo=UTC)
    assert meal.url.value == "https://lindebeek.example/stad/nl/events/wintermaal/"


@pytest.mark.parametrize(
    ("state", "status", "title"),
    [
        (None, "CONFIRMED", "Wintermaal"),
        ("planned", "CONFIRMED", "Wintermaal"),
        ("cancelled", "CANCELLED", "Cancelled: Wintermaal"),
        ("postponed", "CANCELLED", "Postponed: Wintermaal"),
    ],
)
def test_a_cancelled_event_stays_and_says_so(
    example_site: Site, state: str | None, status: str, title: str
) -> None:
    [meal] = read(change(example_site, "winter-meal", state=state)).values()
    assert (meal.status.value, meal.summary.value) == (status, title)


def test_a_weekly_hour_keeps_its_hour_when_the_clocks_change(example_site: Site) -> None:
    hour = read(write(example_site))["talking-hours.tuesday.1900.ter-linde"]
    days = hour.getrruleset(addRDate=True)[:30]
    assert {(day.weekday(), day.hour) for day in days} == {(1, 19)}
    assert days[0].date() == date(2025, 9, 2)
    assert {day.astimezone(UTC).hour for day in days} == {17, 18}


def test_hours_without_a_first_day_hold_from_the_day_of_the_text(example_site: Site) -> None:
    hours = read(change(example_site, "talking-hours", start=None, updated=date(2025, 9, 3)))
    begins = [hour.dtstart.value.date() for hour in hours.values()]
    assert begins == [date(2025, 9, 9), date(2025, 9, 4)]


def test_a_yearly_day_comes_again_on_its_date(example_site: Site) -> None:
    walk = read(write(example_site))["lantern-walk"]
    assert walk.dtend.value - walk.dtstart.value == timedelta(days=1)
    assert [day.date() for day in walk.getrruleset(addRDate=True)[:3]] == [
        date(2024, 11, 11),
        date(2025, 11, 11),
        date(2026, 11, 11),
    ]


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        (date(2025, 12, 2), "FREQ=WEEKLY;UNTIL=20251216"),
        (datetime(2025, 12, 2, 19), "FREQ=WEEKLY;UNTIL=20251216T225959Z"),
    ],
)
def test_the_end_of_a_repetition_is_of_the_kind_of_its_start(
    example_site: Site, start: date, rule: str
) -> None:
    text = change(
        example_site,
        "winter-meal",
        start=start,
        end=None,
        repeats="weekly",
        repeats_until=date(2025, 12, 16),
    )
    assert f"RRULE:{rule}\r\n" in text
    [meal] = read(text).values()
    assert len(list(meal.getrruleset(addRDate=True))) == 3


def test_the_same_content_gives_the_same_lines_of_at_most_75_bytes(example_site: Site) -> None:
    text = write(example_site, "ar")
    assert text == write(example_site, "ar")
    assert text.endswith("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_foreign_names_keep_their_order_in_arabic(example_site: Site) -> None:
    text = write(example_site, "ar").replace("\r\n ", "")
    assert "X-WR-CALNAME:المواعيد – معًا في \u2066Lindebeek\u2069" in text
    assert "SUMMARY;LANGUAGE=ar:وجبة الشتاء\r\n" in text


def test_a_topic_has_the_events_that_carry_it(example_site: Site) -> None:
    moving = write(example_site, place=Place("topics", "moving"))
    assert sorted(read(moving)) == ["boat-trip", "lantern-walk"]


@pytest.mark.parametrize("name", ["Europe/Brussels", "America/New_York", "Africa/Kinshasa"])
@pytest.mark.parametrize("year", [2025, 2036])
def test_the_rules_of_a_zone_are_those_of_the_zone(name: str, year: int) -> None:
    zone = ZoneInfo(name)
    text = make_timezone(zone, 2024).to_ical().decode()
    wrapped = f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n"
    told = vobject.readOne(wrapped).vtimezone.gettzinfo()
    for hours in range(0, 366 * 24, 7):
        moment = datetime(year, 1, 1, 12) + timedelta(hours=hours)
        assert moment.replace(tzinfo=told).utcoffset() == moment.replace(tzinfo=zone).utcoffset()
