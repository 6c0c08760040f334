"""Pages with one planted fault each and a page without any, walked through by a real browser."""

import pytest

from samenleven.checks.reach import check_reach
from samenleven.checks.server import served

HEAD = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="https://stad.example/ar/">
<title>العيش معا في المدينة</title>
<link rel="stylesheet" href="/main.css">
"""
SKIP = '<a class="skip-link" href="#text">إلى النص</a>\n'
MENU = """<header><nav><a class="menu" href="/nl/">البرامج</a></nav>
<details><summary>اللغات</summary><nav class="panel"><a class="menu" href="/uk/" hreflang="uk">
Uk</a></nav></details></header>
"""
MAIN = """<main id="text">
<p class="prose">الناس الذين يعيشون في <a href="/nl/">المدينة</a></p>
<p><a class="button" href="/nl/">الاتصال</a></p>
"""
END = """</main>
<footer class="sources"><a href="https://bron.example/a">المصدر</a>
<p>https://stad.example/ar/</p></footer></body></html>"""
CSS = """
html { color-scheme: light dark; background: light-dark(#fff, #111); color: light-dark(#222, #eee) }
:focus-visible { outline: 3px solid light-dark(#222, #eee) }
a { color: inherit }
.skip-link { position: absolute; top: -9rem; padding: 1rem; background: light-dark(#fff, #111) }
.skip-link:focus { top: 0 }
.menu, .button, summary, .sources a { display: flex; min-height: 44px; width: 6em }
.button { border: 2px solid transparent; background: #035; color: #fff }
.panel { position: absolute; background: light-dark(#fff, #111) }
@media print {
  nav, details, .button { display: none }
  .sources a::after { content: attr(href) }
}
"""


def page(body: str = "", style: str = "", *, skip: str = SKIP, head: str = "") -> str:
    """Return the good page with something added to its end."""
    return f"{HEAD}{head}<style>{style}</style></head><body>{skip}{MENU}{MAIN}{body}{END}"


BOX = '<p class="box">الناس الذين يعيشون</p>'
LINK = '<p><a class="button x" href="/uk/">اكتب</a></p>'
ICON = (
    '<button class="button"><svg width="9" height="9"><path fill="{}" d="M0 0h9"/></svg></button>'
)
SCRIPT = """<script>
addEventListener('keydown', event => {{ if (event.target.matches('.x')) {{ {} }} }})
</script>"""

