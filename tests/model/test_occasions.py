from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from samenleven.languages.site import Site
from samenleven.model.entries import Event
from samenleven.model.occasions import first_on, is_past, next_day
from samenleven.model.source import Place

TODAY = date(2026, 6, 15)


def event(site: Site, **facts: Any) -> Event:
    plain = site.version(Place("events", "swap-day"), "nl")
    assert isinstance(plain, Event)
    return replace(plain, **facts)


@pytest.mark.parametrize(
    ("facts", "past"),
    [
        ({"start": date(2026, 6, 14)}, True),
        ({"start": date(2026, 6, 15)}, False),
        ({"start": datetime(2026, 6, 15, 9)}, False),
        ({"start": date(2026, 6, 1), "end": date(2026, 6, 15)}, False),
        ({"start": datetime(2026, 6, 1, 9), "end": datetime(2026, 6, 14, 10)}, True),
        ({"start": date(2020, 1, 1), "repeats": "weekly"}, False),
        (
            {"start": date(2020, 1, 1), "repeats": "weekly", "repeats_until": date(2026, 6, 14)},
            True,
        ),
        ({}, False),
    ],
)
def test_an_event_is_over_after_its_last_day(
    example_site: Site, facts: dict[str, Any], past: bool
) -> None:
    assert is_past(event(example_site, **facts), TODAY) is past


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"start": date(2026, 7, 1)}, date(2026, 7, 1)),
        ({"start": datetime(2026, 7, 1, 14)}, date(2026, 7, 1)),
        ({"start": date(2026, 6, 1), "end": date(2026, 6, 30)}, TODAY),
        ({"start": date(2020, 6, 15), "repeats": "yearly"}, TODAY),
        ({"start": date(2020, 6, 14), "repeats": "yearly"}, date(2027, 6, 14)),
        (
            {"start": date(2020, 6, 14), "end": date(2020, 6, 15), "repeats": "yearly"},
            date(2026, 6, 14),
        ),
        ({"start": date(2020, 2, 29), "repeats": "yearly"}, date(2028, 2, 29)),
        ({}, None),
    ],
)
def test_an_event_stands_under_its_next_day(
    example_site: Site, facts: dict[str, Any], day: date | None
) -> None:
    assert next_day(event(example_site, **facts), TODAY) == day


@pytest.mark.parametrize(("weekday", "day"), [("monday", 15), ("tuesday", 16), ("sunday", 21)])
def test_the_first_of_a_weekday_is_today_or_later(weekday: str, day: int) -> None:
    assert first_on(weekday, TODAY) == date(2026, 6, day)
