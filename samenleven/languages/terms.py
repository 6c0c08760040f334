"""The words that the site explains: how each is spelled in a text, and where a text uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenleven.model.entries import Glossary, Term

# In Turkish the capital of i keeps its dot.
CAPITALS: Mapping[str, Mapping[str, str]] = {"tr": {"i": "İ"}}
# And, so; with, for, as; the: Arabic writes them as the first letters of the word.
ARTICLE = "ال"
BEFORE_ARABIC = "[وف]?(?:[بك]?ال|لل|[بكل])?"


@dataclass(frozen=True)
class TermFinder:
    """Find the terms of a glossary in texts of one language."""

    pattern: re.Pattern[str]
    keys: Mapping[str, str]  # of the term, by the name of the group that matches it

    def find(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Yield each use of a term in a text, and the key of that term."""
        for match in self.pattern.finditer(text):
            yield match, self.keys[match.lastgroup or ""]


def spellings(term: Term) -> tuple[str, ...]:
    """Return how a term can be written: in Dutch everywhere, and in the language of the entry."""
    dutch, own = (term.term, *(term.forms or ())), (term.name or "", *(term.name_forms or ()))
    return tuple(dict.fromkeys(text for text in (*dutch, *own) if text))


def known_words(glossary: Glossary | None) -> frozenset[str]:
    """Return every spelling that a glossary explains; none without a glossary."""
    terms = glossary.terms if glossary else ()
    return frozenset(text for term in terms for text in spellings(term))


def make_finder(glossary: Glossary) -> TermFinder:
    """Return the finder of a glossary, for texts of the glossary's own language.

    One pattern holds all spellings, the longest first. A word inside another word is none of
    them, with a hyphen neither; what follows an apostrophe is (Dutch OCMW's, Turkish OCMW'ye).
    """
    found: dict[str, str] = {}
    for term in glossary.terms:
        for text in spellings(term):
            found.setdefault(text, term.key)
    longest_first = sorted(found, key=lambda text: (-len(text), text))
    groups = {f"t{number}": text for number, text in enumerate(longest_first)}
    parts = (f"(?P<{name}>{_spelled(text, glossary.lang)})" for name, text in groups.items())
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w|-\w)")
    return TermFinder(pattern, {name: found[text] for name, text in groups.items()})


def _spelled(text: str, lang: str) -> str:
    """Return the pattern of one spelling: any white space, a capital at its start, prefixes."""
    if lang == "ar" and not text.isascii():
        return BEFORE_ARABIC + _spaced(text.removeprefix(ARTICLE))
    first, rest = text[0], text[1:]
    capital = CAPITALS.get(lang, {}).get(first, first.upper())
    start = re.escape(first) if capital == first else f"[{re.escape(first + capital)}]"
    return start + _spaced(rest)


def _spaced(text: str) -> str:
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(text))
