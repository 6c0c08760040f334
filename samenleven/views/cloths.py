"""The cloth of a page: its cover where there is no photo."""

from __future__ import annotations

from samenleven.languages.site import Site
from samenleven.model.entries import NewsItem, Programme
from samenleven.model.source import Place

Cloth = tuple[str, str]  # how it is woven, and its threads

PLAIN: Cloth = ("plain", "linen")
NEWS: Cloth = ("twill", "slate")


def cloth_of(place: Place, site: Site) -> Cloth | None:
    """Return the cloth of a programme, or for news that of its first programme."""
    page = site.outlines[place]
    if issubclass(page.type, Programme):
        weave, threads = page.cloth
        return weave or PLAIN[0], threads or PLAIN[1]
    if issubclass(page.type, NewsItem):
        first = next((named for named in page.named if named.section == "programmes"), None)
        return cloth_of(first, site) if first else NEWS
    return None


def find_cloths(site: Site) -> list[Cloth]:
    """Return the cloths that the pages of a site wear, sorted, each once."""
    worn = (cloth_of(place, site) for place in site.outlines)
    return sorted({cloth for cloth in worn if cloth})


def find_quilt(site: Site) -> list[Cloth]:
    """Return the cloths of the programmes in their order, each once."""
    worn = (cloth_of(place, site) for place in site.places_in("programmes"))
    return list(dict.fromkeys(cloth for cloth in worn if cloth))
