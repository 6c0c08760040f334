"""A walk along ordered stops."""

from __future__ import annotations

from markupsafe import Markup

from samenleven.languages.formats import format_distance, format_number
from samenleven.languages.routes import locate_stops
from samenleven.model.entries import Stop, Walk
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.maps import draw_map
from samenleven.views.page import ContactCard, Download, Group, NavItem, RouteMap


@record(frozen=True)
class WalkStop:
    """A stop in the list. `step_free` is yes, no or "" for what is not known."""

    title: Markup
    text: Markup
    place: NavItem | None
    step_free: str


@record(frozen=True)
class WalkData:
    """The walk; what is unknown is empty."""

    stops: tuple[WalkStop, ...]
    count: str  # of the stops, in the digits of the language
    is_incomplete: bool
    distance: str
    step_free: str  # yes, partly, no or ""
    route: RouteMap | None
    downloads: tuple[Download, ...]
    contact: ContactCard
    groups: tuple[Group, ...]


def build_walk(entry: Walk, to: Localiser) -> WalkData:
    """Return the walk, with a map and a file only where every stop has a known point."""
    points = locate_stops(entry, to.site)
    gpx = Download(to.beside(entry, ".gpx"), "GPX", "application/gpx+xml")
    return WalkData(
        stops=tuple(_stop(stop, to) for stop in entry.stops or ()),
        count=format_number(len(entry.stops), entry.lang) if entry.stops else "",
        is_incomplete=entry.incomplete == "yes" or not entry.stops,
        distance=format_distance(entry.distance, entry.lang) if entry.distance else "",
        step_free=entry.step_free or "",
        route=draw_map(points, entry.lang),
        downloads=(gpx,) if points else (),
        contact=to.contact(Place("contacts", entry.contact)),
        groups=to.groups(entry.place),
    )


def _stop(stop: Stop, to: Localiser) -> WalkStop:
    links = to.links("places", (stop.place,)) if stop.place else (None,)
    return WalkStop(
        title=to.inline(stop.title),
        text=to.explained(stop.text or ""),
        place=links[0],
        step_free=stop.step_free or "",
    )
