"""What is encoded: formats, widths and the settings of the encoders.

The settings were chosen at equal SSIMULACRA2; `bench/images.md` measures them.
"""

from __future__ import annotations

from typing import Any

from samenleven.record import record

WIDTHS = (320, 640, 1024, 1600, 2048)  # pixels; a photo is never enlarged
LARGEST = 2048 * 1536  # pixels in all; libaom takes 200 MiB for a square of 2048
COVER = (1200, 630)  # pixels; what Facebook, LinkedIn and WhatsApp show whole
MOVING = 640  # pixels; the widest that a moving picture is published


@record(frozen=True)
class Recipe:
    """A format and the options that Pillow's encoder is given."""

    format: str  # "avif", "jpeg" or "webp"
    options: tuple[tuple[str, Any], ...]  # hashable, and a text that names it for the cache

    @property
    def extension(self) -> str:
        """Return the end of file names."""
        return "jpg" if self.format == "jpeg" else self.format


# Of libaom. It looks for repeated shapes, as screens have them, and takes the glitter of water for
# that: such a photo costs twice the time, 100 MiB more and not a byte less. Weighing each
# coefficient (trellis) takes away more of the quality than of the bytes: at equal SSIMULACRA2 such
# files are 2 to 3 % larger. Blocks of 4 pixels cost a third of the time or more, for less than 1 %.
PHOTO = (
    ("enable-palette", "0"),
    ("enable-intrabc", "0"),
    ("disable-trellis-quant", "1"),
    ("min-partition-size", "8"),
)
# What speed 4 tries beside: time, and no bytes.
THRIFTY = (
    ("enable-ab-partitions", "0"),
    ("enable-1to4-partitions", "0"),
    ("enable-filter-intra", "0"),
    ("enable-flip-idtx", "0"),
)


def avif(quality: int, speed: int, *advanced: tuple[str, str]) -> Recipe:
    """Return a recipe for AVIF. Speed 4 is slow and small, 9 is fast and a quarter larger.

    `advanced` are options of libaom. Colours at full size: where one strong colour fills the
    picture, such a file is a tenth smaller; a photo of leaves is one per cent larger. One thread:
    the photos themselves are spread over the cores.
    """
    chosen = {"quality": quality, "speed": speed, "subsampling": "4:4:4", "max_threads": 1}
    return Recipe("avif", (*chosen.items(), ("advanced", PHOTO + advanced)))


def best_avif(quality: int) -> Recipe:
    """Return the recipe for the smallest AVIF, at four times the time of speed 6."""
    return avif(quality, 4, *THRIFTY)


# Robidoux's table, the default of mozjpeg: 7 % smaller than that of the JPEG standard at the
# quality of 75 in SSIMULACRA2, at no cost. https://github.com/mozilla/mozjpeg, jcparam.c
ROBIDOUX = (
    *(16, 16, 16, 18, 25, 37, 56, 85),
    *(16, 17, 20, 27, 34, 40, 53, 75),
    *(16, 20, 24, 31, 43, 62, 91, 135),
    *(18, 27, 31, 40, 53, 74, 106, 156),
    *(25, 34, 43, 53, 69, 94, 131, 189),
    *(37, 40, 62, 74, 94, 129, 169, 238),
    *(56, 53, 91, 106, 131, 169, 226, 311),
    *(85, 75, 135, 156, 189, 238, 311, 418),
)


def jpeg(quality: int) -> Recipe:
    """Return a recipe for JPEG; `quality` (50-99) scales the table as libjpeg does."""
    scale = 200 - 2 * quality
    table = tuple(min(255, max(1, (step * scale + 50) // 100)) for step in ROBIDOUX)
    chosen = {"qtables": (table, table), "subsampling": "4:2:0"}
    return Recipe("jpeg", (*chosen.items(), ("progressive", True), ("optimize", True)))


def webp(quality: int, method: int) -> Recipe:
    """Return a recipe for WebP."""
    return Recipe("webp", (("quality", quality), ("method", method)))


JPEG = jpeg(71)
# WebP serves the 2-3 % of browsers that show it and no AVIF, saves them 7 % beside this JPEG, and
# costs a third of the files: a switch, not a default.
WEBP = webp(78, 4)
FAST = avif(58, 9)  # what moves, where photos are JPEG alone

Recipes = tuple[Recipe, ...]  # best first; browsers take the first that they can show
RELEASE: Recipes = (avif(56, 6), JPEG)
PREVIEW: Recipes = (JPEG,)  # even at its fastest, AVIF takes five times as long
BEST: Recipes = (best_avif(55), JPEG)
RECIPES = {"release": RELEASE, "preview": PREVIEW, "best": BEST}


def with_webp(recipes: Recipes) -> Recipes:
    """Return the recipes with WebP before JPEG."""
    return (*recipes[:-1], WEBP, recipes[-1])
