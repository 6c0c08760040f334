"""Publish the fonts that the stylesheet names, under names that change with their bytes."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

# As the parts of the stylesheet write it; the minifier drops the quotation marks.
FONT_URL = re.compile(r"""url\((["']?)fonts/(?P<stem>[\w-]+)\.woff2\1\)""")


def publish_fonts(static: Path, output: Path, css: str) -> str:
    """Write each font that `css` names into `output`/fonts; return the CSS with the new names.

    They stay relative to the stylesheet, which stands in `output` itself. Fonts that `css` does
    not name are not published. Raises: FileNotFoundError.
    """

    def publish(match: re.Match[str]) -> str:
        name = _publish_font(static / "fonts" / f"{match['stem']}.woff2", output / "fonts")
        return f'url("fonts/{name}")'

    return FONT_URL.sub(publish, css)


def _publish_font(font: Path, folder: Path) -> str:
    data = font.read_bytes()
    name = f"{font.stem}.{blake2b(data, digest_size=6).hexdigest()}{font.suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return name
