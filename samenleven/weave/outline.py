"""Outlines: a mask of threads as the path around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Mask = Sequence[Sequence[bool]]
Point = tuple[int, int]


def trace_outline(mask: Mask) -> str:
    """Return the SVG path around the true cells, one unit a thread; fill it even-odd."""
    edges = _edges_of(mask)
    loops = []
    while edges:
        start = min(edges, key=lambda point: (point[1], point[0]))
        loops.append(_write_loop(_corners(_follow(edges, start))))
    return "".join(loops)


def _edges_of(mask: Mask) -> dict[Point, list[Point]]:
    """Return the sides between true and false cells: from each point, where to go on."""
    edges: dict[Point, list[Point]] = {}
    for y, row in enumerate(mask):
        for x, is_on in enumerate(row):
            if is_on:
                for start, end in _open_sides(mask, x, y):
                    edges.setdefault(start, []).append(end)
    return edges


def _open_sides(mask: Mask, x: int, y: int) -> Iterator[tuple[Point, Point]]:
    """Yield the sides of a cell, clockwise, that have no true cell behind them."""
    if y == 0 or not mask[y - 1][x]:
        yield (x, y), (x + 1, y)
    if x + 1 == len(mask[y]) or not mask[y][x + 1]:
        yield (x + 1, y), (x + 1, y + 1)
    if y + 1 == len(mask) or not mask[y + 1][x]:
        yield (x + 1, y + 1), (x, y + 1)
    if x == 0 or not mask[y][x - 1]:
        yield (x, y + 1), (x, y)


def _follow(edges: dict[Point, list[Point]], start: Point) -> list[Point]:
    """Take one loop out of `edges`, from `start`."""
    loop, point = [start], start
    while True:
        ends = edges[point]
        following = ends.pop(0)
        if not ends:
            del edges[point]
        if following == start:
            return loop
        loop.append(following)
        point = following


def _corners(loop: list[Point]) -> list[Point]:
    """Return the points of a loop where it turns."""
    return [
        point
        for before, point, after in zip([loop[-1], *loop], loop, [*loop[1:], loop[0]], strict=False)
        if not (before[0] == point[0] == after[0] or before[1] == point[1] == after[1])
    ]


def _write_loop(corners: list[Point]) -> str:
    (x, y), rest = corners[0], corners[1:]
    path = [f"M{x} {y}"]
    for next_x, next_y in rest:
        path.append(f"h{next_x - x}" if next_y == y else f"v{next_y - y}")
        x, y = next_x, next_y
    return "".join(path) + "z"
