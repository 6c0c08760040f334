"""A faultless site of two languages, and the same site with one fault planted in it."""

from pathlib import Path

import pytest

from samenleven.checks.crawl import crawl_site

BASE = "https://stad.example/base"
DIRECTIONS = {"nl": "ltr", "ar": "rtl"}
ENDONYMS = {"nl": "Nederlands", "ar": "العربية"}
HOME = {"nl": "/nl/", "ar": "/ar/", "x-default": "/"}
ROOTS = {"nl": "/nl/roots/", "ar": "/ar/roots/", "x-default": "/nl/roots/"}
NEWS = {"nl": "/nl/news/", "x-default": "/nl/news/"}

SWITCH = "".join(
    f'<a href="/base/{lang}/" hreflang="{lang}" lang="{lang}">{name}</a>'
    for lang, name in ENDONYMS.items()
)
CSS = '@font-face { font-family: "A"; src: url("a.woff2") } /* url(https://elsewhere.example/x) */'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="logo"/></svg>'


def write_page(
    folder: Path,
    path: str,
    title: str,
    body: str = "",
    alternates: dict[str, str] | None = None,
    canonical: str = "",
    noindex: bool = False,
) -> None:
    lang = path.split("/")[0] if "/" in path else "nl"
    own = "/" + path.removesuffix("index.html")
    links = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{BASE}{url}">'
        for code, url in (alternates or {}).items()
    )
    robots = '<meta name="robots" content="noindex">' if noindex else ""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(
        f'<!DOCTYPE html><html lang="{lang}" dir="{DIRECTIONS[lang]}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{robots}{links}"
        f'<link rel="canonical" href="{BASE}{canonical or own}">'
        f'<link rel="stylesheet" href="/base/theme/main.css"></head><body><nav>{SWITCH}</nav>'
        f'<main id="content"><h1>{title}</h1>{body}</main></body></html>',
        encoding="utf-8",
    )


def write_sitemap(folder: Path, pages: dict[str, dict[str, str]]) -> None:
    entries = "".join(
        f"<url><loc>{BASE}{url}</loc>"
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{BASE}{target}"/>'
            for lang, target in alternates.items()
        )
        + "</url>"
        for url, alternates in pages.items()
    )
    (folder / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">{entries}</urlset>'
    )


def write_feed(folder: Path, lang: str) -> None:
    (folder / lang / "feed.atom").write_text(
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}"><id>{BASE}/{lang}/</id>'
        f'<entry><id>{BASE}/{lang}/roots/</id><link href="{BASE}/{lang}/roots/"/></entry></feed>'
    )


