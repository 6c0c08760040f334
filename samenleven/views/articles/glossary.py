"""The list of words that the site explains, and those that one page explains."""

from __future__ import annotations

from samenleven.languages.alphabets import sort_key
from samenleven.model.entries import Glossary, Term
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import TermNote


@record(frozen=True)
class GlossaryData:
    """The words, in the alphabet of the language."""

    terms: tuple[TermNote, ...]


def build_glossary(entry: Glossary, to: Localiser) -> GlossaryData:
    """Return the words of the glossary, by the name that a reader looks for."""
    key = sort_key(entry.lang)
    terms = sorted(entry.terms, key=lambda term: key(term.name or term.term))
    return GlossaryData(tuple(_note(term, entry, to) for term in terms))


def explain_terms(to: Localiser) -> tuple[TermNote, ...]:
    """Return the terms that a page has used so far, explained in the reader's language."""
    glossary = to.site.only(Glossary, to.lang)
    if glossary is None:
        return ()
    known = {term.key: term for term in glossary.terms}
    return tuple(_note(known[key], glossary, to) for key in to.explainer.used)


def _note(term: Term, glossary: Glossary, to: Localiser) -> TermNote:
    return TermNote(
        key=term.key,
        dutch=term.term,
        name=to.words(term.name, glossary.lang) if term.name else None,
        meaning=to.words(term.meaning, glossary.lang),
        url=f"{to.url(glossary.place)}#{term.key}",
    )
