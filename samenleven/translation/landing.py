"""Bring what came back into a translation, unit by unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from samenleven.problems import Message, say
from samenleven.record import record
from samenleven.translation.acceptance import Convert, Refused, accept_words
from samenleven.translation.fields import Table
from samenleven.translation.freshness import Part, Standing, compare
from samenleven.translation.front import rewrite_fields
from samenleven.translation.recording import Made, order_in_place, trace_parts
from samenleven.translation.rewriting import insert_blocks, replace_words
from samenleven.translation.segments import Segment, cut, plain_words
from samenleven.translation.state import Trace
from samenleven.translation.units import NO_TARGET, Returned, UnitId, identify, parse_id


class Verdict(Enum):
    """What became of a unit."""

    LANDED = "landed"
    STALE = "stale source"
    REFUSED = "refused"


class Outcome(NamedTuple):
    """What became of a unit, and why; `words` are the Dutch ones, where they are known."""

    verdict: Verdict
    words: str
    reason: Message | None = None


@record(frozen=True)
class Text:
    """A Dutch file and a translation as they lie on disk, and what is known of that."""

    dutch: str
    target: str
    table: Table
    traces: tuple[Trace, ...]
    made: Made
    is_current: bool
    is_draft: bool

    def parts(self) -> list[Part]:
        """Return the parts, with their places in the two texts."""
        return compare(
            *(cut(self.dutch, self.table), cut(self.target, self.table), self.traces),
            is_current=self.is_current,
            is_draft=self.is_draft,
        )


def land(
    text: Text, units: Sequence[Returned], made: Made, convert: Convert
) -> tuple[Text, list[Outcome]]:
    """Return the text with the units that can be taken, and what became of each.

    What was changed by hand since it was sent out stays, and is refused. `made` says how and when
    the units were translated.
    """
    parts = text.parts()
    places = _Places(parts)
    found = [_judge(unit, parts, places, convert) for unit in units]
    words = {number: given for _, number, given in found if number is not None}
    new, landed = change(text, parts, words, made)
    outcomes = []
    for outcome, number, _ in found:
        if number is not None and number not in landed:
            reason = say("its place is not there: the rest of its row or list comes first")
            outcome = Outcome(Verdict.REFUSED, outcome.words, reason)
        outcomes.append(outcome)
    return new, outcomes


class _Places:
    """Where units belong in the Dutch of today."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.whole: dict[tuple[str, int], int] = {}
        self.words: dict[str, list[int]] = {}
        numbers = {id(part): number for number, part in enumerate(parts)}
        for part, unit in identify(parts):
            self.whole[unit.dutch, unit.number] = numbers[id(part)]
            self.words.setdefault(unit.words, []).append(numbers[id(part)])

    def find(self, unit: UnitId) -> int | None:
        """Return the part that a unit is of: the same Dutch, or else the same words."""
        if (unit.dutch, unit.number) in self.whole:
            return self.whole[unit.dutch, unit.number]
        found = self.words.get(unit.words, [])
        return found[0] if len(found) == 1 else None


def _judge(
    unit: Returned, parts: Sequence[Part], places: _Places, convert: Convert
) -> tuple[Outcome, int | None, str]:
    """Return the outcome of a unit; if it can be taken, its part and its words."""
    unit_id = parse_id(unit.id)
    if unit_id is None:
        reason = say("we did not send this unit")
        return Outcome(Verdict.REFUSED, unit.id, reason), None, ""
    number = places.find(unit_id)
    dutch = parts[number].dutch if number is not None else None
    if number is None or dutch is None:
        reason = say("the Dutch has changed since it was sent")
        return Outcome(Verdict.STALE, unit.dutch or unit.id, reason), None, ""
    target = parts[number].target
    try:
        is_there = target and parts[number].standing is not Standing.MISSING
        accepted = accept_words(unit, dutch, target.words if target and is_there else "", convert)
    except Refused as refused:
        return Outcome(Verdict.REFUSED, dutch.words, refused.reason), None, ""
    words = plain_words(dutch.kind, accepted)
    is_other = (target.id if target else NO_TARGET) != unit_id.target
    if is_other and not (target and target.words == words):
        reason = say("the translation was changed by hand since it was sent")
        return Outcome(Verdict.REFUSED, dutch.words, reason), None, ""
    return Outcome(Verdict.LANDED, dutch.words), number, words


def change(
    text: Text, parts: Sequence[Part], words: Mapping[int, str], made: Made | None
) -> tuple[Text, set[int]]:
    """Return the text with words for the parts of these numbers, and those that found a place.

    `made` says how and when they were translated; None if that was before.
    """
    there = {n: given for n, given in words.items() if parts[n].target}
    lacking = {n: given for n, given in words.items() if not parts[n].target}
    traces = tuple(_retrace(text, parts, words, made))
    new = replace(text, target=replace_words(text.target, parts, there), traces=traces)
    if lacking:
        now = new.parts()  # the Dutch parts have the same numbers
        target = insert_blocks(text.dutch, new.target, now, lacking)
        target = rewrite_fields(text.dutch, target, text.table, now, lacking)
        new = replace(new, target=target)
    after = new.parts()
    landed = {n for n, given in words.items() if (one := after[n].target) and one.words == given}
    if landed != set(words):
        return change(text, parts, {n: words[n] for n in landed}, made)
    return new, landed


def _retrace(
    text: Text, parts: Sequence[Part], words: Mapping[int, str], made: Made | None
) -> Iterator[Trace]:
    """Yield the traces as they are once these words have their place."""
    for number in order_in_place(parts):
        part, given = parts[number], words.get(number)
        is_new = given is not None and not (
            part.target and part.target.words == given and part.standing is Standing.FRESH
        )
        if is_new and given is not None and part.dutch:
            target = Segment(part.dutch.kind, given, name=part.dutch.name)
            before = part.trace
            known = Made(before.status, before.day, before.reviewer) if before else text.made
            yield Trace(part.dutch, target.id, *(made or known))
        else:
            yield from trace_parts([part], text.made)
