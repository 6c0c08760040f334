"""The sitemap (sitemaps.org 0.9), with the translations of each page as alternates."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from samenleven.languages.site import Site
from samenleven.model.source import Place
from samenleven.views.build import alternates

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def build_sitemap(site: Site) -> str:
    """Return the XML: the chooser, then every page in each language that it is written in."""
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    for place, url, day in _pages(site):
        page = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
        ElementTree.SubElement(page, f"{{{SITEMAP}}}loc").text = url
        ElementTree.SubElement(page, f"{{{SITEMAP}}}lastmod").text = day
        for alternate in alternates(site, place):
            marks = {"rel": "alternate", "hreflang": alternate.lang, "href": alternate.url}
            ElementTree.SubElement(page, f"{{{XHTML}}}link", marks)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _pages(site: Site) -> Iterator[tuple[Place, str, str]]:
    home = Place("", "")
    dutch = site.version(home, site.settings.source_lang)
    yield home, f"{site.settings.site_url}/", dutch.updated.isoformat()
    for place, versions in site.entries.items():
        for lang, entry in versions.items():
            day = entry.translated_from or entry.updated
            yield place, f"{site.settings.site_url}/{site.path(place, lang)}", day.isoformat()
