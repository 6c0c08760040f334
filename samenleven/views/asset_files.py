"""Write the stylesheet, scripts, icon and cloths under names that change with their bytes.

An edit of a text needs none of this, and the looms take a while to load.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

import lightningcss
from PIL import __version__ as PILLOW

from samenleven.views.assets import FOLDER, HOUSE, ICON, Assets
from samenleven.views.cloths import Cloth
from samenleven.views.fonts import find_fonts, publish_fonts
from samenleven.views.page import Picture, Source
from samenleven.views.tones import write_tones
from samenleven.weave import raster
from samenleven.weave.drawdown import tile_size
from samenleven.weave.palettes import dress
from samenleven.weave.raster import draw_png
from samenleven.weave.svg import draw_svg, sew

COVER = (96, 32)  # threads
UNIT = 10  # CSS pixels a thread
TILE_UNIT = 4
PATCH = (32, 32)  # threads of a quilt's patch
WIDE = "(width >= 60rem)"  # where blocks/quilt.css gives the quilt a column of its own
WOVEN = re.compile(r"url\([\"']?woven/([a-z-]+)\.([a-z]+)\.svg[\"']?\)")
PREVIEW = (1200, 630, 20)  # pixels wide and high, pixels a thread


def write_assets(
    static: Path, output: Path, cloths: Iterable[Cloth], cache: Path, quilt: Sequence[Cloth] = ()
) -> Assets:
    """Write one minified stylesheet, the scripts, the icon and the covers below `output`.

    `cache` keeps what is slow to draw. The cloths of `quilt` are sewn together.
    """
    stylesheet = lightningcss.bundle_css(str(static / "css" / "site.css"))
    stylesheet = publish_fonts(static, output / FOLDER, stylesheet)
    stylesheet += write_tones()
    stylesheet = WOVEN.sub(lambda name: _name_tile(output, (name[1], name[2])), stylesheet)
    worn = sorted({*cloths, HOUSE})
    return Assets(
        write_hashed(output, "site", ".css", stylesheet.encode()),
        _write_script(static, output, "scheme"),
        _write_script(static, output, "clock"),
        _write_tile(output, ICON),
        {cloth: _write_cover(output, cloth) for cloth in worn},
        {cloth: _write_preview(output, cloth, cache) for cloth in worn},
        _write_quilt(output, quilt),
        _write_script(static, output, "photos"),
        _write_script(static, output, "search"),
        _write_script(static, output, "keep"),
        _write_script(static, output, "kept"),
        find_fonts(stylesheet),
    )


def _write_script(static: Path, output: Path, name: str) -> str:
    return write_hashed(output, name, ".js", (static / "js" / f"{name}.js").read_bytes())


def _write_cover(output: Path, cloth: Cloth) -> Picture:
    width, height = COVER
    svg = draw_svg(dress(*cloth), width, height, unit=UNIT)
    path = write_hashed(output, "-".join(cloth), ".svg", svg.encode())
    return Picture(path, width * UNIT, height * UNIT)


def _write_quilt(output: Path, cloths: Sequence[Cloth]) -> Picture | None:
    """Write the cloths side by side, and for wide screens below each other, two a row."""
    if not cloths:
        return None
    side, height = PATCH
    count = len(cloths)
    row = [(dress(*cloth), side * at, 0, side, side) for at, cloth in enumerate(cloths)]
    strip = sew(row, side * count, side, unit=UNIT)
    pairs = [(dress(*cloth), *_patch(at, count), height) for at, cloth in enumerate(cloths)]
    wide_size = COVER[0] * UNIT, height * (count // 2 + 1) * UNIT
    block = sew(pairs, COVER[0], height * (count // 2 + 1), unit=UNIT)
    wide = write_hashed(output, "quilt-wide", ".svg", block.encode())
    path = write_hashed(output, "quilt", ".svg", strip.encode())
    return Picture(
        path, side * count * UNIT, side * UNIT, sources=(Source(wide, "", WIDE, *wide_size),)
    )


def _patch(at: int, count: int) -> tuple[int, int, int]:
    """Return column, row and width of a patch: the first, and the last of an odd rest, is wide."""
    width, height = COVER[0], PATCH[1]
    row = (at + 1) // 2
    is_wide = at == 0 or (at == count - 1 and at % 2 == 1)
    column = width // 2 if at and at % 2 == 0 else 0
    return column, row * height, width if is_wide else width // 2


def _write_preview(output: Path, cloth: Cloth, cache: Path) -> str:
    png = kept(cache, f"{dress(*cloth)}{PREVIEW}", lambda: draw_png(dress(*cloth), *PREVIEW))
    return write_hashed(output, "-".join(("preview", *cloth)), ".png", png)


def draw_preview(cache: Path, name: str) -> bytes:
    """Return the preview of a woven scene as PNG."""
    from samenleven.weave.scenes import SCENES, draw_scene_png  # their shapes take a moment

    return kept(cache, repr(SCENES[name]), lambda: draw_scene_png(name))


def kept(cache: Path, what: str, draw: Callable[[], bytes]) -> bytes:
    """Return what was drawn before for the same description and code, or draw and keep it.

    A preview costs a tenth of a second, which would be most of a build.
    """
    key = blake2b(what.encode() + Path(raster.__file__).read_bytes() + PILLOW.encode())
    file = cache / f"{key.hexdigest()[:24]}.png"
    if not file.exists():
        half = file.with_suffix(".half")
        half.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(draw())
        half.replace(file)  # a file by this name is always whole
    return file.read_bytes()


def _name_tile(output: Path, cloth: Cloth) -> str:
    """Write the tile of a cloth, and return it as the stylesheet beside it names it."""
    return f"url({_write_tile(output, cloth).removeprefix(f'{FOLDER}/')})"


def _write_tile(output: Path, cloth: Cloth) -> str:
    threads = dress(*cloth)
    svg = draw_svg(threads, *tile_size(threads), unit=TILE_UNIT)
    return write_hashed(output, "-".join(("tile", *cloth)), ".svg", svg.encode())


def write_hashed(output: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write a file whose name holds the hash of its bytes; return its path below `output`."""
    path = f"{FOLDER}/{stem}.{blake2b(data, digest_size=6).hexdigest()}{suffix}"
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path
