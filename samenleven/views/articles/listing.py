"""The page of a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samenleven.languages.formats import format_number
from samenleven.model.entries import Entry, Event, Listing
from samenleven.record import record
from samenleven.views.agenda import event_card, month_name, sort_events
from samenleven.views.clocks import find_clock, find_stage_of
from samenleven.views.follow import find_follow
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard, Follow

OVER = {"programmes": "ended", "calls": "call-closed"}  # the stage of what stands in a part below


@record(frozen=True)
class Part:
    """A part of a list. `kind` is all, open, over; for events weekly, month, undated, past."""

    kind: str
    id: str
    cards: tuple[Card, ...]
    count: str  # of the cards, in the digits of the language
    month: str = ""


@record(frozen=True)
class ListingData:
    """The pages of a section, as cards, or as contact cards."""

    section: str
    parts: tuple[Part, ...]
    contacts: tuple[ContactCard, ...]
    contact_count: str
    follow: Follow | None


def build_listing(entry: Listing, to: Localiser) -> ListingData:
    """Return the pages of the section."""
    section = entry.place.section
    children = to.site.children(section, to.lang)
    follow = find_follow(entry.place, to)
    if section == "contacts":
        desks = tuple(to.contact(child.place) for child in children)
        return ListingData(section, (), desks, format_number(len(desks), to.around), follow)
    parts = _months(children, to) if section == "events" else _stages(section, children, to)
    return ListingData(section, tuple(parts), (), "", follow)


def _months(children: Sequence[Entry], to: Localiser) -> Iterator[Part]:
    events = [child for child in children if isinstance(child, Event)]
    for (kind, month), found in sort_events(events, to.site.today).items():
        cards = tuple(event_card(event, to) for event in found)
        count = format_number(len(cards), to.around)
        yield Part(kind, month or kind, cards, count, month_name(month, to.around))


def _stages(section: str, children: Sequence[Entry], to: Localiser) -> Iterator[Part]:
    """Yield what one can still use, then what is over, with the days of both on their cards."""
    going_on: list[Entry] = []
    over: list[Entry] = []
    for child in children:
        is_over = section in OVER and find_stage_of(child, to.site.today) == OVER[section]
        (over if is_over else going_on).append(child)
    kind = "open" if section == "calls" else "all"
    for name, found in ((kind, going_on), ("over", over)):
        if found or name == "all":
            cards = tuple(replace(to.card(child), clock=find_clock(child, to)) for child in found)
            yield Part(name, name, cards, format_number(len(cards), to.around))
