"""Make the traces of a translation: what was made from which Dutch, how, and when."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from samenleven.translation.freshness import Part, Standing
from samenleven.translation.state import Trace

STATUS = {"human": "human", "machine": "machine", "machine-reviewed": "machine"}


class Made(NamedTuple):
    """How and when something was translated or read; `reviewer` is a role."""

    status: str
    day: date
    reviewer: str = ""


def made_by(values: Mapping[str, Any], updated: date) -> Made:
    """Return what the front matter of a translation says of the whole.

    `updated` is the day of the Dutch text, for a translation that does not give one.
    """
    status = STATUS[values.get("translation", "machine")]
    return Made(status, values.get("translated_from", updated), values.get("reviewed_by") or "")


def trace_parts(parts: Sequence[Part], made: Made) -> list[Trace]:
    """Return the traces of a translation as it lies there.

    What was known keeps its Dutch text: that a translation was edited does not make it fresh. What
    was edited, or was not known, was made as the front matter says. What was edited and has lost
    its Dutch stays known as edited, so that no command deletes it.
    """
    return [trace for number in order_in_place(parts) if (trace := _trace(parts[number], made))]


def order_in_place(parts: Sequence[Part]) -> list[int]:
    """Return the numbers of the parts, those of the translation alone where they stand in it.

    So a part whose Dutch is gone is still known by its neighbours when it is edited.
    """
    starts = [part.target.start if part.target else -1 for part in parts]
    order = [number for number, part in enumerate(parts) if part.dutch]
    for number, part in enumerate(parts):
        if part.dutch is None:
            before = [n for n, other in enumerate(order) if -1 < starts[other] < starts[number]]
            place = max(before, key=lambda n: starts[order[n]], default=-1)
            order.insert(place + 1, number)
    return order


def _trace(part: Part, made: Made) -> Trace | None:
    if part.target is None or (part.trace is None and part.standing is not Standing.FRESH):
        return None
    if part.trace is None:
        assert part.dutch  # nothing else is fresh
        return Trace(part.dutch, part.target.id, *made)
    if part.is_edited and part.standing is not Standing.GONE:
        return Trace(part.trace.dutch, part.target.id, *made)
    return part.trace


def confirm_parts(parts: Sequence[Part], chosen: Container[int], made: Made) -> Iterator[Part]:
    """Yield the parts, those of the numbers `chosen` as read and still right.

    `made` gives the day and the reader, and how a part was made that has no trace.
    """
    for number, part in enumerate(parts):
        if number in chosen and part.dutch and part.target:
            status = part.trace.status if part.trace else made.status
            trace = Trace(part.dutch, part.target.id, status, made.day, made.reviewer)
            yield replace(part, standing=Standing.FRESH, trace=trace)
        else:
            yield part
