"""A programme."""

from __future__ import annotations

from dataclasses import dataclass

from samenleven.languages.formats import format_date, format_interval, format_money
from samenleven.model.entries import NewsItem, Programme
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, ContactCard


@dataclass(frozen=True)
class ProgrammeData:
    """The facts at a glance; what is unknown is empty."""

    audience: str
    schedule: str
    period: str
    location: str
    budget: str
    budget_note: str
    partners: tuple[str, ...]
    action: str
    contact: ContactCard
    news: tuple[Card, ...]


def build_programme(entry: Programme, to: Localiser) -> ProgrammeData:
    """Return the facts of a programme, as far as they are known."""
    news = [
        item
        for item in to.site.children("news", to.lang)
        if isinstance(item, NewsItem) and entry.place.key in (item.programmes or ())
    ]
    return ProgrammeData(
        audience=to.inline(entry.audience),
        schedule=to.inline(entry.schedule or ""),
        period=_period(entry),
        location=to.inline(entry.location or ""),
        budget=format_money(entry.budget, entry.lang) if entry.budget is not None else "",
        budget_note=to.inline(entry.budget_note or ""),
        partners=entry.partners or (),
        action=to.inline(entry.action),
        contact=to.contact(Place("contacts", entry.contact)),
        news=to.cards(news),
    )


def _period(entry: Programme) -> str:
    if entry.start and entry.end:
        return format_interval(entry.start, entry.end, entry.lang)
    day = entry.start or entry.end
    return format_date(day, entry.lang) if day else ""