def write_theme(folder: Path) -> None:
    (folder / "theme").mkdir()
    (folder / "theme/main.css").write_text(CSS)
    (folder / "theme/a.woff2").write_bytes(b"")
    (folder / "theme/icons.svg").write_text(SVG)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with a chooser, a home page, a translated page and one that is not."""
    write_theme(tmp_path)
    write_page(tmp_path, "index.html", "Taal")
    write_page(tmp_path, "404.html", "Niet gevonden", noindex=True)
    write_page(
        tmp_path,
        "nl/index.html",
        "Welkom",
        '<a href="/base/nl/roots/#more">Roots</a> <a href="../nl/news/">Nieuws</a>'
        '<img src="/base/theme/icons.svg#logo" srcset="../theme/icons.svg 1x" alt="">',
        HOME,
    )
    write_page(
        tmp_path,
        "ar/index.html",
        "\u0623\u0647\u0644\u0627",
        '<a href="/base/ar/roots/">\u062c\u0630\u0648\u0631</a> <a href="/base/ar/news/">1</a>',
        HOME,
    )
    write_page(tmp_path, "nl/roots/index.html", "Roots", '<p id="more">.</p>', ROOTS)
    write_page(tmp_path, "ar/roots/index.html", "Roots", "", ROOTS)
    write_page(tmp_path, "nl/news/index.html", "Nieuws", "", NEWS)
    body = '<div lang="nl" dir="ltr"><p>Nieuws</p></div>'
    write_page(tmp_path, "ar/news/index.html", "Nieuws", body, None, "/nl/news/", noindex=True)
    write_sitemap(
        tmp_path,
        {"/": {}, "/nl/": HOME, "/ar/": HOME, "/nl/roots/": ROOTS, "/ar/roots/": ROOTS}
        | {"/nl/news/": NEWS},
    )
    write_feed(tmp_path, "nl")
    write_feed(tmp_path, "ar")
    return tmp_path


def test_faultless_site_gives_no_finding(site: Path) -> None:
    assert crawl_site(site, BASE) == []


def test_a_slash_after_the_base_makes_no_difference(site: Path) -> None:
    assert crawl_site(site, BASE + "/") == []


# The file, what is replaced in it, by what, and the findings that this gives.
FAULTS = {
    "wrong language": (
        "ar/index.html",
        '<html lang="ar"',
        '<html lang="nl"',
        ['ar/index.html: lang is "nl", not "ar"'],
    ),
    "wrong direction": (
        "ar/index.html",
        'dir="rtl"',
        'dir="ltr"',
        ['ar/index.html: dir is "ltr", not "rtl"'],
    ),
    "no language at the root": (
        "index.html",
        '<html lang="nl" dir="ltr">',
        "<html>",
        ["index.html: <html> has no lang"],
    ),
    "unmarked fallback": (
        "ar/news/index.html",
        '<div lang="nl" dir="ltr">',
        "<div>",
        ['ar/news/index.html: stands in for a translation, without lang="nl" dir="ltr" in main'],
    ),
    "no title": ("nl/index.html", "<title>Welkom", "<title> ", ["nl/index.html: has no title"]),
    "two h1": (
        "nl/index.html",
        "<h1>",
        "<h1>Nog een</h1><h1>",
        ["nl/index.html: has 2 <h1>, not one"],
    ),
    "no main": (
        "nl/index.html",
        "main",
        "section",
        [
            "nl/index.html: has 0 <main>, not one",
            'nl/index.html: href="/base/theme/section.css" leads nowhere',
        ],
    ),
    "same title": (
        "nl/roots/index.html",
        "<title>Roots",
        "<title>Welkom",
        ['nl/roots/index.html: has the title of nl/index.html: "Welkom"'],
    ),
    "duplicate id": (
        "nl/roots/index.html",
        'id="more"',
        'id="content"',
        [
            'nl/index.html: href="/base/nl/roots/#more" names an id that is not there',
            'nl/roots/index.html: id "content" stands 2 times',
        ],
    ),
    "dead link": (
        "nl/roots/index.html",
        "<p",
        '<a href="/base/nl/gone/">x</a><p',
        ['nl/roots/index.html: href="/base/nl/gone/" leads nowhere'],
    ),
    "link without the base": (
        "nl/roots/index.html",
        "<p",
        '<a href="/nl/">x</a><p',
        ['nl/roots/index.html: href="/nl/" leads out of https://stad.example/base/'],
    ),
    "dead srcset": (
        "nl/index.html",
        "icons.svg 1x",
        "icons.svg 1x, x.png 2x",
        ['nl/index.html: srcset="x.png" leads nowhere'],
    ),
    "dead poster": (
        "nl/index.html",
        "<img ",
        '<video poster="x.jpg"></video><img ',
        ['nl/index.html: poster="x.jpg" leads nowhere'],
    ),
    "dead font": (
        "theme/main.css",
        "a.woff2",
        "b.woff2",
        ['theme/main.css: url()="b.woff2" leads nowhere'],
    ),
    "dead fragment": (
        "nl/index.html",
        "#more",
        "#less",
        ['nl/index.html: href="/base/nl/roots/#less" names an id that is not there'],
    ),
    "dead fragment of a picture": (
        "nl/index.html",
        "#logo",
        "#leaf",
        ['nl/index.html: src="/base/theme/icons.svg#leaf" names an id that is not there'],
    ),
    "no trailing slash": (
        "nl/index.html",
        "nl/roots/#more",
        "nl/roots#more",
        ['nl/index.html: href="/base/nl/roots#more" lacks its trailing slash'],
    ),
    "second address": (
        "nl/index.html",
        "nl/news/",
        "nl/news/index.html",
        ['nl/index.html: href="../nl/news/index.html" should end before "index.html"'],
    ),
    "orphan": (
        "nl/index.html",
        '<a href="../nl/news/">Nieuws</a>',
        "",
        ["nl/news/index.html: cannot be reached by links from /index.html"],
    ),
    "foreign image": (
        "nl/index.html",
        "<img ",
        '<img src="https://elsewhere.example/x.png" alt=""><img ',
        ['nl/index.html: src="https://elsewhere.example/x.png" is fetched from elsewhere.example'],
    ),
    "foreign stylesheet": (
        "nl/index.html",
        "<link rel=",
        '<link rel="stylesheet" href="//elsewhere.example/x.css"><link rel=',
        ['nl/index.html: href="//elsewhere.example/x.css" is fetched from elsewhere.example'],
    ),
    "foreign font": (
        "theme/main.css",
        '"a.woff2"',
        "https://elsewhere.example/a.woff2",
        [
            'theme/main.css: url()="https://elsewhere.example/a.woff2" '
            "is fetched from elsewhere.example"
        ],
    ),
    "inline style": (
        "nl/index.html",
        "</head>",
        "<style>p { color: red }</style></head>",
        ["nl/index.html: <style> is inline"],
    ),
    "inline script": (
        "nl/index.html",
        "</head>",
        '<script type="application/ld+json">{}</script><script>1</script></head>',
        ["nl/index.html: <script> is inline"],
    ),
    "style attribute": (
        "nl/index.html",
        "<h1>",
        '<h1 style="color:red">',
        ['nl/index.html: <h1 style="color:red"> is inline code'],
    ),
    "event attribute": (
        "nl/index.html",
        "<h1>",
        '<h1 onclick="x()">',
        ['nl/index.html: <h1 onclick="x()"> is inline code'],
    ),
    "script address": (
        "nl/index.html",
        "<h1>",
        '<a href="java&#10;script:x()">x</a><h1>',
        ['nl/index.html: <a href="java\nscript:x()"> is inline code'],
    ),
    "unmarked language link": (
        "index.html",
        'hreflang="ar"',
        "",
        ['index.html: href="/base/ar/" needs hreflang="ar"'],
    ),
    "unmarked endonym": (
        "nl/index.html",
        'hreflang="ar" lang="ar"',
        'hreflang="ar"',
        ['nl/index.html: href="/base/ar/" needs lang="ar": its text is in that language'],
    ),
    "no canonical": (
        "nl/index.html",
        'rel="canonical"',
        'rel="me"',
        ["nl/index.html: has 0 canonical links, not one"],
    ),
    "wrong canonical": (
        "nl/index.html",
        f'rel="canonical" href="{BASE}/nl/"',
        f'rel="canonical" href="{BASE}/"',
        [f"nl/index.html: canonical is {BASE}/, not {BASE}/nl/"],
    ),
    "fallback that claims to be itself": (
        "ar/news/index.html",
        f'rel="canonical" href="{BASE}/nl/',
        f'rel="canonical" href="{BASE}/ar/',
        [f"ar/news/index.html: canonical {BASE}/ar/news/ is no page of /ar/ or /nl/"],
    ),
    "fallback with hreflang": (
        "ar/news/index.html",
        "</head>",
        f'<link rel="alternate" hreflang="nl" href="{BASE}/nl/news/"></head>',
        [
            "ar/news/index.html: carries hreflang, though it is not to be indexed",
            f'ar/news/index.html: hreflang="nl" names {BASE}/nl/news/, '
            "which does not name it in return",
        ],
    ),
    "no hreflang of itself": (
        "nl/news/index.html",
        f'<link rel="alternate" hreflang="nl" href="{BASE}/nl/news/">',
        "",
        [
            'nl/news/index.html: hreflang="nl" does not name the page itself',
            f"sitemap.xml: has other alternates for {BASE}/nl/news/ than its head",
        ],
    ),
    "no x-default": (
        "nl/news/index.html",
        'hreflang="x-default"',
        'hreflang="nl"',
        [
            'nl/news/index.html: has no hreflang="x-default"',
            "nl/news/index.html: names a language twice in its hreflang",
            f"sitemap.xml: has other alternates for {BASE}/nl/news/ than its head",
        ],
    ),
    "hreflang of no page": (
        "nl/news/index.html",
        f'hreflang="x-default" href="{BASE}/nl/news/"',
        f'hreflang="x-default" href="{BASE}/nl/gone/"',
        [
            f'nl/news/index.html: hreflang="x-default" names {BASE}/nl/gone/, which is no page',
            f"sitemap.xml: has other alternates for {BASE}/nl/news/ than its head",
        ],
    ),
    "hreflang of a fallback": (
        "nl/news/index.html",
        f'hreflang="x-default" href="{BASE}/nl/news/"',
        f'hreflang="x-default" href="{BASE}/ar/news/"',
        [
            f'nl/news/index.html: hreflang="x-default" names {BASE}/ar/news/, '
            "which is not to be indexed",
            f"sitemap.xml: has other alternates for {BASE}/nl/news/ than its head",
        ],
    ),
    "hreflang of another language": (
        "nl/roots/index.html",
        'hreflang="ar" href',
        'hreflang="fr" href',
        [
            f'nl/roots/index.html: hreflang="fr" names {BASE}/ar/roots/, which is in "ar"',
            f"sitemap.xml: has other alternates for {BASE}/nl/roots/ than its head",
        ],
    ),
    "one-sided hreflang": (
        "ar/roots/index.html",
        f'<link rel="alternate" hreflang="nl" href="{BASE}/nl/roots/">'
        f'<link rel="alternate" hreflang="ar" href="{BASE}/ar/roots/">'
        f'<link rel="alternate" hreflang="x-default" href="{BASE}/nl/roots/">',
        f'<link rel="alternate" hreflang="ar" href="{BASE}/ar/roots/">'
        f'<link rel="alternate" hreflang="x-default" href="{BASE}/ar/roots/">',
        [
            f'nl/roots/index.html: hreflang="ar" names {BASE}/ar/roots/, '
            "which does not name it in return",
            f"sitemap.xml: has other alternates for {BASE}/ar/roots/ than its head",
        ],
    ),
    "page left out of the sitemap": (
        "sitemap.xml",
        f"<url><loc>{BASE}/</loc></url>",
        "",
        [f"sitemap.xml: leaves out {BASE}/"],
    ),
    "fallback in the sitemap": (
        "sitemap.xml",
        "</urlset>",
        f"<url><loc>{BASE}/ar/news/</loc></url></urlset>",
        [f"sitemap.xml: lists {BASE}/ar/news/, which is no page to be indexed"],
    ),
    "page twice in the sitemap": (
        "sitemap.xml",
        f"<url><loc>{BASE}/</loc></url>",
        f"<url><loc>{BASE}/</loc></url>" * 2,
        [f"sitemap.xml: lists {BASE}/ 2 times"],
    ),
    "feed without a language": (
        "nl/feed.atom",
        ' xml:lang="nl"',
        "",
        ['nl/feed.atom: xml:lang is "", not "nl"'],
    ),
    "feed with one id twice": (
        "nl/feed.atom",
        f"<id>{BASE}/nl/roots/",
        f"<id>{BASE}/nl/",
        [f'nl/feed.atom: id "{BASE}/nl/" stands 2 times'],
    ),
    "feed with another language": (
        "nl/feed.atom",
        f'href="{BASE}/nl/',
        f'href="{BASE}/ar/',
        [f'nl/feed.atom: entry "{BASE}/ar/roots/" is in "ar", not "nl"'],
    ),
    "feed with a fallback": (
        "ar/feed.atom",
        f'href="{BASE}/ar/roots/',
        f'href="{BASE}/ar/news/',
        [f'ar/feed.atom: entry "{BASE}/ar/news/" is not to be indexed'],
    ),
    "feed with no page": (
        "nl/feed.atom",
        f'href="{BASE}/nl/roots/',
        f'href="{BASE}/nl/gone/',
        [f'nl/feed.atom: entry "{BASE}/nl/gone/" is no page'],
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "findings"), FAULTS.values(), ids=FAULTS.keys())
def test_one_fault_is_found(site: Path, path: str, old: str, new: str, findings: list[str]) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), encoding="utf-8")
    assert crawl_site(site, BASE) == findings


def test_link_to_a_redirect_is_found(site: Path) -> None:
    refresh = f'<meta http-equiv="refresh" content="0; url={BASE}/nl/">'
    (site / "old.html").write_text(f"<html><head>{refresh}<title>x</title></head></html>")
    text = (site / "nl/index.html").read_text(encoding="utf-8")
    text = text.replace("<h1>", '<a href="/base/old.html">x</a><h1>')
    (site / "nl/index.html").write_text(text, encoding="utf-8")
    assert crawl_site(site, BASE) == ['nl/index.html: href="/base/old.html" goes to a redirect']


def test_redirect_to_no_page_is_found(site: Path) -> None:
    (site / "old.html").write_text('<meta http-equiv="refresh" content="0; url=/base/gone/">')
    assert crawl_site(site, BASE) == ['old.html: content="/base/gone/" leads nowhere']


def test_empty_page_is_found(site: Path) -> None:
    (site / "nl/roots/index.html").write_bytes(b"")
    assert "nl/roots/index.html: has no title" in crawl_site(site, BASE)


@pytest.mark.parametrize("name", ["sitemap.xml", "nl/feed.atom"])
def test_broken_xml_is_found(site: Path, name: str) -> None:
    (site / name).write_text("<urlset>")
    findings = crawl_site(site, BASE)
    assert {finding.split(":")[0] for finding in findings} == {name}
    assert findings[0].startswith(f"{name}: cannot be read: ")


def test_missing_sitemap_is_found(site: Path) -> None:
    (site / "sitemap.xml").unlink()
    assert [line.split(":")[0] for line in crawl_site(site, BASE)] == ["sitemap.xml"]
