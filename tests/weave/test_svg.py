from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from samenleven.weave.outline import trace_outline
from samenleven.weave.palettes import DRESSINGS, PALETTES, dress
from samenleven.weave.svg import draw_svg

DIAMOND = [[abs(x - 20) + abs(y - 12) < 10 for x in range(40)] for y in range(24)]
SVG = "{http://www.w3.org/2000/svg}"


def ids(svg: str) -> set[str]:
    return set(re.findall(r'id="([^"]+)"', svg))


@pytest.mark.parametrize("name", DRESSINGS)
def test_a_cover_is_a_small_svg_without_style_or_script(name: str) -> None:
    svg = draw_svg(dress(name, "woad"), 40, 24)
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("400", "240")
    assert root.get("viewBox") == "0 0 40 24"
    assert {element.tag for element in root.iter()} & {f"{SVG}style", f"{SVG}script"} == set()
    assert [element for element in root.iter() if element.get("style")] == []
    assert len(svg.encode()) <= 2560
    assert svg.count("<pattern") == 1


@pytest.mark.parametrize("name", ["plain", "basket", "twill", "satin", "sateen", "diamond"])
def test_a_plain_cover_is_under_1_5_kilobytes(name: str) -> None:
    assert len(draw_svg(dress(name, "woad"), 160, 100).encode()) <= 1536


def test_the_unit_changes_the_size_and_not_the_drawing() -> None:
    small, large = (draw_svg(dress("twill", "rose"), 8, 8, unit=unit) for unit in (2, 20))
    assert small.replace('width="16" height="16"', 'width="160" height="160"') == large


def test_a_tile_is_not_drawn_larger_for_a_larger_cloth() -> None:
    cloth = dress("twill", "rose")
    assert len(draw_svg(cloth, 900, 900)) - len(draw_svg(cloth, 100, 100)) == 0


def test_damask_has_a_tile_for_each_side() -> None:
    svg = draw_svg(dress("satin", "indigo"), 40, 24, mask=DIAMOND)
    ElementTree.fromstring(svg)
    assert svg.count("<pattern") == 2


def test_the_same_cloth_has_the_same_bytes() -> None:
    cloth = dress("goose-eye", "plum")
    assert draw_svg(cloth, 40, 24, mask=DIAMOND) == draw_svg(cloth, 40, 24, mask=DIAMOND)


def test_no_two_cloths_share_an_id() -> None:
    found = [
        identity
        for palette in PALETTES
        for name in DRESSINGS
        for identity in ids(draw_svg(dress(name, palette), 40, 24))
    ]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", DRESSINGS)
def test_every_id_that_is_named_is_there(name: str) -> None:
    svg = draw_svg(dress(name, "linen"), 40, 24)
    assert set(re.findall(r'(?:url\(|href=")#([^)"]+)', svg)) <= ids(svg)


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        (["##", "##"], "M0 0h2v2h-2z"),
        ([".#", "##"], "M1 0h1v2h-2v-1h1z"),
        (["###", "#.#", "###"], "M0 0h3v3h-3zM1 1v1h1v-1z"),
        (["..", ".."], ""),
    ],
)
def test_an_outline_goes_round_each_part_and_each_hole(rows: list[str], path: str) -> None:
    assert trace_outline([[cell == "#" for cell in row] for row in rows]) == path


def test_an_outline_of_cells_that_touch_at_a_corner_closes() -> None:
    path = trace_outline([[True, False], [False, True]])
    assert path.count("M") == path.count("z")
