"""Things around people: houses, trees, lamps, tables, instruments."""

from __future__ import annotations

from collections.abc import Iterator

from samenleven.weave.shapes import (
    Ellipse,
    Limb,
    Point,
    Polygon,
    Ring,
    Shape,
    box,
    disc,
    line,
    polygon,
)

Shapes = tuple[Shape, ...]


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


def table(x: float, ground: float, width: float, height: float) -> Shapes:
    """Return a table from the side."""
    top = ground - height
    return (
        box(x, top, width, 1.8),
        polygon((x + 3, top), (x + 5, top), (x + 3.6, ground), (x + 2, ground)),
        polygon((x + width - 5, top), (x + width - 3, top), (x + width - 2, ground),
                (x + width - 3.6, ground)),
    )  # fmt: skip


def chair(x: float, ground: float, height: float, ahead: int = 1) -> Shapes:
    """Return a chair from the side; its seat is at half the height."""
    seat, deep = ground - height * 0.5, height * 0.42 * ahead
    return (
        *line((x, seat), (x - deep * 0.15, ground - height), width=1.5),
        *line((x, seat), (x + deep, seat), width=1.7),
        *line((x, seat), (x - deep * 0.1, ground - 0.5), width=1.3),
        *line((x + deep, seat), (x + deep * 1.05, ground - 0.5), width=1.3),
    )


def pendant(x: float, top: float, drop: float, width: float) -> Shapes:
    """Return a lamp that hangs from the ceiling."""
    foot = top + drop
    return (
        box(x - 0.5, top, 1, drop),
        polygon((x - width * 0.2, foot - width * 0.35), (x + width * 0.2, foot - width * 0.35),
                (x + width / 2, foot), (x - width / 2, foot)),
    )  # fmt: skip


def plant(x: float, ground: float, height: float) -> Shapes:
    """Return a plant in a pot."""
    rim = ground - height * 0.3
    leaves = [
        Limb((x, rim), (x + dx * height, rim - dy * height), 0.7, height * 0.06)
        for dx, dy in ((-0.3, 0.35), (-0.15, 0.6), (0.05, 0.68), (0.2, 0.52), (0.32, 0.28))
    ]
    pot = polygon((x - height * 0.16, rim), (x + height * 0.16, rim), (x + height * 0.11, ground),
                  (x - height * 0.11, ground))  # fmt: skip
    return pot, *leaves


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


def book(x: float, y: float, size: float) -> Shapes:
    """Return an open book, seen from the front; x is its fold."""
    return (
        polygon((x, y), (x - size, y - size * 0.28), (x - size, y - size), (x, y - size * 0.7)),
        polygon((x, y), (x + size, y - size * 0.28), (x + size, y - size), (x, y - size * 0.7)),
    )


def note(x: float, y: float, size: float) -> Shapes:
    """Return a music note; x and y are the middle of its head."""
    return (
        Ellipse(x, y, size * 0.38, size * 0.28),
        box(x + size * 0.2, y - size * 1.3, max(0.9, size * 0.16), size * 1.3),
        polygon((x + size * 0.2, y - size * 1.3), (x + size * 0.9, y - size * 0.8),
                (x + size * 0.8, y - size * 0.5), (x + size * 0.2, y - size * 0.9)),
    )  # fmt: skip


def hill(points: tuple[Point, ...], ground: float) -> Polygon:
    """Return the area under a line of points, down to `ground`."""
    return Polygon((*points, (points[-1][0], ground), (points[0][0], ground)))


def guitar(x: float, y: float, size: float, ahead: int = 1) -> Shapes:
    """Return a guitar; x and y are the middle of its body, the neck points ahead and up."""
    tip = x + size * 1.75 * ahead, y - size * 0.75
    return (
        Ellipse(x - size * 0.22 * ahead, y + size * 0.08, size * 0.44, size * 0.4),
        Ellipse(x + size * 0.22 * ahead, y - size * 0.1, size * 0.34, size * 0.31),
        *line((x, y), tip, width=1.5),
        *line((tip[0] - ahead, tip[1] - 0.5), (tip[0] + ahead, tip[1] - 1), width=2.4),
    )


def violin(x: float, y: float, size: float, ahead: int = 1) -> Shapes:
    """Return a violin under a chin at x and y, with its bow."""
    tip = x + size * 1.6 * ahead, y - size * 0.3
    return (
        Limb((x + size * 0.2 * ahead, y), (x + size * 0.8 * ahead, y - size * 0.15), 2.2, 1.7),
        *line((x, y), tip, width=1.2),
        *line(
            (x + size * 0.9 * ahead, y - size * 1.5), (x + size * 1.1 * ahead, y + size), width=0.9
        ),
    )


def drum(x: float, ground: float, height: float) -> Shapes:
    """Return a hand drum in the form of a cup."""
    top, wide, waist = ground - height, height * 0.3, ground - height * 0.4
    return (
        polygon((x - wide, top), (x + wide, top), (x + wide * 0.45, waist),
            (x - wide * 0.45, waist)),
        polygon((x - wide * 0.45, waist), (x + wide * 0.45, waist), (x + wide * 0.7, ground),
                (x - wide * 0.7, ground)),
        Ellipse(x, top, wide, 1.2),
    )  # fmt: skip


def bench(x: float, ground: float, width: float, height: float) -> Shapes:
    """Return a bench from the front."""
    seat = ground - height * 0.5
    return (
        box(x, seat, width, 1.8), box(x, ground - height, width, 1.6),
        box(x, ground - height * 0.75, width, 1.4), box(x + 2, ground - height, 1.5, height),
        box(x + width - 3.5, ground - height, 1.5, height),
    )  # fmt: skip


def banner(x: float, top: float, width: float, height: float) -> Polygon:
    """Return a hanging cloth with a swallow tail."""
    foot = top + height
    return polygon(
        (x, top), (x + width, top), (x + width, foot),
        (x + width / 2, foot - width * 0.4), (x, foot),
    )  # fmt: skip


def cloud(x: float, y: float, width: float) -> Shapes:
    """Return a cloud with a flat foot at y."""
    return (
        Ellipse(x - width * 0.22, y - width * 0.1, width * 0.2, width * 0.12),
        Ellipse(x + width * 0.05, y - width * 0.16, width * 0.24, width * 0.18),
        Ellipse(x + width * 0.3, y - width * 0.08, width * 0.18, width * 0.1),
        box(x - width * 0.4, y - width * 0.09, width * 0.86, width * 0.09),
    )


def cup(x: float, foot: float, height: float) -> Shapes:
    """Return a cup with two ears, as a prize."""
    rim, wide = foot - height, height * 0.32
    return (
        polygon((x - wide, rim), (x + wide, rim), (x + wide * 0.5, rim + height * 0.5),
                (x - wide * 0.5, rim + height * 0.5)),
        box(x - 0.8, rim + height * 0.45, 1.6, height * 0.4),
        box(x - wide * 0.8, foot - height * 0.16, wide * 1.6, height * 0.16),
        Ring(x - wide, rim + height * 0.2, height * 0.2, 1.1),
        Ring(x + wide, rim + height * 0.2, height * 0.2, 1.1),
    )  # fmt: skip
