"""The cloth of a page: its cover where there is no photo."""

from __future__ import annotations

from samenleven.languages.site import Site
from samenleven.model.entries import Entry, NewsItem, Programme
from samenleven.model.source import Place

Cloth = tuple[str, str]  # how it is woven, and its threads

PLAIN: Cloth = ("plain", "linen")
NEWS: Cloth = ("twill", "slate")


def cloth_of(entry: Entry, site: Site) -> Cloth | None:
    """Return the cloth of a programme, or for news that of its first programme."""
    if isinstance(entry, Programme):
        return entry.weave or PLAIN[0], entry.threads or PLAIN[1]
    if isinstance(entry, NewsItem):
        for key in entry.programmes or ():
            return cloth_of(site.version(Place("programmes", key), entry.lang), site)
        return NEWS
    return None


def find_cloths(site: Site) -> list[Cloth]:
    """Return the cloths that the pages of a site wear, sorted, each once."""
    source = site.settings.source_lang
    dressed = (
        site.version(place, source)
        for place, outline in site.outlines.items()
        if issubclass(outline.type, Programme | NewsItem)
    )
    worn = (cloth_of(entry, site) for entry in dressed)
    return sorted({cloth for cloth in worn if cloth})


def find_quilt(site: Site) -> list[Cloth]:
    """Return the cloths of the programmes in their order, each once."""
    programmes = site.children("programmes", site.settings.source_lang)
    worn = (cloth_of(entry, site) for entry in programmes)
    return list(dict.fromkeys(cloth for cloth in worn if cloth))
