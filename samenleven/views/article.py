"""Build the article of a page: one function for each type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from samenleven.languages.formats import (
    format_date,
    format_interval,
    format_money,
    format_number,
)
from samenleven.languages.locales import language
from samenleven.languages.urls import feed_path
from samenleven.model.entries import (
    Accessibility,
    Contact,
    Entry,
    Home,
    Info,
    Listing,
    NewsItem,
    Programme,
)
from samenleven.model.source import Place
from samenleven.views.articles import (
    AccessibilityData,
    ContactData,
    HomeData,
    ListingData,
    NewsData,
    Nothing,
    ProgrammeData,
)
from samenleven.views.localise import Localiser
from samenleven.views.page import Article, Reference

NEWEST = 3  # news items on the first page


def build_article(entry: Entry, to: Localiser) -> Article:
    """Return the article of an entry; its words are in the entry's language."""
    sources = tuple(Reference(ref.name, ref.url, ref.licence) for ref in entry.sources or ())
    return Article(
        template=f"{entry.template}.html",
        lang=entry.lang,
        dir=language(entry.lang).dir,
        title=to.inline(entry.title),
        summary=to.inline(entry.summary),
        body=to.body(entry),
        data=DATA[type(entry)](entry, to),
        cover=to.cover(entry),
        sources=sources,
        updated=format_date(entry.updated, entry.lang),
        iso_updated=entry.updated.isoformat(),
    )


def _home(entry: Home, to: Localiser) -> HomeData:
    return HomeData(
        programmes=to.cards(to.site.children("programmes", to.lang)),
        # Without covers: the first page is to load in twelve requests.
        news=tuple(
            replace(to.card(item), cover=None)
            for item in to.site.children("news", to.lang)[:NEWEST]
        ),
        programmes_url=to.url(Place("programmes", "")),
        news_url=to.url(Place("news", "")),
    )


def _listing(entry: Listing, to: Localiser) -> ListingData:
    section = entry.place.section
    children = to.site.children(section, to.lang)
    count = len(children), format_number(len(children), entry.lang)
    if section == "contacts":
        return ListingData((), tuple(to.contact(child.place) for child in children), *count, "")
    feed = f"{to.site.settings.base}/{feed_path(to.lang)}" if section == "news" else ""
    return ListingData(to.cards(children), (), *count, feed)


def _programme(entry: Programme, to: Localiser) -> ProgrammeData:
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


def _news(entry: NewsItem, to: Localiser) -> NewsData:
    return NewsData(
        *to.date(entry),
        contact=to.contact(Place("contacts", entry.contact)),
        programmes=to.programmes(entry.programmes or ()),
    )


def _contact(entry: Contact, to: Localiser) -> ContactData:
    return ContactData(to.contact(entry.place), to.programmes_of(entry))


def _accessibility(entry: Accessibility, to: Localiser) -> AccessibilityData:
    return AccessibilityData(
        compliance=entry.compliance,
        limitations=tuple(to.inline(text) for text in entry.limitations),
        prepared=format_date(entry.prepared, entry.lang),
        iso_prepared=entry.prepared.isoformat(),
        reviewed=format_date(entry.reviewed, entry.lang),
        iso_reviewed=entry.reviewed.isoformat(),
        method=entry.method,
        feedback=to.contact(Place("contacts", entry.feedback)),
        enforcement=to.words(entry.enforcement_name, entry.lang),
        enforcement_url=entry.enforcement_url,
    )


def _info(entry: Info, to: Localiser) -> Nothing:
    return Nothing()


DATA: dict[type[Entry], Callable[[Any, Localiser], Any]] = {
    Home: _home,
    Listing: _listing,
    Programme: _programme,
    NewsItem: _news,
    Contact: _contact,
    Accessibility: _accessibility,
    Info: _info,
}
