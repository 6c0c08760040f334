"""The drawn map of a walk."""

from __future__ import annotations

import pytest

from samenleven.languages.formats import format_number
from samenleven.views.maps import BAND, HEIGHTS, MARGIN, WIDTH, draw_map, nice_length

EAST = [(50.83, 3.26), (50.83, 3.27)]  # 703 metres
NORTH = [(50.82, 3.26), (50.84, 3.26)]  # 2 226 metres


def test_a_route_to_the_east_goes_to_the_right() -> None:
    drawn = draw_map(EAST, "nl")
    assert drawn
    assert [(stop.x, stop.y) for stop in drawn.stops] == [(MARGIN, 80), (WIDTH - MARGIN, 80)]
    assert (drawn.path, drawn.height) == ("M40 80L360 80", HEIGHTS[0] + BAND)


def test_a_route_to_the_north_goes_up() -> None:
    drawn = draw_map(NORTH, "nl")
    assert drawn
    first, last = drawn.stops
    assert (first.x, last.x) == (WIDTH / 2, WIDTH / 2)
    assert (first.y, last.y) == (HEIGHTS[1] - MARGIN, MARGIN)


def test_the_scale_is_that_of_the_drawing() -> None:
    drawn = draw_map(EAST, "nl")
    assert drawn
    assert drawn.scale_label == "200 m"
    assert drawn.scale == pytest.approx(200 / 703 * (WIDTH - 2 * MARGIN), abs=1)


def test_every_stop_lies_inside_the_drawing() -> None:
    drawn = draw_map([*EAST, *NORTH, (50.85, 3.29)], "fa")
    assert drawn
    assert all(MARGIN <= stop.x <= WIDTH - MARGIN for stop in drawn.stops)
    assert all(MARGIN <= stop.y <= drawn.height - BAND - MARGIN for stop in drawn.stops)
    assert [stop.number for stop in drawn.stops] == [format_number(n, "fa") for n in range(1, 6)]


@pytest.mark.parametrize("points", [[], EAST[:1], [EAST[0], EAST[0]]])
def test_less_than_two_points_make_no_map(points: list[tuple[float, float]]) -> None:
    assert draw_map(points, "nl") is None


@pytest.mark.parametrize(
    ("most", "metres"), [(0.4, 1), (1, 1), (4.9, 2), (5, 5), (99, 50), (1000, 1000), (4999, 2000)]
)
def test_a_scale_is_one_two_or_five(most: float, metres: int) -> None:
    assert nice_length(most) == metres
