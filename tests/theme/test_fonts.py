"""The theme's fonts hold what their stylesheet says, keep their features, and join Arabic."""

from __future__ import annotations

import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from samenleven.checks.browser import opened_browser
from samenleven.commands.fonts import SUBSETS, TEXT, Subset, make_subset, parse_ranges, write_fonts
from samenleven.views.fonts import publish_fonts

STATIC = Path(__file__).parents[2] / "theme" / "static"
FONTS = STATIC / "fonts"
CSS = (STATIC / "css" / "fonts.css").read_text(encoding="utf-8")
FACES = re.findall(
    r'url\("fonts/([\w-]+)\.woff2"\)[^}]*unicode-range:\s*([^;]+);', CSS
)  # a file may stand in more than one face
NAMES = sorted({name for name, _ in FACES})
FIGURES = {"frac", "pnum", "tnum"}
FEATURES = {
    "golos-latin": {"calt", "ccmp", "kern", "locl", "mark", "mkmk", *FIGURES},
    "golos-turkish": {"kern", "locl"},
    "golos-latin-ext": {"kern"},
    "golos-cyrillic": {"ccmp", "kern", "mark", "mkmk"},
    "literata-latin": {"ccmp", "dnom", "kern", "liga", "locl", "mark", "numr", *FIGURES},
    "literata-turkish": {"kern", "locl"},
    "literata-latin-ext": {"kern"},
    "literata-cyrillic": {"ccmp", "kern", "mark"},
    "vazirmatn": {
        *("calt", "ccmp", "fina", "init", "kern", "liga", "locl", "mark", "medi", "mkmk"),
        *("rlig", "tnum"),
    },
}
# Pages that need the most: their own script, and Dutch text that is not translated yet.
HEAVIEST = {
    "Ukrainian": ("golos-latin", "golos-cyrillic", "literata-latin", "literata-cyrillic"),
    "Turkish": ("golos-latin", "golos-turkish", "literata-latin", "literata-turkish"),
    "Dutch in Arabic": ("golos-latin", "literata-latin", "vazirmatn"),
    "all languages": ("golos-latin", "golos-turkish", "golos-cyrillic", "vazirmatn"),
}
ZWNJ = chr(0x200C)
WIDTH = """async ([font, texts]) => {
  const face = await new FontFace("seen", `url(data:font/woff2;base64,${font})`).load();
  document.fonts.add(face);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "100px seen";
  return texts.map((text) => pen.measureText(text).width);
}"""


def opened(name: str) -> TTFont:
    return TTFont(FONTS / f"{name}.woff2")


def test_every_font_is_named_by_the_stylesheet_and_no_other() -> None:
    files = sorted(file.stem for file in FONTS.glob("*.woff2"))
    assert files == NAMES == sorted(subset.name for subset in SUBSETS)


@pytest.mark.parametrize(("name", "ranges"), FACES)
def test_a_unicode_range_is_what_the_file_holds(name: str, ranges: str) -> None:
    declared = set(parse_ranges(ranges))
    held = set(opened(name).getBestCmap())
    assert (sorted(map(hex, declared - held)), sorted(map(hex, held - declared))) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_no_layout_feature_is_dropped(name: str) -> None:
    font = opened(name)
    records = [
        record
        for table in ("GSUB", "GPOS")
        if table in font
        for record in font[table].table.FeatureList.FeatureRecord
    ]
    assert {record.FeatureTag for record in records} == FEATURES[name]


@pytest.mark.parametrize("page", HEAVIEST)
def test_the_heaviest_pages_load_at_most_sixty_kilobytes(page: str) -> None:
    assert sum((FONTS / f"{name}.woff2").stat().st_size for name in HEAVIEST[page]) <= 60_000


@pytest.mark.parametrize("word", ["بيت", "كلمة", "شهری", "پنجره", "گفتگو", "السلام"])
def test_arabic_letters_join(word: str) -> None:
    font = b64encode((FONTS / "vazirmatn.woff2").read_bytes()).decode()
    with opened_browser() as browser:
        tab = browser.new_page()
        apart = ZWNJ.join(word)
        joined, separate, marked = tab.evaluate(WIDTH, [font, [word, apart, f"{word}َ"]])
    assert joined < separate * 0.95
    assert marked == joined  # a vowel stands above its letter and takes no room


def test_a_font_is_published_under_the_hash_of_its_bytes(tmp_path: Path) -> None:
    static, output = tmp_path / "static", tmp_path / "output"
    (static / "fonts").mkdir(parents=True)
    (static / "fonts/face.woff2").write_bytes(b"face")
    (static / "fonts/unused.woff2").write_bytes(b"unused")
    css = 'a{src:url(fonts/face.woff2)}b{src:url("fonts/face.woff2")}c{src:url(woven/x.svg)}'
    named = publish_fonts(static, output, css)
    [file] = output.rglob("*.woff2")
    assert re.fullmatch(r"face\.[0-9a-f]{12}\.woff2", file.name)
    assert file.read_bytes() == b"face"
    url = f'url("fonts/{file.name}")'
    assert named == f"a{{src:{url}}}b{{src:{url}}}c{{src:url(woven/x.svg)}}"


def test_a_stylesheet_with_a_font_that_is_not_there_cannot_be_published(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publish_fonts(tmp_path, tmp_path, "a{src:url(fonts/none.woff2)}")


def test_cutting_a_font_twice_gives_the_same_bytes() -> None:
    def cut() -> bytes:
        font = TTFont(FONTS / "golos-turkish.woff2", recalcTimestamp=False)
        file = BytesIO()
        make_subset(font, Subset("x", "x", TEXT, "U+11E-11F")).save(file)
        return file.getvalue()

    assert cut() == cut()


def test_a_folder_without_the_designers_files_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no golos-text-latin-wght-normal\.woff2"):
        write_fonts(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()
