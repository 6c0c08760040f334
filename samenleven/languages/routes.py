"""Where the stops of a walk lie."""

from __future__ import annotations

from samenleven.languages.site import Site
from samenleven.model.entries import Stop, Venue, Walk
from samenleven.model.source import Place

Point = tuple[float, float]  # degrees north, degrees east


def locate_stops(walk: Walk, site: Site) -> tuple[Point, ...]:
    """Return the point of every stop, its own or that of its place; nothing if one is unknown."""
    points = [_locate(stop, site) for stop in walk.stops or ()]
    known = tuple(point for point in points if point)
    return known if len(known) == len(points) else ()


def _locate(stop: Stop, site: Site) -> Point | None:
    at: Stop | Venue = stop
    if stop.latitude is None and stop.place:
        venue = site.version(Place("places", stop.place), site.settings.source_lang)
        assert isinstance(venue, Venue)
        at = venue
    if at.latitude is None or at.longitude is None:
        return None
    return float(at.latitude), float(at.longitude)
