"""No letter of the site lacks in the fonts of its script."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import html

from samenleven.commands.build import build_site

FONTS = Path(__file__).parents[2] / "theme" / "static" / "fonts"
TEXT = {"arabic": ("vazirmatn", "golos-*"), "other": ("golos-*",)}


def letters_of(*names: str) -> set[int]:
    """Return the characters that fonts hold."""
    files = [file for name in names for file in FONTS.glob(f"{name}.woff2")]
    assert files
    return {code for file in files for code in TTFont(file).getBestCmap()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("letters") / "site"
    assert build_site("pelicanconf.py", OUTPUT_PATH=str(output)) == 0
    return output


@pytest.mark.parametrize("lang", ["nl", "fr", "en", "ar", "fa", "tr", "uk", "es"])
def test_every_letter_of_a_language_is_in_its_fonts(site: Path, lang: str) -> None:
    known = letters_of(*TEXT["arabic" if lang in ("ar", "fa") else "other"])
    missing = {}
    for page in sorted(site.glob(f"{lang}/**/*.html")):
        body = html.fromstring(page.read_bytes()).body
        for switch in body.find_class("language-switcher__panel"):
            switch.drop_tree()  # the names of all languages: each in its own
        codes = {ord(letter) for letter in body.text_content()} - known
        letters = sorted(chr(code) for code in codes if unicodedata.category(chr(code))[0] != "C")
        missing.update({page.relative_to(site).as_posix(): letters} if letters else {})
    assert missing == {}
