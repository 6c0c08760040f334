from __future__ import annotations

import dataclasses

from samenleven.languages.routes import locate_stops
from samenleven.languages.site import Site
from samenleven.model.entries import Walk
from samenleven.model.source import Place


def old_town(site: Site) -> Walk:
    entry = site.version(Place("walks", "old-town"), "nl")
    assert isinstance(entry, Walk)
    return entry


def test_a_stop_without_a_point_of_its_own_lies_at_its_place(example_site: Site) -> None:
    assert locate_stops(old_town(example_site), example_site) == (
        (50.8262, 3.261),
        (50.8279, 3.2649),
        (50.829, 3.2681),
        (50.8301, 3.2702),
    )


def test_one_unknown_point_makes_the_route_unknown(example_site: Site) -> None:
    walk = old_town(example_site)
    assert walk.stops
    lost = dataclasses.replace(walk.stops[0], latitude=None, longitude=None)
    assert locate_stops(dataclasses.replace(walk, stops=(*walk.stops, lost)), example_site) == ()


def test_a_walk_without_stops_has_no_route(example_site: Site) -> None:
    assert locate_stops(dataclasses.replace(old_town(example_site), stops=None), example_site) == ()
