"""A piece of news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenleven.model.entries import NewsItem
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard, Remark

RELATED = 4  # at most


@dataclass(frozen=True)
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
        related=to.cards(list(_related(entry, to))[:RELATED]),
        link=f"{to.site.settings.site_url}/{to.site.path(entry.place, to.lang)}",
    )


def _related(entry: NewsItem, to: Localiser) -> Iterator[NewsItem]:
    """Yield the news that shares a topic, newest first; news without one is not related."""
    for other in to.site.children("news", to.lang):
        shares = set(other.topics or ()) & set(entry.topics or ())
        if isinstance(other, NewsItem) and other.place != entry.place and shares:
            yield other
