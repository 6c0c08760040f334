"""An event."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from samenleven.languages.formats import format_date, format_hours, format_weekday
from samenleven.model.entries import Event, Venue
from samenleven.model.entries.event import WEEKDAYS
from samenleven.model.occasions import is_past
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.agenda import find_state, find_when
from samenleven.views.articles.venue import find_address
from samenleven.views.follow import CALENDAR
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard, Hour, NavItem


@record(frozen=True)
class EventData:
    """When and where it is, what it costs, and whom to ask; what is unknown is empty."""

    when: str
    repeats: str  # weekly, yearly or ""
    repeats_until: str
    hours: tuple[Hour, ...]
    when_in_words: Markup
    state: str  # cancelled, postponed, past or ""
    venue: NavItem | None
    address: str
    location: Markup
    price: Markup
    level: Markup
    organisers: tuple[NavItem, ...]
    calendar: str
    contact: ContactCard
    programmes: tuple[Card, ...]


def build_event(entry: Event, to: Localiser) -> EventData:
    """Return what one must know to go to an event."""
    until = entry.repeats_until
    return EventData(
        when=find_when(entry, to),
        repeats=entry.repeats or "",
        repeats_until=format_date(until, to.around) if until else "",
        hours=tuple(_hours(entry, to)),
        when_in_words=to.explained(entry.when or ""),
        state=find_state(entry) or ("past" if is_past(entry, to.site.today) else ""),
        venue=_venue(entry.venue, to),
        address=_address(entry, to),
        location=to.explained(entry.location or ""),
        price=to.explained(entry.price or ""),
        level=to.explained(entry.level or ""),
        organisers=to.links("partners", entry.organisers or ()),
        calendar=to.beside(entry, CALENDAR) if entry.is_dated else "",
        contact=to.contact(Place("contacts", entry.contact)),
        programmes=to.programmes(entry.programmes or ()),
    )


def _hours(entry: Event, to: Localiser) -> Iterator[Hour]:
    for hour in entry.practice or ():
        yield Hour(
            format_weekday(WEEKDAYS.index(hour.day), to.around),
            format_hours(hour.start, hour.end, to.around),
            _venue(hour.venue, to),
            to.explained(hour.note or ""),
        )


def _venue(key: str | None, to: Localiser) -> NavItem | None:
    return to.links("places", (key,))[0] if key else None


def _address(entry: Event, to: Localiser) -> str:
    if not entry.venue:
        return ""
    venue = to.site.version(Place("places", entry.venue), to.around)
    assert isinstance(venue, Venue)
    return find_address(venue)
