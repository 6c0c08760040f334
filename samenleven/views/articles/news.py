"""A piece of news."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from samenleven.model.entries import Entry, NewsItem
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard, Remark

RELATED = 4  # at most


@record(frozen=True)
class NewsData:
    """A piece of news, what was said about it, and what it has to do with."""

    date: str
    iso_date: str
    remarks: tuple[Remark, ...]
    contact: ContactCard
    programmes: tuple[Card, ...]
    related: tuple[Card, ...]
    link: str  # absolute


def build_news(entry: NewsItem, to: Localiser) -> NewsData:
    """Return what stands around a piece of news."""
    return NewsData(
        *to.date(entry),
        remarks=tuple(
            Remark(to.explained(quote.text), quote.speaker, to.inline(quote.role))
            for quote in entry.quotes or ()
        ),
        contact=to.contact(Place("contacts", entry.contact)),
        programmes=to.programmes(entry.programmes or ()),
        related=to.cards(tuple(islice(_related(entry, to), RELATED))),
        link=f"{to.site.settings.site_url}/{to.site.path(entry.place, to.lang)}",
    )


def _related(entry: NewsItem, to: Localiser) -> Iterator[Entry]:
    """Yield the news that shares a topic, newest first; news without one is not related."""
    topics = (Place("topics", key) for key in entry.topics or ())
    sharing = {place for topic in topics for place in to.site.backlinks(topic)} - {entry.place}
    for place in to.site.places_in("news") if sharing else ():
        if place in sharing:
            yield to.site.version(place, to.lang)
