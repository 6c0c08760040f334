"""A piece of news."""

from __future__ import annotations

from dataclasses import dataclass

from samenleven.model.entries import NewsItem
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard


@dataclass(frozen=True)
class NewsData:
    """A piece of news, and the programmes that it is about."""

    date: str
    iso_date: str
    contact: ContactCard
    programmes: tuple[Card, ...]


def build_news(entry: NewsItem, to: Localiser) -> NewsData:
    """Return what stands around a piece of news."""
    return NewsData(
        *to.date(entry),
        contact=to.contact(Place("contacts", entry.contact)),
        programmes=to.programmes(entry.programmes or ()),
    )
