"""Write the stylesheet, scripts, icon and cloths under names that change with their bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import lightningcss
from PIL import __version__ as PILLOW

from samenleven.views.cloths import Cloth
from samenleven.views.fonts import find_fonts, publish_fonts
from samenleven.views.page import Picture
from samenleven.weave import raster
from samenleven.weave.drawdown import tile_size
from samenleven.weave.palettes import dress
from samenleven.weave.raster import draw_png
from samenleven.weave.svg import draw_svg

FOLDER = "theme"
COVER = (96, 32)  # threads
UNIT = 10  # CSS pixels a thread
TILE_UNIT = 4
WOVEN = re.compile(r"url\([\"']?woven/([a-z-]+)\.([a-z]+)\.svg[\"']?\)")
ICON: Cloth = ("basket", "indigo")  # the selvedge too, so that one file serves both
HOUSE: Cloth = ("goose-eye", "indigo")  # of pages that wear none of their own
PREVIEW = (1200, 630, 20)  # pixels wide and high, pixels a thread


@dataclass(frozen=True)
class Assets:
    """The paths below the site's address of what pages load."""

    stylesheet: str
    script: str
    clock: str  # the script of what changes on known days
    icon: str
    covers: Mapping[Cloth, Picture] = field(hash=False)
    previews: Mapping[Cloth, str] = field(hash=False)  # for social networks
    fonts: Mapping[str, str] = field(hash=False)  # by their own names, below FOLDER


def write_assets(static: Path, output: Path, cloths: Iterable[Cloth], cache: Path) -> Assets:
    """Write one minified stylesheet, the scripts, the icon and the covers below `output`.

    `cache` keeps what is slow to draw.
    """
    stylesheet = lightningcss.bundle_css(str(static / "css" / "site.css"))
    stylesheet = publish_fonts(static, output / FOLDER, stylesheet)
    stylesheet = WOVEN.sub(lambda name: _name_tile(output, (name[1], name[2])), stylesheet)
    worn = sorted({*cloths, HOUSE})
    return Assets(
        write_hashed(output, "site", ".css", stylesheet.encode()),
        _write_script(static, output, "scheme"),
        _write_script(static, output, "clock"),
        _write_tile(output, ICON),
        {cloth: _write_cover(output, cloth) for cloth in worn},
        {cloth: _write_preview(output, cloth, cache) for cloth in worn},
        find_fonts(stylesheet),
    )


def _write_script(static: Path, output: Path, name: str) -> str:
    return write_hashed(output, name, ".js", (static / "js" / f"{name}.js").read_bytes())


def _write_cover(output: Path, cloth: Cloth) -> Picture:
    width, height = COVER
    svg = draw_svg(dress(*cloth), width, height, unit=UNIT)
    path = write_hashed(output, "-".join(cloth), ".svg", svg.encode())
    return Picture(path, width * UNIT, height * UNIT)


def _write_preview(output: Path, cloth: Cloth, cache: Path) -> str:
    png = kept(cache, f"{dress(*cloth)}{PREVIEW}", lambda: draw_png(dress(*cloth), *PREVIEW))
    return write_hashed(output, "-".join(("preview", *cloth)), ".png", png)


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
