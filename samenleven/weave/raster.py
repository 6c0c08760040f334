"""Cloth as PNG, for previews on social media that show no SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from samenleven.record import record
from samenleven.weave.colours import mix
from samenleven.weave.drafts import SATEEN, SATIN, Cloth
from samenleven.weave.outline import Mask

if TYPE_CHECKING:
    from PIL.Image import Image

Stitch = tuple[int, bool, str]  # the layer, whether warp lies on top, its colour

FINE = 2  # the cloth is drawn so much larger, then made smaller: smooth edges
COLOURS = 64  # of the palette


@record(frozen=True)
class Loom:
    """Say how cloth is drawn: fine pixels a thread, what lies between threads and how dark."""

    step: int
    ground: str
    seam: float = 1  # the share of the ground that is seen there


def draw_png(
    cloth: Cloth, width_px: int, height_px: int, unit: int, mask: Mask | None = None
) -> bytes:
    """Return a PNG of `width_px` by `height_px` pixels, `unit` pixels a thread.

    With a mask, which repeats, the cloth is damask as in `svg.draw_svg`.
    """
    on, off = replace(cloth, draft=SATIN), replace(cloth, draft=SATEEN)

    def stitch(x: int, y: int) -> Stitch:
        if mask is None:
            return 0, cloth.draft.is_warp_up(x, y), cloth.thread_at(x, y)
        is_on = mask[y % len(mask)][x % len(mask[0])]
        side = on if is_on else off
        return int(is_on), side.draft.is_warp_up(x, y), side.thread_at(x, y)

    return paint(stitch, width_px, height_px, Loom(unit * FINE, cloth.ground))


def paint(stitch: Callable[[int, int], Stitch], width_px: int, height_px: int, loom: Loom) -> bytes:
    """Return the PNG of a cloth by its stitches."""
    from PIL import Image

    step = loom.step
    size = width_px * FINE, height_px * FINE
    image = Image.new("RGB", size, loom.ground)
    rows, columns = -(-size[1] // step), -(-size[0] // step)
    face = [[stitch(x, y) for x in range(columns)] for y in range(rows)]
    draw = cache(partial(_draw_float, loom))  # thousands of floats have a few dozen looks
    for y, row in enumerate(face):
        for start, length, colour in _runs(row, is_warp=False):
            image.paste(draw(length * step, step, colour), (start * step, y * step))
    for x in range(columns):
        for start, length, colour in _runs([row[x] for row in face], is_warp=True):
            image.paste(draw(step, length * step, colour), (x * step, start * step))
    small = image.reduce(FINE).quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    file = BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def _runs(stitches: list[Stitch], *, is_warp: bool) -> Iterator[tuple[int, int, str]]:
    """Yield start, length and colour of each float in a line of stitches."""
    start = 0
    for (_, is_up, colour), group in groupby(stitches):
        length = len(list(group))
        if is_up == is_warp:
            yield start, length, colour
        start += length


def _draw_float(loom: Loom, width: int, height: int, colour: str) -> Image:
    """Return a float, in fine pixels: its shadow, its body, and the light along it."""
    from PIL import Image, ImageDraw

    thin = min(width, height)
    gap = max(1, round(thin * 0.06))
    right, bottom = width - 1 - gap, height - 1 - gap
    seam, dark = (mix(colour, loom.ground, share) for share in (loom.seam, 0.26))
    image = Image.new("RGB", (width, height), seam)
    canvas = ImageDraw.Draw(image)
    canvas.rounded_rectangle((gap, gap, right, bottom), thin * 0.24, fill=dark)
    edge = max(1, round(thin * 0.14))
    if height >= width:
        right -= edge
        lit = (gap + edge, gap + edge, gap + 2 * edge, bottom - edge)
    else:
        bottom -= edge
        lit = (gap + edge, gap + edge, right - edge, gap + 2 * edge)
    canvas.rounded_rectangle((gap, gap, right, bottom), thin * 0.24, fill=colour)
    canvas.rectangle(lit, fill=mix(colour, "#ffffff", 0.1))
    return image
