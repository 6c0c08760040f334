from __future__ import annotations

from datetime import date

import pytest

from samenleven.model.stages import (
    call_stages,
    enrolment_stages,
    find_stage,
    life_stages,
)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "today", "stage"),
    [
        ("2026-03-01", "2026-06-30", "2026-02-28", "coming"),
        ("2026-03-01", "2026-06-30", "2026-03-01", "running"),
        ("2026-03-01", "2026-06-30", "2026-06-30", "running"),
        ("2026-03-01", "2026-06-30", "2026-07-01", "ended"),
        ("2026-03-01", "", "2026-02-28", "coming"),
        ("2026-03-01", "", "2036-02-28", "started"),
        ("", "2026-06-30", "2020-01-01", "running"),
        ("", "2026-06-30", "2026-07-01", "ended"),
        ("", "", "2026-07-01", ""),
    ],
)
def test_a_programme_comes_runs_and_ends(start: str, end: str, today: str, stage: str) -> None:
    assert find_stage(life_stages(day(start), day(end)), date.fromisoformat(today)) == stage


@pytest.mark.parametrize(
    ("start", "end", "today", "stage"),
    [
        ("2026-06-01", "2026-06-30", "2026-05-31", "early"),
        ("2026-06-01", "2026-06-30", "2026-06-01", "open"),
        ("2026-06-01", "2026-06-30", "2026-06-23", "open"),
        ("2026-06-01", "2026-06-30", "2026-06-24", "last"),
        ("2026-06-01", "2026-06-30", "2026-06-30", "last"),
        ("2026-06-01", "2026-06-30", "2026-07-01", "closed"),
        ("2026-06-28", "2026-06-30", "2026-06-27", "early"),
        ("2026-06-28", "2026-06-30", "2026-06-28", "last"),
        ("2026-06-01", "", "2026-12-31", "open"),
        ("", "2026-06-30", "2026-01-01", "open"),
        ("", "2026-06-30", "2026-07-01", "closed"),
        ("", "", "2026-07-01", ""),
    ],
)
def test_enrolment_opens_has_seven_last_days_and_closes(
    start: str, end: str, today: str, stage: str
) -> None:
    assert find_stage(enrolment_stages(day(start), day(end)), date.fromisoformat(today)) == stage


@pytest.mark.parametrize(
    ("until", "today", "stage"),
    [
        ("2026-06-30", "2026-06-23", "call-open"),
        ("2026-06-30", "2026-06-24", "call-last"),
        ("2026-06-30", "2026-07-01", "call-closed"),
        ("", "2026-07-01", ""),
    ],
)
def test_a_call_closes_after_its_last_day(until: str, today: str, stage: str) -> None:
    assert find_stage(call_stages(day(until)), date.fromisoformat(today)) == stage
