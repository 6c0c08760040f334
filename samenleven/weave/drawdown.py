"""The drawdown: the floats that a draft makes of threads, in a tile that repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm

from samenleven.record import record
from samenleven.weave.drafts import Cloth


@record(frozen=True)
class Float:
    """Stand for a stretch of one thread on top: where it starts, in threads, and its length.

    A float that runs over the edge of the tile goes on at the other side.
    """

    x: int
    y: int
    length: int
    colour: str


def tile_size(cloth: Cloth) -> tuple[int, int]:
    """Return the width and height, in threads, after which weave and colours repeat."""
    draft = cloth.draft
    return lcm(len(draft.threading), len(cloth.warp)), lcm(len(draft.treadling), len(cloth.weft))


def find_runs(cells: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and length of each run of true cells in a ring.

    A ring that is true all round is one run from 0.
    """
    size = len(cells)
    if all(cells):
        yield 0, size
        return
    for start in range(size):
        if cells[start] and not cells[start - 1]:
            yield start, next(n for n in range(1, size) if not cells[(start + n) % size])


def warp_floats(cloth: Cloth) -> Iterator[Float]:
    """Yield each warp float of a tile, column by column."""
    width, height = tile_size(cloth)
    for x in range(width):
        column = [cloth.draft.is_warp_up(x, y) for y in range(height)]
        for y, length in find_runs(column):
            yield Float(x, y, length, cloth.warp[x % len(cloth.warp)])


def weft_floats(cloth: Cloth) -> Iterator[Float]:
    """Yield each weft float of a tile, row by row."""
    width, height = tile_size(cloth)
    for y in range(height):
        row = [not cloth.draft.is_warp_up(x, y) for x in range(width)]
        for x, length in find_runs(row):
            yield Float(x, y, length, cloth.weft[y % len(cloth.weft)])
