"""Write the stylesheet, script, icon and cloths under names that change with their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import lightningcss

from samenleven.views.cloths import Cloth
from samenleven.views.page import Picture
from samenleven.weave.drawdown import tile_size
from samenleven.weave.palettes import dress
from samenleven.weave.svg import draw_svg

FOLDER = "theme"
COVER = (96, 32)  # threads
UNIT = 10  # CSS pixels a thread
BAND_UNIT = 4
WOVEN = re.compile(r"url\([\"']?woven/([a-z-]+)\.([a-z]+)\.svg[\"']?\)")
ICON: Cloth = ("basket", "indigo")


@dataclass(frozen=True)
class Assets:
    """The paths below the site's address of what pages load."""

    stylesheet: str
    script: str
    icon: str
    covers: Mapping[Cloth, Picture] = field(hash=False)


def write_assets(static: Path, output: Path, cloths: Iterable[Cloth]) -> Assets:
    """Write one minified stylesheet, the script, the icon and the covers below `output`."""
    stylesheet = lightningcss.bundle_css(str(static / "css" / "site.css"))
    stylesheet = WOVEN.sub(lambda name: _write_band(output, (name[1], name[2])), stylesheet)
    icon = draw_svg(dress(*ICON), 8, 8, unit=4)
    return Assets(
        write_hashed(output, "site", ".css", stylesheet.encode()),
        write_hashed(output, "scheme", ".js", (static / "js" / "scheme.js").read_bytes()),
        write_hashed(output, "icon", ".svg", icon.encode()),
        {cloth: _write_cover(output, cloth) for cloth in cloths},
    )


def _write_cover(output: Path, cloth: Cloth) -> Picture:
    width, height = COVER
    svg = draw_svg(dress(*cloth), width, height, unit=UNIT)
    path = write_hashed(output, "-".join(cloth), ".svg", svg.encode())
    return Picture(path, width * UNIT, height * UNIT)


def _write_band(output: Path, cloth: Cloth) -> str:
    """Write a cloth that repeats both ways, and return it as CSS names it."""
    threads = dress(*cloth)
    svg = draw_svg(threads, *tile_size(threads), unit=BAND_UNIT)
    path = write_hashed(output, "-".join(("band", *cloth)), ".svg", svg.encode())
    return f"url({path.removeprefix(f'{FOLDER}/')})"


def write_hashed(output: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write a file whose name holds the hash of its bytes; return its path below `output`."""
    path = f"{FOLDER}/{stem}.{blake2b(data, digest_size=6).hexdigest()}{suffix}"
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path
