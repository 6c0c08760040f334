from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from samenleven.weave.colours import mix, read_rgb, shade, shorten
from samenleven.weave.damask import HEIGHT, WIDTH
from samenleven.weave.scenes import SCENES, draw_scene, draw_scene_png
from samenleven.weave.shapes import Ellipse, Limb, Ring, box, cut_mask, polygon


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_a_small_svg_without_style_or_script(name: str) -> None:
    svg = draw_scene(name)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert {element.tag.split("}")[1] for element in root.iter()} <= {
        "svg", "path", "pattern", "use", "defs", "g", "linearGradient", "stop",
    }  # fmt: skip
    assert [element for element in root.iter() if element.get("style")] == []
    assert len(svg.encode()) <= 8192
    assert draw_scene(name) == svg


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_says_in_one_sentence_what_it_shows(name: str) -> None:
    scene = SCENES[name]
    assert re.fullmatch(r"[A-Z][^.]{30,110}\.", scene.description)
    assert len(scene.weft) == HEIGHT


@pytest.mark.parametrize("name", SCENES)
def test_every_layer_of_a_scene_is_seen(name: str) -> None:
    scene = SCENES[name]
    masks = [layer.mask() for layer in scene.layers]
    seen = {scene.thread_at(masks, x, y)[0] for x in range(WIDTH) for y in range(HEIGHT)}
    assert seen == set(range(len(masks) + 1))


def test_no_two_scenes_share_an_id() -> None:
    found = [
        identity for name in SCENES for identity in re.findall(r'id="(\w+)"', draw_scene(name))
    ]
    assert len(found) == len(set(found))


def test_a_preview_of_a_scene_shows_the_colours_of_its_threads() -> None:
    scene, preview = SCENES["news-award"], draw_scene_png("news-award")
    image = Image.open(BytesIO(preview)).convert("RGB")
    masks = [layer.mask() for layer in scene.layers]
    far = 0
    for row in range(84):
        for x in range(WIDTH):
            pixel = image.getpixel((int((x + 0.5) * 7.5), int((row + 0.5) * 7.5)))
            assert isinstance(pixel, tuple)
            colour = read_rgb(scene.thread_at(masks, x, row + 12)[2])
            far += max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) > 48
    assert far < 84 * WIDTH * 0.01
    assert image.size == (1200, 630)
    assert len(preview) < 120_000


def test_shade_goes_from_the_first_colour_to_the_last() -> None:
    rows = shade(100, "#000000", "#ffffff")
    assert (rows[0], rows[-1], len(rows)) == ("#000000", "#ffffff", 100)
    assert len(set(rows)) == 4


@pytest.mark.parametrize(
    ("colour", "short"), [("#aabbcc", "#abc"), ("#aabbcd", "#aabbcd"), ("#ffffff", "#fff")]
)
def test_a_colour_is_written_short_where_it_can(colour: str, short: str) -> None:
    assert shorten(colour) == short


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix("#000000", "#ff8000", share) for share in (0, 0.5, 1)] == [
        "#000000", "#804000", "#ff8000",
    ]  # fmt: skip


def test_shapes_cover_the_threads_whose_middle_they_hold() -> None:
    def rows(*shapes: object) -> list[str]:
        mask = cut_mask(shapes, (), 5, 5)  # type: ignore[arg-type]
        return ["".join("#" if cell else "." for cell in row) for row in mask]

    assert rows(Ellipse(2.5, 2.5, 2.3, 2.3)) == [".###.", "#####", "#####", "#####", ".###."]
    assert rows(Ring(2.5, 2.5, 2.3, 0.8)) == [".###.", "#...#", "#...#", "#...#", ".###."]
    assert rows(box(1, 1, 2, 3)) == [".....", ".##..", ".##..", ".##..", "....."]
    assert rows(Limb((0.5, 2.5), (4.5, 2.5), 0.4, 0.4)) == [
        ".....",
        ".....",
        "#####",
        ".....",
        ".....",
    ]
    corner = polygon((0, 0), (4.9, 0), (0, 4.9))
    assert rows(corner) == [
        "####.",
        "###..",
        "##...",
        "#....",
        ".....",
    ]


def test_shapes_outside_the_cloth_are_cut_off() -> None:
    assert cut_mask([box(-9, -9, 99, 99)], [box(0, 0, 1, 1)], 2, 2) == ((False, True), (True, True))
