"""Draw the map of a walk: its line, its stops, a scale and the north, in pixels of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from samenleven.languages.formats import format_distance, format_number
from samenleven.views.page import MapStop, RouteMap

WIDTH = 400  # so that the numbers can be read on a phone
HEIGHTS = (160, 440)  # of the route: the least and the most
MARGIN = 40
BAND = 36  # below the route, for the scale
METRES = 111_320  # of one degree of latitude
Point = tuple[float, float]  # degrees north, degrees east


def draw_map(points: Sequence[Point], lang: str) -> RouteMap | None:
    """Return the drawing of a line along two points or more, else None.

    The projection is equirectangular, which on the scale of a city keeps shapes and distances.
    """
    if len(set(points)) < 2:
        return None
    east = METRES * cos(radians(sum(north for north, _ in points) / len(points)))
    plane = [(x * east, -y * METRES) for y, x in points]
    left, top = (min(values) for values in zip(*plane, strict=True))
    wide, high = (max(values) - min(values) for values in zip(*plane, strict=True))
    room = WIDTH - 2 * MARGIN, HEIGHTS[1] - 2 * MARGIN
    scale = min(room[0] / wide if wide else 1e9, room[1] / high if high else 1e9)
    height = max(HEIGHTS[0], round(high * scale) + 2 * MARGIN)
    shift = (WIDTH - wide * scale) / 2, (height - high * scale) / 2
    placed = [
        (round((x - left) * scale + shift[0]), round((y - top) * scale + shift[1]))
        for x, y in plane
    ]
    metres = nice_length(WIDTH / 3 / scale)
    return RouteMap(
        width=WIDTH,
        height=height + BAND,
        path="M" + "L".join(f"{x} {y}" for x, y in placed),
        stops=tuple(
            MapStop(x, y, format_number(number, lang)) for number, (x, y) in enumerate(placed, 1)
        ),
        scale=round(metres * scale),
        scale_label=format_distance(metres, lang),
    )


def nice_length(most: float) -> int:
    """Return the longest of 1, 2, 5, 10, 20, 50 ... metres that is not above `most`, or 1."""
    power = 10 ** max(0, len(str(int(most))) - 1)
    return max((step * power for step in (1, 2, 5) if step * power <= most), default=1)