# The page, and what is found in it; without a view in brackets it shows in both.
CASES = {
    "good": (page(), []),
    "word that opens its meaning": (
        page('<p>الناس <button popovertarget="t">OCMW</button> هنا</p><div id="t" popover>x</div>'),
        [],
    ),
    "wide": (
        page(BOX, ".box { width: 400px }"),
        ['wider than the screen: <p class="box"> (320 dark)'],
    ),
    "pale": (
        page(style=".prose { color: light-dark(#767676, #eee) }"),
        [
            "body text is pale: p.prose (4.54:1, at least 7:1) (1280 light)",
            "body text is pale: p.prose a (4.54:1, at least 7:1) (1280 light)",
        ],
    ),
    "see-through": (
        page(style=".prose { opacity: .7 } .panel { z-index: 1 }"),
        [
            "body text is pale: p.prose (5.89:1, at least 7:1) (1280 light)",
            "body text is pale: p.prose a (5.89:1, at least 7:1) (1280 light)",
        ],
    ),
    "picture": (
        page(style="main { background: linear-gradient(#fff, #eee) }"),
        [
            "body text on a picture: p.prose (of main)",
            "body text on a picture: p.prose a (of main)",
        ],
    ),
    "no-ring": (
        page(LINK, ".x:focus-visible { outline: none }"),
        [
            "forced colours: the focus does not show: a.button.x",
            "the focus does not show: a.button.x",
        ],
    ),
    "shadow-ring": (
        page(LINK, ".x:focus-visible { outline: none; box-shadow: 0 0 0 3px #888 }"),
        ["forced colours: the focus does not show: a.button.x"],
    ),
    "border-ring": (
        page(LINK, ".x:focus-visible { outline: none; border-color: #888 }"),
        ["forced colours: the focus does not show: a.button.x"],
    ),
    "thicker-border": (
        page(LINK, ".x:focus-visible { outline: none; border: 4px solid #888 }"),
        [],
    ),
    "pale-ring": (
        page(LINK, ".x:focus-visible { outline-color: light-dark(#ccc, #eee) }"),
        ["the focus ring is pale: a.button.x (1.61:1, at least 3:1) (1280 light)"],
    ),
    "cut-ring": (
        page(f'<div class="box">{LINK}</div>', ".box { overflow: hidden; width: max-content }"),
        ["the focus ring is cut off: a.button.x (by div.box)"],
    ),
    "covered": (
        page(LINK + BOX, ".box { position: fixed; inset: 50% 0 0; margin: 0 }"),
        [
            "the focus is covered: a.button (by p.box) (320 dark)",
            "the focus is covered: a.button.x (by p.box) (320 dark)",
            "the focus is covered: a.menu (by p.box) (320 dark)",
            "the focus is covered: footer.sources a (by p.box) (320 dark)",
            "the focus is covered: p.prose a (by p.box) (320 dark)",
        ],
    ),
    "out-of-sight": (
        page(LINK, ".x { position: absolute; top: -99px }"),
        ["the focus is out of sight: a.button.x"],
    ),
    "trap": (
        page(
            LINK,
            head=SCRIPT.format("event.preventDefault()"),
        ),
        ["the Tab key is trapped: a.button.x"],
    ),
    "circle": (
        page(
            LINK,
            head=SCRIPT.format("event.preventDefault(); document.querySelector('.button').focus()"),
        ),
        ["the Tab key goes in a circle: a.button.x (back to a.button)"],
    ),
    "no-skip-link": (page(skip=""), ["the first stop is no link to the text: a.menu"]),
    "dead-skip-link": (
        page(skip=SKIP.replace("#text", "#gone")),
        ["the first stop is no link to the text: a.skip-link"],
    ),
    "small": (
        page(
            '<ul><li><a class="x" href="/uk/">اكتب</a></li></ul>',
            ".x { display: block; width: 20px; height: 30px; font-size: 5px }",
        ),
        ["a target is small: a.x (20 x 30 px, at least 24)"],
    ),
    "low": (
        page('<a href="tel:+3256" class="x">الهاتف</a>', ".x { display: block; height: 30px }"),
        ["a main target is low: a.x (30 px, at least 44)"],
    ),
    "low-language": (
        page(style="[hreflang] { min-height: 30px; height: 30px }"),
        ["a main target is low: a.menu (30 px, at least 44)"],
    ),
    "stretched": (
        page(
            '<div class="card"><a class="x" href="/uk/">اكتب</a></div>',
            ".card { position: relative; height: 50px } .x { font-size: 10px }"
            ".x::after { content: ''; position: absolute; inset: 0 }",
        ),
        [],
    ),
    "no-edge": (
        page(LINK, ".x { border: 0; min-height: 48px }"),
        ["forced colours: no edge is left: a.button.x"],
    ),
    "own-colours": (
        page(BOX, ".box { forced-color-adjust: none; color: #777; background: #777 }"),
        ["forced colours: the text vanishes: p.box"],
    ),
    "icon": (
        page(ICON.format("#777"), "svg { background: #777; forced-color-adjust: none }"),
        ["forced colours: the icon vanishes: button.button svg"],
    ),
    "good-icon": (page(ICON.format("currentcolor")), []),
    "printed-menu": (
        page(style="@media print { nav { display: block } }"),
        ["print: stays on paper: nav"],
    ),
    "unsigned": (
        page().replace("<p>https://stad.example/ar/</p>", ""),
        ["print: the address of the page is missing: body (https://stad.example/ar/)"],
    ),
    "untold-source": (
        page(style=".sources a::after { content: none !important }"),
        ["print: the address of a source is missing: footer.sources a (https://bron.example/a)"],
    ),
    "cut-text": (
        page(BOX, ".box { overflow: hidden; width: 200px; height: 20px; font: 16px/20px arial }"),
        ["spaced text is cut off: p.box (200 x 24 px in 200 x 20)"],
    ),
    "overlap": (
        page(f'<div class="flat">{BOX}</div>{BOX}', ".flat { height: 0 } .box { margin: 0 }"),
        ["spaced text overlaps: p.box (with p.box)"],
    ),
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what one check of all pages finds; none may spoil the next."""
    folder = tmp_path_factory.mktemp("reach")
    (folder / "main.css").write_text(CSS)
    for name, (html, _) in CASES.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(html, "utf-8")
    with served(folder) as address:
        return check_reach([f"{address}/{name}/" for name in CASES])


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_found_and_nothing_else(findings: list[str], name: str) -> None:
    start = f"/{name}/: "
    found = [line.removeprefix(start) for line in findings if line.startswith(start)]
    assert found == CASES[name][1]
