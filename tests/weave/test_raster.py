from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from samenleven.weave.colours import read_rgb
from samenleven.weave.palettes import DRESSINGS, dress
from samenleven.weave.raster import draw_png

UNIT = 16


def nearest(pixel: tuple[int, ...], colours: set[str]) -> str:
    return min(
        colours,
        key=lambda colour: sum((a - b) ** 2 for a, b in zip(pixel, read_rgb(colour), strict=True)),
    )


@pytest.mark.parametrize("name", DRESSINGS)
def test_the_middle_of_each_thread_has_the_colour_on_top(name: str) -> None:
    cloth = dress(name, "indigo")
    image = Image.open(BytesIO(draw_png(cloth, 16 * UNIT, 12 * UNIT, UNIT))).convert("RGB")
    colours = {*cloth.warp, *cloth.weft}
    for y in range(12):
        for x in range(16):
            pixel = image.getpixel((x * UNIT + UNIT // 2, y * UNIT + UNIT // 2))
            assert isinstance(pixel, tuple)
            assert nearest(pixel, colours) == cloth.thread_at(x, y)


def test_damask_changes_side_with_the_mask() -> None:
    cloth, mask = dress("satin", "indigo"), [[True] * 10 + [False] * 10] * 10
    image = Image.open(BytesIO(draw_png(cloth, 20 * UNIT, 10 * UNIT, UNIT, mask))).convert("RGB")
    halves = image.crop((0, 0, 160, 160)), image.crop((160, 0, 320, 160))
    blues = []
    for half in halves:
        pixels = [half.getpixel((x * UNIT + 8, y * UNIT + 8)) for x in range(10) for y in range(10)]
        colours = [nearest(p, {*cloth.warp, *cloth.weft}) for p in pixels if isinstance(p, tuple)]
        blues.append(colours.count(cloth.warp[0]))
    assert blues == [80, 20]


def test_a_preview_is_a_small_palette_png_with_the_same_bytes_each_time() -> None:
    preview = draw_png(dress("houndstooth", "weld"), 1200, 630, 15)
    image = Image.open(BytesIO(preview))
    assert (image.size, image.mode) == ((1200, 630), "P")
    assert len(preview) < 120_000
    assert draw_png(dress("houndstooth", "weld"), 1200, 630, 15) == preview
