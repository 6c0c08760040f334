"""The stages that something goes through on known days: a programme, enrolment, a call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

LAST_DAYS = 7
DAY = timedelta(days=1)


class Stage(NamedTuple):
    """A stage and the first day on which it holds; None for the first stage of all."""

    name: str
    since: date | None


def life_stages(start: date | None, end: date | None) -> tuple[Stage, ...]:
    """Return the stages of a programme: coming, running, ended; nothing without days.

    Without a last day nobody can tell whether it still runs: it has started, no more.
    """
    stages = [Stage("coming", None)] if start else []
    if end:
        stages += [Stage("running", start), Stage("ended", end + DAY)]
    elif start:
        stages.append(Stage("started", start))
    return tuple(stages)


def enrolment_stages(start: date | None, until: date | None) -> tuple[Stage, ...]:
    """Return the stages of enrolment: early, open, last, closed."""
    stages = [Stage("early", None)] if start else []
    if start or until:
        stages.append(Stage("open", start))
    return (*stages, *_close(start, until))


def call_stages(until: date | None) -> tuple[Stage, ...]:
    """Return the stages of a call: call-open, call-last, call-closed."""
    if until is None:
        return ()
    return (
        Stage("call-open", None),
        *(stage._replace(name=f"call-{stage.name}") for stage in _close(None, until)),
    )


def _close(start: date | None, until: date | None) -> Iterator[Stage]:
    if until:
        last = until - (LAST_DAYS - 1) * DAY
        yield Stage("last", max(start, last) if start else last)
        yield Stage("closed", until + DAY)


def find_stage(stages: Sequence[Stage], today: date) -> str:
    """Return the name of the stage on a day; "" if nothing is known."""
    name = ""
    for stage in stages:
        if stage.since is None or stage.since <= today:
            name = stage.name
    return name
