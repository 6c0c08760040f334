"""The route of a walk as GPX 1.1 (topografix.com/GPX/1/1), which phones and watches follow."""

from __future__ import annotations

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from samenleven.languages.routes import locate_stops
from samenleven.languages.site import Site
from samenleven.model.entries import Walk
from samenleven.model.source import Place


def build_gpx(entry: Walk, site: Site) -> str:
    """Return the XML: a waypoint for each stop, and the route along them; "" without points."""
    points = locate_stops(entry, site)
    if not points:
        return ""
    gpx = GPX()
    gpx.creator = site.version(Place("", ""), entry.lang).title
    gpx.name, gpx.description = entry.title, entry.summary
    gpx.link = f"{site.settings.site_url}/{site.path(entry.place, entry.lang)}"
    route = GPXRoute(name=entry.title)
    for number, (stop, (north, east)) in enumerate(zip(entry.stops or (), points, strict=True), 1):
        name = f"{number}. {stop.title}"
        gpx.waypoints.append(GPXWaypoint(north, east, name=name, description=stop.text))
        route.points.append(GPXRoutePoint(north, east, name=name))
    gpx.routes.append(route)
    return f"{gpx.to_xml(version='1.1')}\n"
