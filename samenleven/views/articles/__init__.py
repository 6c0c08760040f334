"""Build the article of a page: what each type shows beside its title, summary and body.

A module for each type: the frozen data that its template sees, and the function that makes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from samenleven.languages.formats import format_date
from samenleven.languages.locales import language
from samenleven.languages.urls import photo_slug
from samenleven.model.entries import (
    Accessibility,
    Brochure,
    Call,
    Checklist,
    Contact,
    Entry,
    Event,
    Figures,
    Glossary,
    Home,
    Info,
    Listing,
    NewsItem,
    Offline,
    Organisation,
    Programme,
    Search,
    Topic,
    Venue,
    Walk,
)
from samenleven.record import record
from samenleven.views.album import cover_of
from samenleven.views.articles.accessibility import build_accessibility
from samenleven.views.articles.brochure import BrochureData, build_brochure
from samenleven.views.articles.call import build_call
from samenleven.views.articles.checklist import build_checklist
from samenleven.views.articles.contact import build_contact
from samenleven.views.articles.event import build_event
from samenleven.views.articles.figures import build_figures
from samenleven.views.articles.glossary import build_glossary, explain_terms
from samenleven.views.articles.home import build_home
from samenleven.views.articles.listing import build_listing
from samenleven.views.articles.news import build_news
from samenleven.views.articles.offline import build_offline
from samenleven.views.articles.organisation import build_organisation
from samenleven.views.articles.programme import build_programme
from samenleven.views.articles.search import build_search
from samenleven.views.articles.topic import build_topic
from samenleven.views.articles.venue import build_venue
from samenleven.views.articles.walk import build_walk
from samenleven.views.figures import find_figures
from samenleven.views.gallery import build_gallery
from samenleven.views.localise import Localiser
from samenleven.views.newer import find_newer, mark_places, show_newer
from samenleven.views.page import Article, Reference


@record(frozen=True)
class Nothing:
    """A type that shows no more than its body."""


def build_article(entry: Entry, to: Localiser) -> Article:
    """Return the article of an entry; its words are in the entry's language."""
    cover = cover_of(entry)
    slug = photo_slug(cover.file) if cover else ""
    sources = tuple(
        Reference(ref.name, ref.url or "", ref.licence or "") for ref in entry.sources or ()
    )
    # The story first: a term is explained where a reader meets it first.
    newer = find_newer(entry, to)
    gallery = build_gallery(mark_places(entry, newer) if newer else entry, to)
    if newer:
        gallery = replace(gallery, story=show_newer(gallery.story, newer, to))
    data = DATA[type(entry)](entry, to)
    return Article(
        template=f"{entry.template}.html",
        lang=entry.lang,
        dir=language(entry.lang).dir,
        title=to.inline(entry.title),
        summary=to.inline(entry.summary),
        data=data,
        cover=to.cloth(entry),
        cover_photo=next((photo for photo in gallery.photos if photo.slug == slug), None),
        **vars(gallery),
        sources=sources,
        updated=format_date(entry.updated, entry.lang),
        iso_updated=entry.updated.isoformat(),
        figures=find_figures(entry.figures or (), to),
        topics=to.links("topics", entry.topics or ()),
        terms=explain_terms(to),
    )


def _info(entry: Info, to: Localiser) -> Nothing:
    return Nothing()


def _brochure(entry: Brochure, to: Localiser) -> BrochureData:
    return build_brochure(entry, to, build_article)


DATA: dict[type[Entry], Callable[[Any, Localiser], Any]] = {
    Home: build_home,
    Listing: build_listing,
    Programme: build_programme,
    NewsItem: build_news,
    Event: build_event,
    Call: build_call,
    Venue: build_venue,
    Walk: build_walk,
    Organisation: build_organisation,
    Contact: build_contact,
    Topic: build_topic,
    Accessibility: build_accessibility,
    Brochure: _brochure,
    Checklist: build_checklist,
    Figures: build_figures,
    Glossary: build_glossary,
    Offline: build_offline,
    Search: build_search,
    Info: _info,
}
