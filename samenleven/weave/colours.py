"""Colours of threads: `#rrggbb`, and the tones that light makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

RGB = tuple[int, int, int]


def read_rgb(colour: str) -> RGB:
    """Return the red, green and blue, 0 to 255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a `share` from 0 to 1 of `other` in it, as `#rrggbb`."""
    pairs = zip(read_rgb(colour), read_rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shorten(colour: str) -> str:
    """Return `#abc` for `#aabbcc`, and any other colour as it is."""
    is_double = len(colour) == 7 and colour[1::2] == colour[2::2]
    return f"#{colour[1::2]}" if is_double else colour


def shade(rows: int, *stops: str) -> tuple[str, ...]:
    """Return one colour a row, from the first stop to the last.

    Between two stops lie two dyed tones; neighbouring tones pass into one another by alternating
    picks, as a weaver does it.
    """
    tones = [
        mix(stop, following, share / 3) for stop, following in pairwise(stops) for share in range(3)
    ]
    return tuple(_picks(rows, [*tones, stops[-1]]))


def _picks(rows: int, tones: Sequence[str]) -> Iterator[str]:
    debt = 0.0  # how much of the next tone is owed; carried on, so that the picks stay even
    last = len(tones) - 1
    for row in range(rows):
        place = row / max(rows - 1, 1) * last
        below = min(int(place), max(last - 1, 0))
        debt += place - below
        takes_next = debt >= 0.5
        debt -= takes_next
        yield tones[min(below + takes_next, last)]
