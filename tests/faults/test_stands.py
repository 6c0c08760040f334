"""Inputs that are accepted, and the bytes that they give: a tiny site that is full of them."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from tests.faults.conftest import Page, Site
from tests.trees import tree

QUOTES = """'"><script>alert(x)</script> & ''x'''"""
AS_TEXT = "&#34;&gt;&lt;script&gt;alert(x)&lt;/script&gt; &amp; &#39;x&#39;"  # as Jinja writes it
PLAIN = "title: Plan\nsummary: Zin.\nupdated: 2026-02-01\ncontact: desk\n"
NEWS = "title: {0}\nsummary: {0}\nupdated: 2026-02-01\ndate: 2026-02-01\ncontact: desk\n"
EVENT = "title: {0}\nsummary: {0}\nupdated: 2026-02-01\nstart: 2026-07-01\ncontact: desk\n"
LINKS = {"href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href", "ping"}
SAFE = re.compile(r"(https?:|webcal:|mailto:|tel:|[#/.?]|[\w-]+([./#?]|$)|$)")


class Acting(HTMLParser):
    """Collect what could act on a page that loads the theme's own scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge a tag and its attributes."""
        values = {name: value or "" for name, value in attrs}
        if tag in {"iframe", "object", "embed", "base", "form", "style", "applet", "frame"}:
            self.found.append(tag)
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found.append("refresh")
        if tag == "script" and not values.get("src", "").startswith("/theme/"):
            self.found += [] if values.get("type") == "application/ld+json" else ["script"]
        for name, value in values.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(name)
            if name in LINKS and not SAFE.match("".join(value.split())):
                self.found.append(value)

    def handle_data(self, data: str) -> None:
        """Let a script hold data alone."""
        if self.cdata_elem == "script" and data.strip():
            try:
                json.loads(data)
            except ValueError:
                self.found.append(data)


def find_acting(html: str) -> list[str]:
    """Return what acts in the HTML of a page."""
    parser = Acting()
    parser.feed(html)
    parser.close()
    return parser.found


@pytest.fixture(scope="module")
def said(built: Site) -> str:
    """What the build said to the editor."""
    return (built.root / "said.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny site with all that is accepted, built once."""
    site = Site(tmp_path_factory.mktemp("stands").resolve())
    page = Page(site, "quotes")
    page.change("title: Roots", f"title: {QUOTES}")
    page.change("summary: Dans en muziek.", f"summary: {QUOTES}")
    page.field(f"photos:\n  - file: scene:roots-stage\n    alt: {QUOTES}\n    caption: {QUOTES}")
    (site.content / page.fr).unlink()
    fence = Page(site, "fence")
    fence.body('```"><script>x</script>\na\n```\n')
    kept = Page(site, "kept")
    kept.body('## Kop {: lang=fr dir=ltr #kop }\n\n<span lang="ar" dir="rtl">x</span>\n')
    link = Page(site, "link")
    link.body("[x](../../contacts/desk/index.fr.md)\n")
    (site.content / link.fr).unlink()
    for name, text in (("plain", PLAIN), ("marked", PLAIN), ("windows", PLAIN)):
        words = f"---\n{text}audience: Jongeren.\naction: Vraag het.\n---\n## Kop\n\nTekst\nhier.\n"
        words = words.replace("\n", "\r\n") if name == "windows" else words
        mark = "\ufeff" if name == "marked" else ""
        site.write(f"programmes/{name}/index.nl.md", mark + words)
    site.write("news/quotes/index.nl.md", f"---\n{NEWS.format(QUOTES)}---\nTekst.\n")
    site.write("events/index.nl.md", "---\ntitle: A\nsummary: Z.\nupdated: 2026-02-01\n---\n")
    site.write("events/quotes/index.nl.md", f"---\n{EVENT.format(QUOTES)}---\nTekst.\n")
    tomorrow = NEWS.format("Morgen").replace("\ndate: 2026-02-01", "\ndate: 2026-06-16")
    site.write("news/tomorrow/index.nl.md", f"---\n{tomorrow}---\nTekst.\n")
    done = site.build()
    assert done.returncode == 0, done.stderr
    (site.root / "said.txt").write_text(done.stderr, "utf-8")
    return site


def read(site: Site, path: str) -> str:
    return (site.output / path).read_text("utf-8")


def test_a_page_of_tomorrow_is_a_draft_and_is_named(built: Site, said: str) -> None:
    assert said == (
        "content/news/tomorrow/index.nl.md:5: date: tot 2026-06-16 is deze pagina een ontwerp. "
        "Moeten lezers ze nu al zien, schrijf dan een vroegere dag.\n"
    )
    assert [path for path in tree(built.output) if "tomorrow" in path] == []
    assert [
        f for f in built.output.rglob("*.*") if "Morgen" in f.read_text("utf-8", "replace")
    ] == []


def test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing(built: Site) -> None:
    plain, *others = (
        read(built, f"nl/programmes/{name}/index.html").replace(f"/{name}/", "/NAME/")
        for name in ("plain", "marked", "windows")
    )
    assert others == [plain, plain]


def test_lang_dir_and_id_stay(built: Site) -> None:
    page = read(built, "nl/programmes/kept/index.html")
    assert '<h2 dir="ltr" id="kop" lang="fr">Kop</h2>' in page
    assert '<span lang="ar" dir="rtl">x</span>' in page


@pytest.mark.parametrize(
    "html",
    [
        f"<title>{AS_TEXT} – Samenleven</title>",
        f'<meta name="description" content="{AS_TEXT}">',
        f'<meta property="og:title" content="{AS_TEXT} – Samenleven">',
        f">{AS_TEXT}</h1>",
        f'alt="{AS_TEXT}"',
    ],
)
def test_quotes_and_tags_are_words_in_a_page(built: Site, html: str) -> None:
    assert html in read(built, "nl/programmes/quotes/index.html")


def test_the_words_behind_a_fence_are_words(built: Site) -> None:
    assert '<p><code>"&gt;&lt;script&gt;x&lt;/script&gt;\na</code></p>' in read(
        built, "nl/programmes/fence/index.html"
    )


def test_quotes_and_tags_are_words_in_feeds_and_calendars(built: Site) -> None:
    feed = read(built, "nl/news/feed.atom")
    assert "<title>\"&gt;&lt;script&gt;alert(x)&lt;/script&gt; &amp; 'x'</title>" in feed
    calendar = read(built, "nl/events/quotes/quotes.ics")
    assert "SUMMARY;LANGUAGE=nl:\"><script>alert(x)</script> & 'x'\n" in calendar


def test_nothing_acts_on_any_page(built: Site) -> None:
    pages = sorted(built.output.rglob("*.html"))
    assert len(pages) > 30
    acting = {page: find_acting(page.read_text("utf-8")) for page in pages}
    assert {page: found for page, found in acting.items() if found} == {}


def test_a_link_to_a_missing_translation_leads_to_the_readers_page(built: Site) -> None:
    assert '<a href="/nl/contacts/desk/">x</a>' in read(built, "nl/programmes/link/index.html")
    assert '<a href="/fr/contacts/desk/">x</a>' in read(built, "fr/programmes/link/index.html")
