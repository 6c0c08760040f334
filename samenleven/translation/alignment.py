"""Pair two rows of parts that should say the same, in their order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from samenleven.translation.blocks import Kind
from samenleven.translation.inline import placeholders
from samenleven.translation.segments import Segment

Left = TypeVar("Left")
Right = TypeVar("Right")
Pairs = dict[int, int]  # a number on the left to one on the right, each at most once


def pair_equal(
    left: Sequence[Hashable], right: Sequence[Hashable], known: Mapping[int, int]
) -> Pairs:
    """Return the pairs of equal keys that `known` leaves, those that stand twice in their order.

    A key that is None has no equal.
    """
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    taken = set(known.values())
    for number, key in enumerate(right):
        if number not in taken and key is not None:
            waiting[key].append(number)
    return {
        number: waiting[key].popleft()
        for number, key in enumerate(left)
        if number not in known and waiting[key]
    }


def pair_gaps(
    left: Sequence[Left],
    right: Sequence[Right],
    known: Mapping[int, int],
    likeness: Callable[[Left, Right], float],
) -> Pairs:
    """Return pairs of what `known` leaves, between the same neighbours and in the same order.

    `likeness` is 0 for parts that cannot be a pair.
    """
    found: Pairs = {}
    for step in (1, -1):  # neighbours before them, then neighbours behind them
        pairs = {**known, **found}
        gaps = _gaps(range(len(left))[::step], pairs)
        taken = {other: other for other in pairs.values()}
        for gap, others in _gaps(range(len(right))[::step], taken).items():
            mine, theirs = sorted(gaps.get(gap, [])), sorted(others)
            found |= _pair_row(left, right, mine, theirs, likeness)
    return found


def _gaps(numbers: Iterable[int], pairs: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the numbers without a pair, by the partner of the last number that has one."""
    gaps: dict[int, list[int]] = defaultdict(list)
    last = -1
    for number in numbers:
        if number in pairs:
            last = pairs[number]
        else:
            gaps[last].append(number)
    return gaps


def _pair_row(
    left: Sequence[Left],
    right: Sequence[Right],
    mine: Sequence[int],
    theirs: Sequence[int],
    likeness: Callable[[Left, Right], float],
) -> Pairs:
    """Return the pairs, in order, whose likeness is the most together (Needleman and Wunsch)."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    like = [[likeness(left[a], right[b]) for b in theirs] for a in mine]
    for a in reversed(range(len(mine))):
        for b in reversed(range(len(theirs))):
            both = best[a + 1][b + 1] + like[a][b] if like[a][b] > 0 else 0.0
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    pairs, a, b = {}, 0, 0
    while a < len(mine) and b < len(theirs):
        if like[a][b] > 0 and best[a][b] == best[a + 1][b + 1] + like[a][b]:
            pairs[mine[a]] = theirs[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def likeness_of_form(one: Segment, other: Segment) -> float:
    """Return how much a segment and one in another language look alike: 0 if not at all."""
    if one.kind is not other.kind or _is_field(one):
        return 0.0
    if one.name and other.name:
        return 9.0 if one.name == other.name else 0.0
    kept = placeholders(one.words)
    is_same = bool(kept) and sorted(kept) == sorted(placeholders(other.words))
    lengths = sorted((len(one.words) + 9, len(other.words) + 9))
    return 1.0 + 2.0 * is_same + lengths[0] / lengths[1]


def likeness_of_words(one: Segment, other: Segment) -> float:
    """Return how much a segment and a later one of the same language look alike: 0 if not at all.

    Beside the same neighbours, a text that was written anew is still the one that was there.
    """
    if one.kind is not other.kind or _is_field(one):
        return 0.0
    first, second = set(one.words.lower().split()), set(other.words.lower().split())
    return 0.1 + len(first & second) / max(1, len(first | second))


def field_name(part: Segment | None) -> str | None:
    """Return the path of a field, or None for what is none."""
    return part.name if part and _is_field(part) else None


def _is_field(part: Segment) -> bool:
    return part.kind is Kind.FIELD
