"""Pages with one planted fault each and a page without any, visited by a real browser."""

from pathlib import Path

import pytest

from samenleven.checks.axe import audit_pages
from samenleven.checks.server import served

HEAD = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>العيش معا في المدينة</title>
<link rel="icon" href="/base/icon.svg">
<link rel="stylesheet" href="/base/main.css">
"""
BODY = """</head>
<body>
<main>
<h1>العيش معا</h1>
<p class="text">الناس الذين يعيشون في المدينة</p>
"""
END = "</main></body></html>"
CSS = """
html { background: #fff; color: #222 }
@media (prefers-color-scheme: dark) { html { background: #111; color: #eee } }
"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'

CONTRAST = "axe color-contrast: Elements must meet minimum color contrast ratio thresholds: p"
LIGHT_ONLY = "@media (prefers-color-scheme: light) {{ .text {{ color: {} }} }}"
WIDE = '<div class="wide">أهلا</div>'


def page(body: str = "", style: str = "", head: str = "") -> str:
    """Return the good page with something added."""
    style = f"<style>{style}</style>" if style else ""
    return HEAD + head + style + BODY + body + END


def script(code: str) -> str:
    """Return the good page with a script that runs while it loads."""
    return page(head=f"<script>{code}</script>")


# The page, and what is found in it; without a place in brackets it shows in every mode.
CASES = {
    "good": (page(), []),
    "redirect": (page("<img src=x>", head='<meta http-equiv="refresh" content="0; url=/">'), []),
    "alt": (
        page('<img src="/base/icon.svg" width="9" height="9">'),
        [
            "axe image-alt: Images must have alternative text: img",
            "htmlcs WCAG2AA.Principle1.Guideline1_1.1_1_1.H37: Img element missing an alt "
            "attribute. Use the alt attribute to specify a short text alternative.: "
            '<img src="/base/icon.svg" width="9" height="9">',
        ],
    ),
    "pale-oklch": (
        page(style=LIGHT_ONLY.format("oklch(0.8 0 0)")),
        [f"{CONTRAST} (1280 light, 360 light)"],
    ),
    "pale-alpha": (
        page(style=LIGHT_ONLY.format("rgb(0 0 0 / 25%)")),
        [f"{CONTRAST} (1280 light, 360 light)"],
    ),
    "pale-hex": (
        page(style=LIGHT_ONLY.format("#bbb")),
        [
            f"{CONTRAST} (1280 light, 360 light)",
            "htmlcs WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail: This element has insufficient "
            "contrast at this conformance level. Expected a contrast ratio of at least 4.5:1, but "
            "text in this element has a contrast ratio of 1.92:1. Recommendation:  change text "
            'colour to #767676.: <p class="text"> (1280 light, 360 light)',
        ],
    ),
    "id": (
        page('<p id="a">أهلا</p><p id="a">أهلا</p>'),
        [
            "htmlcs WCAG2AA.Principle4.Guideline4_1.4_1_1.F77: Duplicate id attribute value "
            '"a" found on the web page.: <p id="a">'
        ],
    ),
    "third-party": (
        page('<img src="http://127.0.0.2:9/pixel.png" alt="">'),
        ["asks another host: http://127.0.0.2:9/pixel.png"],
    ),
    "wide-2000": (
        page(WIDE, ".wide { width: 2000px }"),
        ['wider than the screen: <div class="wide">'],
    ),
    "wide-400": (
        page(WIDE, ".wide { width: 400px }"),
        ['wider than the screen: <div class="wide"> (320 dark, 320 light, 360 dark, 360 light)'],
    ),
    "wide-340": (
        page(WIDE, ".wide { width: 340px }"),
        ['wider than the screen: <div class="wide"> (320 dark, 320 light)'],
    ),
    "local": (script("localStorage.theme = 'dark'"), ['keeps "theme" in localStorage']),
    "session": (script("sessionStorage.seen = 1"), ['keeps "seen" in sessionStorage']),
    "cookie": (script("document.cookie = 'visitor=1'"), ['sets the cookie "visitor"']),
    "console": (script("console.error('broken')"), ["console: broken [/base/console/]"]),
    "exception": (script("throw new Error('broken')"), ["script: broken"]),
    "asset": (
        page('<img src="/base/gone.png" alt="">'),
        [
            "console: Failed to load resource: the server responded with a status of 404 "
            "(Not Found) [/base/gone.png]"
        ],
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one page for each case."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "main.css").write_text(CSS)
    (folder / "icon.svg").write_text(ICON)
    for name, (html, _) in CASES.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(html, "utf-8")
    return folder


@pytest.fixture(scope="module")
def findings(site: Path) -> list[str]:
    """Return what one audit of all pages finds; none may spoil the next."""
    with served(site, "/base") as address:
        return audit_pages([f"{address}/{name}/" for name in CASES])


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_found_and_nothing_else(findings: list[str], name: str) -> None:
    start = f"/base/{name}/: "
    found = [line.removeprefix(start) for line in findings if line.startswith(start)]
    assert found == CASES[name][1]


def test_one_width_and_one_scheme_can_be_asked_for(site: Path) -> None:
    with served(site, "/base") as address:
        found = audit_pages([f"{address}/pale-oklch/"], widths=[700], schemes=["light"])
    assert found == [f"/base/pale-oklch/: {CONTRAST}"]
