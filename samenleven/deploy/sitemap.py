"""The sitemap (sitemaps.org 0.9), with the translations of each page as alternates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from samenleven.languages.site import Site
from samenleven.model.source import Place
from samenleven.views.build import HOME, alternates

SITEMAP = """\
<?xml version='1.0' encoding='utf-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:xhtml="http://www.w3.org/1999/xhtml">
{}</urlset>
"""
PAGE = Markup("  <url>\n    <loc>{}</loc>\n    <lastmod>{}</lastmod>\n{}  </url>\n")
ALTERNATE = Markup('    <xhtml:link rel="alternate" hreflang="{}" href="{}" />\n')


def build_sitemap(site: Site) -> str:
    """Return the XML: the chooser, then every page in each language that it is written in."""
    return join_sitemap(describe_page(site, place) for place in site.entries)


def join_sitemap(pages: Iterable[str]) -> str:
    """Return the XML of the pages that `describe_page` described, in their order."""
    return SITEMAP.format("".join(pages))


def describe_page(site: Site, place: Place) -> str:
    """Return what the sitemap says of a page; of the first one, the chooser too."""
    others = alternates(site, place)
    links = Markup("").join(ALTERNATE.format(other.lang, other.url) for other in others)
    return "".join(PAGE.format(url, day, links) for url, day in _addresses(site, place))


def _addresses(site: Site, place: Place) -> Iterator[tuple[str, str]]:
    base, source = site.settings.site_url, site.settings.source_lang
    if place == HOME:
        yield f"{base}/", site.version(place, source).updated.isoformat()
    for lang, entry in site.entries[place].items():
        day = entry.translated_from or entry.updated
        yield f"{base}/{site.path(place, lang)}", day.isoformat()
