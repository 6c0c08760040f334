"""The page to search on: every page and every explained word from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from samenleven.languages.alphabets import letter_of, sort_key
from samenleven.languages.site import Site
from samenleven.languages.urls import index_path
from samenleven.model.entries import Entry, Event, Glossary, Home, NewsItem, Offline, Search
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.agenda import sort_events
from samenleven.views.localise import Localiser
from samenleven.views.page import Words

# News and what is over have lists by date; the others are no pages to look for.
LEFT_OUT: tuple[type[Entry], ...] = (Home, NewsItem, Offline, Search)


@record(frozen=True)
class Line:
    """A page or a word. `dutch` is its Dutch name, where it has another one."""

    name: Words
    url: str
    dutch: str = ""


@record(frozen=True)
class Letter:
    """What begins with one letter, as readers look it up. The letter is a small one."""

    letter: str
    id: str
    lines: tuple[Line, ...]


@record(frozen=True)
class SearchData:
    """The alphabet, and where search finds its index; that is not there before the first build."""

    letters: tuple[Letter, ...]
    index_url: str
    contact_url: str


def build_search(entry: Search, to: Localiser) -> SearchData:
    """Return all pages that last, and all words that the glossary explains."""
    key = sort_key(to.lang)
    named = sorted(
        (*_pages(to), *_terms(to)), key=lambda found: (key(found[0]), found[0], found[1].url)
    )
    grouped = groupby(named, key=lambda found: letter_of(found[0], to.lang))
    letters = tuple(
        Letter(
            "0–9" if letter == "0" else letter,
            f"at-letter-{number}",
            tuple(line for _, line in found),
        )
        for number, (letter, found) in enumerate(grouped, 1)
    )
    contact = to.url(to.site.settings.contact)
    return SearchData(letters, to.below(f"{index_path(to.lang)}/pagefind.js"), contact)


def _pages(to: Localiser) -> Iterator[tuple[str, Line]]:
    over = _events_that_are_over(to.site)
    for place in to.site.outlines:
        page = to.site.version(place, to.lang)
        if isinstance(page, LEFT_OUT) or place in over:
            continue
        dutch = to.site.version(place, to.site.settings.source_lang).title
        name = to.words(page.title, page.lang)
        yield page.title, Line(name, to.url(place), dutch if dutch != page.title else "")


def _events_that_are_over(site: Site) -> set[Place]:
    source = site.settings.source_lang
    events = [event for event in site.children("events", source) if isinstance(event, Event)]
    months = sort_events(events, site.today).items()
    return {event.place for (kind, _), found in months if kind == "past" for event in found}


def _terms(to: Localiser) -> Iterator[tuple[str, Line]]:
    glossary = to.site.only(Glossary, to.lang)
    for term in glossary.terms if glossary else ():
        name = term.name or term.term
        lang = glossary.lang if glossary and term.name else to.site.settings.source_lang
        dutch = term.term if name != term.term else ""
        url = f"{to.url(glossary.place)}#{term.key}" if glossary else ""
        yield name, Line(to.words(name, lang), url, dutch)
