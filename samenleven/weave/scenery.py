"""Things outside: houses, trees, lamps, what hangs over a street."""

from __future__ import annotations

from collections.abc import Iterator

from samenleven.weave.shapes import (
    Ellipse,
    Limb,
    Point,
    Polygon,
    Ring,
    Shapes,
    box,
    disc,
    line,
    polygon,
)


def gable(x: float, ground: float, width: float, height: float, kind: str = "step") -> Shapes:
    """Return a house front: a `step` gable, a `point` roof, a `neck` or a `flat` cornice."""
    top, half = ground - height, width / 2
    wall = box(x, top, width, height)
    if kind == "step":
        steps = [
            box(x + width * share / 8, top - width * share / 6, width * (1 - share / 4), width / 5)
            for share in (1, 2, 3)
        ]
        return wall, *steps
    if kind == "point":
        return wall, polygon((x - 1, top), (x + half, top - width * 0.7), (x + width + 1, top))
    if kind == "neck":
        return (
            wall,
            box(x + width / 4, top - half, half, half),
            Ellipse(x + half, top - half, width / 4, width / 5),
        )
    return wall, box(x - 1, top - 2, width + 2, 2)


def windows(
    x: float, y: float, columns: int, rows: int, size: Point = (3, 5), gap: Point = (3, 5)
) -> Shapes:
    """Return a grid of windows from its upper left corner."""
    return tuple(
        box(x + column * (size[0] + gap[0]), y + row * (size[1] + gap[1]), *size)
        for row in range(rows)
        for column in range(columns)
    )


def tower(x: float, ground: float, width: float, height: float) -> Shapes:
    """Return a belfry: a shaft with corner turrets and a spire; height to the spire's foot."""
    top, mid = ground - height, x + width / 2
    corners = [
        shape
        for left in (x - 1, x + width - 2)
        for shape in (
            box(left, top - 4, 3, 6),
            polygon((left, top - 4), (left + 1.5, top - 11), (left + 3, top - 4)),
        )
    ]
    spire = polygon((x + 1, top), (mid - 1.5, top - height * 0.3), (mid, top - height * 0.52),
                    (mid + 1.5, top - height * 0.3), (x + width - 1, top))  # fmt: skip
    return box(x, top, width, height), *corners, spire


def tree(x: float, ground: float, height: float) -> Shapes:
    """Return a broad tree; three crowns that overlap."""
    crown = height * 0.3
    return (
        Limb((x, ground), (x, ground - height * 0.6), height * 0.05, height * 0.025),
        Limb((x, ground - height * 0.4), (x + crown * 0.7, ground - height * 0.62), 0.9, 0.6),
        Ellipse(x - crown * 0.55, ground - height * 0.62, crown * 0.8, crown * 0.72),
        Ellipse(x + crown * 0.6, ground - height * 0.66, crown * 0.75, crown * 0.68),
        Ellipse(x, ground - height * 0.8, crown * 0.85, crown * 0.75),
    )


def poplar(x: float, ground: float, height: float) -> Shapes:
    """Return a slim tree."""
    middle = ground - height * 0.55
    return Ellipse(x, middle, height * 0.13, height * 0.45), box(
        x - 0.6, middle, 1.2, height * 0.55
    )


def lamp(x: float, ground: float, height: float, arm: float = 0) -> Shapes:
    """Return a street lamp; with an arm, its lantern hangs beside the post."""
    top = ground - height
    post: Shapes = (
        Limb((x, ground), (x, top), 1.0, 0.7), box(x - 2, ground - 3, 4, 3),
    )  # fmt: skip
    if arm:
        return (*post, *line((x, top), (x + arm, top), width=1.4),
                polygon((x + arm - 1.5, top), (x + arm + 1.5, top), (x + arm + 3, top + 4),
                        (x + arm - 3, top + 4)))  # fmt: skip
    return (
        *post,
        box(x - 2.5, top - 1, 5, 1.4),
        polygon((x - 2.5, top - 7), (x, top - 10), (x + 2.5, top - 7)),
    )


def bunting(
    start: Point, end: Point, sag: float, count: int, size: float = 4
) -> tuple[Shapes, Shapes]:
    """Return a line of flags between two points: every second flag apart, for two colours."""
    spots = list(_hang(start, end, sag, count * 2))
    rope = line(*spots, width=0.9)
    flags = [
        polygon((ax, ay), (bx, by), ((ax + bx) / 2, (ay + by) / 2 + size))
        for (ax, ay), (bx, by) in zip(spots[0::2], spots[1::2], strict=False)
    ]
    return (*rope, *flags[0::2]), tuple(flags[1::2])


