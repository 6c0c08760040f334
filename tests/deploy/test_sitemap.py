from __future__ import annotations

from pathlib import Path

from lxml import etree

from samenleven.deploy.sitemap import build_sitemap
from samenleven.languages.site import Site

URL = "https://lindebeek.example/stad"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def read(site: Site) -> dict[str, etree._Element]:
    root = etree.fromstring(build_sitemap(site).encode())
    return {url.findtext("s:loc", namespaces=NAMES): url for url in root.findall("s:url", NAMES)}


def test_it_names_the_chooser_and_each_real_translation_once(example_site: Site) -> None:
    text = build_sitemap(example_site)
    wanted = {
        f"{URL}/{example_site.path(place, lang)}"
        for place, versions in example_site.entries.items()
        for lang in versions
    }
    assert set(read(example_site)) == {f"{URL}/", *wanted}
    assert text.count("<loc>") == len(wanted) + 1


def test_each_page_names_all_its_translations(example_site: Site) -> None:
    page = read(example_site)[f"{URL}/ar/programmes/language-cafe/"]
    assert [dict(link.attrib) for link in page.findall("x:link", NAMES)] == [
        {
            "rel": "alternate",
            "hreflang": "nl",
            "href": f"{URL}/nl/programmes/taalcafe/",
        },
        {
            "rel": "alternate",
            "hreflang": "ar",
            "href": f"{URL}/ar/programmes/language-cafe/",
        },
        {
            "rel": "alternate",
            "hreflang": "x-default",
            "href": f"{URL}/nl/programmes/taalcafe/",
        },
    ]


def test_alternates_are_the_same_as_in_the_head_of_the_page(
    example_site: Site, example_output: Path
) -> None:
    for address, url in read(example_site).items():
        folder = example_output / address.removeprefix(f"{URL}/")
        page = etree.HTML((folder / "index.html").read_text("utf-8"))
        head = page.xpath("//link[@rel='alternate'][@hreflang]")
        alternates = [dict(link.attrib) for link in url.findall("x:link", NAMES)]
        assert [dict(link.attrib) for link in head] == alternates


def test_the_day_is_that_of_the_text_in_that_language(example_site: Site) -> None:
    urls = read(example_site)
    days = [
        urls[f"{URL}/{path}"].findtext("s:lastmod", namespaces=NAMES)
        for path in ("nl/programmes/taalcafe/", "ar/programmes/language-cafe/", "")
    ]
    assert days == ["2025-09-10", "2025-09-01", "2025-09-01"]


def test_the_published_file_is_this_one_and_robots_find_it(
    example_site: Site, example_output: Path
) -> None:
    assert (example_output / "sitemap.xml").read_text("utf-8") == build_sitemap(example_site)
    assert (example_output / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nAllow: /\nSitemap: {URL}/sitemap.xml\n"
    )
