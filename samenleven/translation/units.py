"""What is sent out to a translator, whatever the form of the file, and what comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from samenleven.record import record
from samenleven.translation.blocks import Kind
from samenleven.translation.freshness import Part, Standing

NO_TARGET = "0"


class UnitId(NamedTuple):
    """What a unit is known by when it comes back, whatever happened to the page meanwhile."""

    dutch: str  # the hash of its Dutch
    words: str  # the hash of the words alone
    target: str  # the hash of the translation that there was, or NO_TARGET
    number: int = 1  # of those with the same Dutch

    def __str__(self) -> str:
        """Return it for a file: 1f6c0a9be83d5f21.9a0b33c1d2e4f567.0.1."""
        return ".".join(map(str, self))


@record(frozen=True)
class Unit:
    """A Dutch text to translate, with what helps: where it stands, and what was there before."""

    id: UnitId
    kind: Kind
    name: str
    heading: str
    dutch: str
    target: str = ""  # the translation, where it is fresh
    old_dutch: str = ""
    old_target: str = ""


class Returned(NamedTuple):
    """A unit that came back.

    `words` are pieces of text and, as numbers from 1, placeholders of our own source. Where
    `dutch` is given, they are one text, with the placeholders of that Dutch as they stand there.
    """

    id: str
    words: tuple[str | int, ...]
    dutch: str = ""
    is_approved: bool = False


class ReturnedFile(NamedTuple):
    """What came back for one translation."""

    path: str  # as "content/programmes/roots/index.fr.md"
    lang: str
    units: tuple[Returned, ...]


def make_units(parts: Sequence[Part], only: frozenset[Standing] | None) -> Iterator[Unit]:
    """Yield the units of the parts that stand so; None for all."""
    headings = ["", *(p.dutch.words for p in parts if p.dutch and p.dutch.kind is Kind.HEADING)]
    for part, unit_id in identify(parts):
        if not part.dutch or not part.dutch.is_offered:
            continue
        if only is not None and part.standing not in only:
            continue
        heading = headings[part.dutch.section]
        unit = Unit(unit_id, part.dutch.kind, part.dutch.name, heading, part.dutch.words)
        yield _with_target(unit, part)


def _with_target(unit: Unit, part: Part) -> Unit:
    words = part.target.words if part.target else ""
    if part.standing is Standing.STALE:
        old = part.trace.dutch.words if part.trace else ""
        return replace(unit, old_dutch=old, old_target=words)
    is_done = part.standing in (Standing.FRESH, Standing.ADDRESS)
    return replace(unit, target=words) if is_done else unit


def identify(parts: Sequence[Part]) -> Iterator[tuple[Part, UnitId]]:
    """Yield each part with a Dutch text and the id of its unit."""
    seen: Counter[str] = Counter()
    for part in parts:
        if part.dutch:
            seen[part.dutch.id] += 1
            target = part.target.id if part.target else NO_TARGET
            number = seen[part.dutch.id]
            yield part, UnitId(part.dutch.id, part.dutch.words_id, target, number)


def parse_id(text: str) -> UnitId | None:
    """Return the id that a unit came back with, or None if we never gave it."""
    pieces = text.strip().split(".")
    if len(pieces) != 4 or not pieces[3].isdecimal():
        return None
    return UnitId(pieces[0], pieces[1], pieces[2], int(pieces[3]))