def _hang(start: Point, end: Point, sag: float, steps: int) -> Iterator[Point]:
    for step in range(steps + 1):
        share = step / steps
        yield (
            start[0] + (end[0] - start[0]) * share,
            start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share),
        )


def bulbs(start: Point, end: Point, sag: float, count: int, radius: float = 1) -> Shapes:
    """Return lamps on a line between two points."""
    return tuple(disc(x, y + radius, radius) for x, y in _hang(start, end, sag, count))


def rope(start: Point, end: Point, sag: float, width: float = 0.9) -> Shapes:
    """Return the line that hangs between two points."""
    return line(*_hang(start, end, sag, 12), width=width)


def stall(x: float, ground: float, width: float, height: float) -> tuple[Shapes, Shapes]:
    """Return a market stall and, for a second colour, every other stripe of its awning."""
    top, stripe = ground - height, width / 8
    posts = (box(x + 1, top, 1.2, height), box(x + width - 2.2, top, 1.2, height))
    table = box(x + 0.5, ground - height * 0.36, width - 1, height * 0.36)
    strips = [_strip(x, top, stripe, step) for step in range(8)]
    return (*posts, table, *_flat(strips[0::2])), _flat(strips[1::2])


def _flat(groups: list[Shapes]) -> Shapes:
    return tuple(shape for group in groups for shape in group)


def _strip(x: float, top: float, stripe: float, step: int) -> Shapes:
    """Return one stripe of an awning: a slope, a flap with a round end."""
    left, lean = x + step * stripe, stripe * 0.2
    high = x + stripe + step * stripe * 0.75
    slope = polygon(
        (high, top - 5), (high + stripe * 0.75, top - 5), (left + stripe, top), (left, top)
    )
    return (
        slope,
        box(left, top, stripe, 2.2 + lean),
        Ellipse(left + stripe / 2, top + 2.2 + lean, stripe / 2, 1.4),
    )


def bicycle(x: float, ground: float, radius: float, ahead: int = 1) -> Shapes:
    """Return a bicycle; x is the middle of the back wheel."""
    hub = ground - radius
    front, seat = x + radius * 2.7 * ahead, x + radius * 0.75 * ahead
    crank, head = x + radius * 1.15 * ahead, x + radius * 2.25 * ahead
    high = hub - radius * 1.15
    return (
        Ring(x, hub, radius, 1.2), Ring(front, hub, radius, 1.2),
        *line((x, hub), (seat, high), (head, high), (crank, hub), (x, hub), width=1.1),
        *line((crank, hub), (seat - 0.15 * radius * ahead, high - 2), width=1.1),
        *line((front, hub), (head, high), (head - 0.1 * radius * ahead, high - 3.5),
              (head + 3 * ahead, high - 4), width=1.1),
        Ellipse(seat - 0.15 * radius * ahead, high - 2.5, 2.6, 1),
    )  # fmt: skip


def hill(points: tuple[Point, ...], ground: float) -> Polygon:
    """Return the area under a line of points, down to `ground`."""
    return Polygon((*points, (points[-1][0], ground), (points[0][0], ground)))


def bench(x: float, ground: float, width: float, height: float) -> Shapes:
    """Return a bench from the front."""
    seat = ground - height * 0.5
    return (
        box(x, seat, width, 1.8), box(x, ground - height, width, 1.6),
        box(x, ground - height * 0.75, width, 1.4), box(x + 2, ground - height, 1.5, height),
        box(x + width - 3.5, ground - height, 1.5, height),
    )  # fmt: skip


def cloud(x: float, y: float, width: float) -> Shapes:
    """Return a cloud with a flat foot at y."""
    return (
        Ellipse(x - width * 0.22, y - width * 0.1, width * 0.2, width * 0.12),
        Ellipse(x + width * 0.05, y - width * 0.16, width * 0.24, width * 0.18),
        Ellipse(x + width * 0.3, y - width * 0.08, width * 0.18, width * 0.1),
        box(x - width * 0.4, y - width * 0.09, width * 0.86, width * 0.09),
    )
