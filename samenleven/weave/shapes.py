"""Shapes that a mask is cut from, in threads: x to the right, y down."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import cos, hypot, sin, tau
from typing import Protocol

from samenleven.record import record

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom


class Shape(Protocol):
    """Stand for an area of the cloth."""

    def bounds(self) -> Bounds:
        """Return the box that holds the shape."""

    def covers(self, x: float, y: float) -> bool:
        """Return whether a point lies in the shape."""


Shapes = tuple[Shape, ...]


@record(frozen=True)
class Ellipse:
    """Cover an ellipse by its centre and its two radii."""

    x: float
    y: float
    across: float
    down: float

    def bounds(self) -> Bounds:
        """Return the box that holds the ellipse."""
        return self.x - self.across, self.y - self.down, self.x + self.across, self.y + self.down

    def covers(self, x: float, y: float) -> bool:
        """Return whether a point lies in the ellipse."""
        return ((x - self.x) / self.across) ** 2 + ((y - self.y) / self.down) ** 2 <= 1


@record(frozen=True)
class Ring:
    """Cover a circle's line, `width` wide, inside its radius."""

    x: float
    y: float
    radius: float
    width: float

    def bounds(self) -> Bounds:
        """Return the box that holds the ring."""
        radius = self.radius
        return self.x - radius, self.y - radius, self.x + radius, self.y + radius

    def covers(self, x: float, y: float) -> bool:
        """Return whether a point lies on the line."""
        return self.radius - self.width <= hypot(x - self.x, y - self.y) <= self.radius


@record(frozen=True)
class Limb:
    """Cover a line with round ends that is as wide as a radius at each."""

    start: Point
    end: Point
    from_radius: float
    to_radius: float

    def bounds(self) -> Bounds:
        """Return the box that holds the limb."""
        (ax, ay), (bx, by), radius = self.start, self.end, max(self.from_radius, self.to_radius)
        return (
            min(ax, bx) - radius,
            min(ay, by) - radius,
            max(ax, bx) + radius,
            max(ay, by) + radius,
        )

    def covers(self, x: float, y: float) -> bool:
        """Return whether a point is nearer to the line than its radius there."""
        (ax, ay), (bx, by) = self.start, self.end
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        share = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
        radius = self.from_radius + (self.to_radius - self.from_radius) * share
        return hypot(x - ax - share * dx, y - ay - share * dy) <= radius


@record(frozen=True)
class Polygon:
    """Cover the area between points, even-odd."""

    points: tuple[Point, ...]

    def bounds(self) -> Bounds:
        """Return the box that holds the polygon."""
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)

    def covers(self, x: float, y: float) -> bool:
        """Return whether a ray from the point to the left crosses an odd number of sides."""
        inside = False
        for (ax, ay), (bx, by) in pairwise((*self.points, self.points[0])):
            if (ay > y) != (by > y) and x > ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
        return inside


def polygon(*points: Point) -> Polygon:
    """Return the polygon through points."""
    return Polygon(points)


def box(left: float, top: float, width: float, height: float) -> Polygon:
    """Return a rectangle."""
    right, bottom = left + width, top + height
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))


def line(*points: Point, width: float = 1) -> tuple[Shape, ...]:
    """Return a line through points with round joins."""
    return tuple(Limb(start, end, width / 2, width / 2) for start, end in pairwise(points))


def disc(x: float, y: float, radius: float) -> Ellipse:
    """Return a circle."""
    return Ellipse(x, y, radius, radius)


def star(x: float, y: float, radius: float, inner: float, points: int = 5) -> Polygon:
    """Return a star with one point up."""
    turns = [tau * (step / points / 2 - 0.25) for step in range(points * 2)]
    radii = [inner if step % 2 else radius for step in range(points * 2)]
    return Polygon(
        tuple((x + r * cos(t), y + r * sin(t)) for t, r in zip(turns, radii, strict=True))
    )


def cut_mask(
    shapes: Iterable[Shape], holes: Iterable[Shape], width: int, height: int
) -> tuple[tuple[bool, ...], ...]:
    """Return the threads whose middle lies in a shape and in no hole."""
    cells = [[False] * width for _ in range(height)]
    for shape in shapes:
        _fill(cells, shape, True)
    for hole in holes:
        _fill(cells, hole, False)
    return tuple(map(tuple, cells))


def _fill(cells: list[list[bool]], shape: Shape, value: bool) -> None:
    left, top, right, bottom = shape.bounds()
    for y in range(max(0, int(top)), min(len(cells), int(bottom) + 1)):
        row = cells[y]
        for x in range(max(0, int(left)), min(len(row), int(right) + 1)):
            if row[x] is not value and shape.covers(x + 0.5, y + 0.5):
                row[x] = value
