"""What search knows of each page: its words, and behind them those of its Dutch text.

A record is HTML that Pagefind alone reads; nothing of it stands in the pages that readers get. The
Dutch words are in it, so that a word of a Dutch letter finds the page in the reader's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from samenleven.languages.site import Site
from samenleven.model.entries import Entry, Glossary, Offline, Search, Term
from samenleven.model.kinds import TEXT
from samenleven.model.source import Place
from samenleven.model.table import Scope, schema
from samenleven.views.beside import texts_of
from samenleven.views.localise import Localiser

DUTCH = "at-dutch"  # the anchor under which search.js finds the Dutch words; no page has it
LEAST = "0.3"  # the weight of a Dutch word beside one of the page, which weighs 1
ANCHOR = re.compile(r'\sid="[^"]*"')
# What these hold is found on the pages themselves, or says nothing to who searches.
LEFT_OUT: tuple[type[Entry], ...] = (Search, Offline)

PAGE = Markup(
    '<html lang="{lang}"><body><h1 data-pagefind-meta="title">{title}</h1>\n'
    '<p data-pagefind-meta="dutch">{dutch}</p>\n{words}\n{behind}</body></html>'
)
BEHIND = Markup('<div data-pagefind-weight="{weight}"><h2 id="{anchor}">{title}</h2>{words}</div>')


class Record(NamedTuple):
    """A page as search knows it."""

    path: str  # below the site's address
    html: str


def make_records(site: Site) -> dict[str, list[Record]]:
    """Return for each language a record of each page that is written in it, never of another."""
    places = find_places(site)
    return {
        lang: [record for place in places for record in make_record(site, place, lang)]
        for lang in site.settings.languages
    }


def find_places(site: Site) -> list[Place]:
    """Return the pages that can be found."""
    outlines = site.outlines.items()
    return [place for place, outline in outlines if not issubclass(outline.type, LEFT_OUT)]


def make_record(site: Site, place: Place, lang: str) -> Iterator[Record]:
    """Yield the record of a page in a language that it is written in."""
    entry = site.entries[place].get(lang)
    if entry is None:
        return
    source = site.version(place, site.settings.source_lang)
    is_source = lang == source.lang
    html = PAGE.format(
        lang=lang,
        title=entry.title,
        dutch="" if is_source else source.title,
        words=_words(entry, site),
        behind="" if is_source else _behind(source, site),
    )
    yield Record(site.path(place, lang), html)


def _behind(source: Entry, site: Site) -> Markup:
    words = Markup(ANCHOR.sub("", _words(source, site)))
    return BEHIND.format(weight=LEAST, anchor=DUTCH, title=source.title, words=words)


def _words(entry: Entry, site: Site) -> Markup:
    to = Localiser(site, entry.lang, entry.lang)
    texts = [*texts_of(entry), *_names(site.version(entry.place, site.settings.source_lang))]
    paragraphs = Markup("\n").join(Markup("<p>{}</p>").format(text) for text in texts)
    return paragraphs + to.body(entry) + _terms(entry, site)


def _names(facts: Entry) -> Iterator[str]:
    """Yield the names among the facts: a street, a town."""
    for name, field in schema(type(facts)).items():
        value = getattr(facts, name)
        if field.kind is TEXT and field.scope is Scope.FACT and value:
            yield value


def _terms(entry: Entry, site: Site) -> Markup:
    """Return each term under its own anchor, so that search leads there."""
    if not isinstance(entry, Glossary):
        return Markup("")
    terms = (
        Markup('<h3 id="{}">{}</h3><p>{}</p>').format(term.key, _name(term), term.meaning)
        for term in entry.terms
    )
    return Markup("\n").join(terms)


def _name(term: Term) -> str:
    return " – ".join(filter(None, (term.name, term.term)))
