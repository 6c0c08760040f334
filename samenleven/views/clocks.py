"""What changes on known days: which stage holds today, and from when each holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenleven.languages.formats import format_date
from samenleven.model.entries import Call, Entry, Programme
from samenleven.model.stages import (
    Stage,
    call_stages,
    enrolment_stages,
    find_stage,
    life_stages,
)
from samenleven.views.localise import Localiser
from samenleven.views.page import Clock, ClockStage


def find_clock(entry: Entry, to: Localiser) -> Clock | None:
    """Return the clock of the life of a programme or call; None where no day is known."""
    if isinstance(entry, Programme):
        return _make_clock(life_stages(entry.start, entry.end), entry.start, entry.end, to)
    if isinstance(entry, Call):
        return _make_clock(call_stages(entry.until), None, entry.until, to)
    return None


def find_enrolment(entry: Programme, to: Localiser) -> Clock | None:
    """Return the clock of the enrolment of a programme; None where no day is known."""
    stages = enrolment_stages(entry.enrol_from, entry.enrol_until)
    return _make_clock(stages, entry.enrol_from, entry.enrol_until, to)


def find_stage_of(entry: Entry, today: date) -> str:
    """Return the stage of a programme or call on a day; "" where nothing is known."""
    if isinstance(entry, Programme):
        return find_stage(life_stages(entry.start, entry.end), today)
    return find_stage(call_stages(entry.until), today) if isinstance(entry, Call) else ""


def _make_clock(
    stages: Sequence[Stage], start: date | None, end: date | None, to: Localiser
) -> Clock | None:
    now = find_stage(stages, to.site.today)
    made = tuple(
        ClockStage(stage.name, stage.since.isoformat() if stage.since else "", stage.name == now)
        for stage in stages
    )
    days = (format_date(day, to.around) if day else "" for day in (start, end))
    return Clock(made, *days) if made else None
