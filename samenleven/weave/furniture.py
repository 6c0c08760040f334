"""Things in rooms and in hands: tables and chairs, books, instruments."""

from __future__ import annotations

from samenleven.weave.shapes import Ellipse, Limb, Polygon, Ring, Shapes, box, line, polygon


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


def banner(x: float, top: float, width: float, height: float) -> Polygon:
    """Return a hanging cloth with a swallow tail."""
    foot = top + height
    return polygon(
        (x, top), (x + width, top), (x + width, foot),
        (x + width / 2, foot - width * 0.4), (x, foot),
    )  # fmt: skip


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
