"""Publish the fonts that the stylesheet names, under names that change with their bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from samenleven.languages.locales import language

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


# What a page asks for at once, by the script of its language. The fonts are optional: what is not
# there within a moment is used on the next page only.
FIRST = {
    "LATIN": ("golos-latin", "literata-latin"),
    "CYRILLIC": ("golos-cyrillic", "literata-cyrillic"),
    "ARABIC": ("vazirmatn",),
}
PUBLISHED = re.compile(r"fonts/(?P<stem>[\w-]+)\.[0-9a-f]+\.woff2")


def find_fonts(css: str) -> dict[str, str]:
    """Return the published name of each font that the stylesheet names, by its own name."""
    return {name["stem"]: name[0] for name in PUBLISHED.finditer(css)}


def first_fonts(lang: str, fonts: Mapping[str, str]) -> list[str]:
    """Return the fonts that a page in `lang` needs first, as `find_fonts` names them."""
    script = unicodedata.name(language(lang).endonym[0]).split()[0]
    return [fonts[stem] for stem in FIRST.get(script, ()) if stem in fonts]
