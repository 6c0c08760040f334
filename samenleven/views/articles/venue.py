"""A place to go to."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urlencode

from markupsafe import Markup

from samenleven.model.entries import Venue
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import ContactCard, Group, NavItem

MAP = "https://www.openstreetmap.org/"
ZOOM = 18  # of the map: a street with its house numbers


@record(frozen=True)
class VenueData:
    """What one must know to go there; what is unknown is empty."""

    address: str
    map_url: str
    hours: tuple[Markup, ...]
    wheelchair: str  # yes, partly, no or ""
    access: Markup
    transport: Markup
    heritage: Markup
    contact: ContactCard
    partners: tuple[NavItem, ...]
    groups: tuple[Group, ...]


def build_venue(entry: Venue, to: Localiser) -> VenueData:
    """Return what one must know to go to a place."""
    return VenueData(
        address=find_address(entry),
        map_url=find_map(entry),
        hours=tuple(to.inline(text) for text in entry.hours or ()),
        wheelchair=entry.wheelchair or "",
        access=to.explained(entry.access or ""),
        transport=to.explained(entry.transport or ""),
        heritage=to.explained(entry.heritage or ""),
        contact=to.contact(Place("contacts", entry.contact)),
        partners=to.links("partners", entry.partners or ()),
        groups=to.groups(entry.place),
    )


def find_address(entry: Venue) -> str:
    """Return the address in one line, as far as it is known; always Dutch."""
    town = " ".join(part for part in (entry.postcode, entry.city) if part)
    return ", ".join(part for part in (entry.street, town) if part)


def find_map(entry: Venue) -> str:
    """Return the address of a map on another site: of the point, else of a search, else nothing."""
    if entry.latitude is not None and entry.longitude is not None:
        return map_of(entry.latitude, entry.longitude)
    if entry.street and entry.city:
        return f"{MAP}search?{urlencode({'query': find_address(entry)})}"
    return ""


def map_of(latitude: Decimal, longitude: Decimal) -> str:
    """Return the address of OpenStreetMap with a mark on a point."""
    mark = urlencode({"mlat": latitude, "mlon": longitude})
    return f"{MAP}?{mark}#map={ZOOM}/{latitude}/{longitude}"
