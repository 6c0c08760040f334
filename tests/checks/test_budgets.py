"""Pages with one planted fault each and a page without any, weighed by a real browser."""

import gzip
import re
from pathlib import Path
from random import Random

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from samenleven.checks.budgets import DESK, check_budgets, judge_median, transfer_size
from samenleven.checks.server import served

NOISE = Random(1).randbytes(100_000).hex()  # compresses to little more than half
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
TEXT = "<p>De mensen die in de stad wonen</p>" * 4
# Compression and the width of letters differ between machines.
VARYING = r"^(html|css|js|layout shift) [\d.]+"
FACE = "@font-face { font-family: wide; src: url(/wide.ttf); font-display: swap }"


def build_wide_font(file: Path) -> None:
    """Write a font in which every small letter is four times as wide as high."""
    letters = {code: chr(code) for code in range(ord("a"), ord("z") + 1)}
    names = [".notdef", *letters.values()]
    font = FontBuilder(1000)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(letters)
    font.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    font.setupHorizontalMetrics(dict.fromkeys(names, (4000, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Wide", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(file)


def page(body: str = "", head: str = "") -> str:
    """Return a good page with something added."""
    return (
        '<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Stad</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="/icon.svg">{head}<body><main><h1>Samenleven</h1>{body}{TEXT}'
    )


def script(code: str) -> str:
    """Return the good page with a script at its end."""
    return page() + f"<script>{code}</script>"


ENLARGE = "document.querySelector('h1').style.height = '400px'"
TALL = '<div style="height: 9000px"></div>'
SHIFTS = ["layout shift N, at most 0.01 (desk)", "layout shift N, at most 0.01 (phone)"]

# The page, and what is found in it; without a device in brackets it shows on both.
CASES = {
    "good": (page(), []),
    "redirect": (page(head='<meta http-equiv="refresh" content="0; url=/good/">'), []),
    "html": (page(f"<!-- {NOISE[:40_000]} -->"), ["html N kB, at most 15.0 kB"]),
    "css": (page(head='<link rel="stylesheet" href="/big.css">'), ["css N kB, at most 12.0 kB"]),
    "js": (page(head='<script src="/big.js"></script>'), ["js N kB, at most 6.0 kB"]),
    "images": (
        page('<img src="/big.png" width="10" height="10">'),
        ["images 130.1 kB, at most 120.0 kB"],
    ),
    "desk-image": (
        page(
            '<img srcset="/icon.svg 10w, /big.png 1000w" sizes="(width > 50em) 1000px, 5px" '
            'width="9" height="9">'
        ),
        ["images 130.1 kB, at most 120.0 kB (desk)"],
    ),
    "lazy": (page(f'{TALL}<img src="/big.png" loading="lazy" width="9" height="9">'), []),
    "icon": (page(head='<link rel="icon" href="/big.png">'), ["images 130.0 kB, at most 120.0 kB"]),
    "manifest": (page(head='<link rel="manifest" href="/big.webmanifest">'), []),
    "fonts": (
        page(
            head="<style>@font-face { font-family: x; src: url(/big.woff2) }"
            "h1 { font-family: x }</style>"
        ),
        ["fonts 70.0 kB, at most 60.0 kB"],
    ),
    "requests": (
        page("".join(f'<img src="/icon.svg?{i}" width="9" height="9">' for i in range(11))),
        ["13 requests, at most 12"],
    ),
    "nodes": (page("<i></i>" * 800), ["813 elements, at most 800"]),
    "shift": (script(f"requestAnimationFrame(() => setTimeout(() => {ENLARGE}, 9))"), SHIFTS),
    "ready-shift": (script(f"addEventListener('DOMContentLoaded', () => {ENLARGE})"), SHIFTS),
    "font-shift": (
        page(head=f"<style>{FACE} body {{ font: 30px/normal wide, serif }}</style>"),
        SHIFTS,
    ),
    "image-shift": (page('<img src="/wide.svg">'), SHIFTS),
    "third-party": (
        page('<img src="http://127.0.0.2:9/pixel.png" width="9" height="9">'),
        ["asks another host: http://127.0.0.2:9/pixel.png"],
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one page for each case."""
    folder = tmp_path_factory.mktemp("budgets")
    (folder / "icon.svg").write_text(ICON)
    (folder / "wide.svg").write_text(ICON.replace("viewBox", 'width="300" height="600" viewBox'))
    build_wide_font(folder / "wide.ttf")
    (folder / "big.css").write_text(f"/* {NOISE[:30_000]} */")
    (folder / "big.js").write_text(f"// {NOISE[:20_000]}")
    (folder / "big.webmanifest").write_text("{}")
    (folder / "big.png").write_bytes(bytes(130_000))
    (folder / "big.woff2").write_bytes(bytes(70_000))
    for name, (html, _) in CASES.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(html, "utf-8")
    return folder


@pytest.fixture(scope="module")
def findings(site: Path) -> list[str]:
    """Return what one check of all pages finds; none may spoil the next."""
    with served(site) as address:
        return check_budgets([f"{address}/{name}/" for name in CASES])


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_found_and_nothing_else(findings: list[str], name: str) -> None:
    start = f"/{name}/: "
    found = [line.removeprefix(start) for line in findings if line.startswith(start)]
    found = [re.sub(VARYING, r"\1 N", line) for line in found]
    assert found == CASES[name][1]


def test_the_median_page_has_a_limit_of_its_own() -> None:
    assert list(judge_median([90_000, 240_000, 95_000])) == []
    told = ["the median page: 120.0 kB in all, at most 100.0 kB"]
    assert list(judge_median([90_000, 120_000, 130_000])) == told
    assert list(judge_median([])) == []


def test_text_is_counted_compressed_and_packed_files_as_they_are() -> None:
    text = b"samen" * 1000
    assert transfer_size(text, "text/html; charset=utf-8") == len(gzip.compress(text, 9))
    assert transfer_size(text, "image/svg+xml") < 100
    assert transfer_size(text, "font/woff2") == 5000


def test_one_device_can_be_asked_for(site: Path) -> None:
    with served(site) as address:
        found = check_budgets([f"{address}/desk-image/"], [DESK])
    assert found == [
        "/desk-image/: images 130.1 kB, at most 120.0 kB",
        "the median page: 130.4 kB in all, at most 100.0 kB",
    ]
