from __future__ import annotations

import pytest

from samenleven.weave.drafts import DRAFTS, Cloth, Draft
from samenleven.weave.drawdown import find_runs, tile_size, warp_floats, weft_floats
from samenleven.weave.palettes import DRESSINGS, dress


def draw_up(draft: Draft, width: int, height: int) -> list[str]:
    """Return the drawdown as textbooks print it: a filled square where the warp is up."""
    return [
        "".join("■" if draft.is_warp_up(x, y) else "·" for x in range(width)) for y in range(height)
    ]


@pytest.mark.parametrize(
    ("name", "drawdown"),
    [
        ("plain", ["■·■·", "·■·■", "■·■·", "·■·■"]),
        ("basket", ["■■··", "■■··", "··■■", "··■■"]),
        ("twill", ["■■··", "·■■·", "··■■", "■··■"]),
        ("satin", ["·■■■■", "■■·■■", "■■■■·", "■·■■■", "■■■·■"]),
        ("sateen", ["■····", "··■··", "····■", "·■···", "···■·"]),
        ("diamond", ["■■···■", "·■■·■■", "··■■■·", "■··■··", "··■■■·", "·■■·■■"]),
    ],
)
def test_drafts_make_the_drawdown_of_the_textbook(name: str, drawdown: list[str]) -> None:
    assert draw_up(DRAFTS[name], len(drawdown[0]), len(drawdown)) == drawdown


def test_a_herringbone_turns_with_a_clean_cut() -> None:
    assert draw_up(DRAFTS["herringbone"], 16, 2) == ["■■··■■··■■··■■··", "·■■··■■·■··■■··■"]
    for y in range(4):
        row = [DRAFTS["herringbone"].is_warp_up(x, y) for x in range(16)]
        assert row[7] != row[8]
        assert row[15] != row[0]


def test_houndstooth_is_twill_in_fours_of_two_colours() -> None:
    cloth = Cloth(
        DRAFTS["twill"], ("#000000",) * 4 + ("#ffffff",) * 4, ("#000000",) * 4 + ("#ffffff",) * 4
    )
    cells = [
        "".join("■" if cloth.thread_at(x, y) == "#000000" else "·" for x in range(8))
        for y in range(8)
    ]
    assert cells == [
        "■■■■··■■",
        "■■■■■··■",
        "■■■■■■··",
        "■■■■·■■·",
        "■■······",
        "·■■·····",
        "··■■····",
        "■··■····",
    ]  # fmt: skip


def test_satin_and_sateen_are_two_sides_of_one_cloth() -> None:
    front, back = DRAFTS["satin"], DRAFTS["sateen"]
    assert all(front.is_warp_up(x, y) != back.is_warp_up(x, y) for x in range(5) for y in range(5))


@pytest.mark.parametrize(
    ("cells", "runs"),
    [
        ([True, True, True], [(0, 3)]),
        ([False, False], []),
        ([True, False, True, True], [(2, 3)]),
        ([True, False, True, False], [(0, 1), (2, 1)]),
    ],
)
def test_runs_go_round_the_ring(cells: list[bool], runs: list[tuple[int, int]]) -> None:
    assert list(find_runs(cells)) == runs


def test_a_tile_holds_whole_repeats_of_weave_and_colours() -> None:
    cloth = Cloth(DRAFTS["twill"], ("#111111",) * 6, ("#222222",) * 3)
    assert tile_size(cloth) == (12, 12)


@pytest.mark.parametrize("name", DRESSINGS)
def test_the_floats_cover_each_crossing_once_in_the_colour_on_top(name: str) -> None:
    cloth = dress(name, "madder")
    width, height = tile_size(cloth)
    seen = [
        ((run.x, (run.y + step) % height), run.colour)
        for run in warp_floats(cloth)
        for step in range(run.length)
    ] + [
        (((run.x + step) % width, run.y), run.colour)
        for run in weft_floats(cloth)
        for step in range(run.length)
    ]
    assert len(seen) == width * height
    assert dict(seen) == {
        (x, y): cloth.thread_at(x, y) for x in range(width) for y in range(height)
    }


@pytest.mark.parametrize("name", DRESSINGS)
def test_the_tile_repeats_without_a_seam(name: str) -> None:
    cloth = dress(name, "madder")
    width, height = tile_size(cloth)
    assert all(
        cloth.thread_at(x, y) == cloth.thread_at(x + width, y) == cloth.thread_at(x, y + height)
        for x in range(width)
        for y in range(height)
    )
