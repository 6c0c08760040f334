"""The page of a section."""

from __future__ import annotations

from dataclasses import dataclass

from samenleven.languages.formats import format_number
from samenleven.languages.urls import feed_path
from samenleven.model.entries import Listing
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard


@dataclass(frozen=True)
class ListingData:
    """The pages of a section, as cards, or as contact cards."""

    cards: tuple[Card, ...]
    contacts: tuple[ContactCard, ...]
    length: int  # for the plural form
    count: str  # the same, in the digits of the language
    feed_url: str


def build_listing(entry: Listing, to: Localiser) -> ListingData:
    """Return the pages of the section."""
    section = entry.place.section
    children = to.site.children(section, to.lang)
    count = len(children), format_number(len(children), entry.lang)
    if section == "contacts":
        return ListingData((), tuple(to.contact(child.place) for child in children), *count, "")
    feed = f"{to.site.settings.base}/{feed_path(to.lang)}" if section == "news" else ""
    return ListingData(to.cards(children), (), *count, feed)
