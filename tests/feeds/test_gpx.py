"""The routes, read back as XML and held against the structure of GPX 1.1."""

from __future__ import annotations

import pytest
from lxml import etree

from samenleven.feeds.gpx import build_gpx
from samenleven.languages.site import Site
from samenleven.model.entries import Walk
from samenleven.model.source import Place

NS = {"g": "http://www.topografix.com/GPX/1/1"}
# The order that its schema asks for (topografix.com/GPX/1/1/gpx.xsd).
OF_GPX = ["metadata", "wpt", "rte", "trk", "extensions"]
OF_METADATA = ["name", "desc", "author", "copyright", "link", "time", "keywords", "bounds"]
OF_POINT = ["ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym"]
OF_ROUTE = ["name", "cmt", "desc", "src", "link", "number", "type", "extensions", "rtept"]
POINTS = [(50.8262, 3.261), (50.8279, 3.2649), (50.829, 3.2681), (50.8301, 3.2702)]


def walk(site: Site, key: str, lang: str) -> Walk:
    entry = site.version(Place("walks", key), lang)
    assert isinstance(entry, Walk)
    return entry


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def in_order(found: list[str], order: list[str]) -> bool:
    return found == sorted(found, key=order.index)


@pytest.mark.parametrize("lang", ["nl", "fr", "ar"])
def test_a_route_has_the_structure_of_gpx(example_site: Site, lang: str) -> None:
    text = build_gpx(walk(example_site, "old-town", lang), example_site)
    root = etree.fromstring(text.encode())
    assert root.tag == f"{{{NS['g']}}}gpx"
    assert root.get("version") == "1.1"
    assert root.get("creator")
    assert in_order(names(root), OF_GPX)
    assert in_order(names(root.find("g:metadata", NS)), OF_METADATA)  # type: ignore[arg-type]
    for point in root.iterfind("g:wpt", NS):
        assert in_order(names(point), OF_POINT)
    for route in root.iterfind("g:rte", NS):
        assert in_order(names(route), OF_ROUTE)


def test_a_route_passes_the_stops_in_their_order(example_site: Site) -> None:
    text = build_gpx(walk(example_site, "old-town", "ar"), example_site)
    root = etree.fromstring(text.encode())
    for path in ("g:wpt", "g:rte/g:rtept"):
        found = root.findall(path, NS)
        assert [(float(at.get("lat")), float(at.get("lon"))) for at in found] == POINTS
        assert [at.findtext("g:name", namespaces=NS) for at in found] == [
            "1. مبنى البلدية",
            "2. بيت الحي Ter Linde",
            "3. جسر النساجين",
            "4. حديقة Lindepark",
        ]


def test_a_walk_without_all_points_has_no_file(example_site: Site) -> None:
    assert build_gpx(walk(example_site, "river", "nl"), example_site) == ""


def test_the_same_walk_gives_the_same_bytes(example_site: Site) -> None:
    entry = walk(example_site, "old-town", "nl")
    assert build_gpx(entry, example_site) == build_gpx(entry, example_site)
