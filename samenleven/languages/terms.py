"""The words that the site explains: how each is spelled in a text, and where a text uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from samenleven.model.entries import Glossary, Term
from samenleven.record import record

# In Turkish the capital of i keeps its dot.
CAPITALS: Mapping[str, Mapping[str, str]] = {"tr": {"i": "İ"}}
# And, so; with, for, as; the: Arabic writes them as the first letters of the word.
ARTICLE = "ال"
BEFORE_ARABIC = tuple(
    f"{joined}{preposition}"
    for joined in ("و", "ف", "")
    for preposition in ("بال", "كال", "ال", "لل", "ب", "ك", "ل", "")
)
FIRST = 2  # letters by which spellings are looked up; one may have a single letter
SPACE = re.compile(r"\s")
AFTER = re.compile(r"\w|-\w")  # what a word goes on with


class Use(NamedTuple):
    """Where a text uses a term; `start` and `end` as of a slice."""

    start: int
    end: int
    key: str  # of the term


@record(frozen=True)
class TermFinder:
    """Find the terms of a glossary in texts of one language.

    A pattern of a thousand spellings would take Python longer to compile than to read a page.
    """

    keys: Mapping[str, str]  # of the term, by each of its spellings
    before: tuple[str, ...]  # what a term may be written on to; the longest first
    sizes: Mapping[str, tuple[int, ...]]  # of the spellings, by their first letters; largest first
    starts: re.Pattern[str]  # where one may begin

    def find(self, text: str) -> Iterator[Use]:
        """Yield each use of a term in a text."""
        flat, places = _flatten(text)
        end = 0
        for found in self.starts.finditer(flat):
            if found.start() < end:
                continue
            use = self._find_at(flat, found.start())
            if use:
                end = use.end
                yield Use(places[use.start], places[end - 1] + 1, use.key) if places else use

    def _find_at(self, text: str, start: int) -> Use | None:
        """Return the longest spelling that a word of the text begins with."""
        for before in self.before:
            if not text.startswith(before, start):
                continue
            at = start + len(before)
            first = text[at : at + FIRST]
            for size in (*self.sizes.get(first, ()), *self.sizes.get(first[:1], ())):
                end = at + size
                key = self.keys.get(text[at:end]) if end <= len(text) else None
                if key and not AFTER.match(text, end):
                    return Use(start, end, key)
        return None


def _flatten(text: str) -> tuple[str, list[int]]:
    """Return a text with one space for each run of them, and where its letters stood if any did."""
    flat = SPACE.sub(" ", text)
    if "  " not in flat:
        return flat, []
    places = [at for at in range(len(flat)) if flat[at : at + 2] != "  "]
    return "".join(flat[at] for at in places), places


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

    The longest spelling wins. A word inside another word is none of them, with a hyphen neither;
    what follows an apostrophe is (Dutch OCMW's, Turkish OCMW'ye).
    """
    lang, keys = glossary.lang, dict[str, str]()
    for term in glossary.terms:
        for text in spellings(term):
            for variant in _variants(text, lang):
                keys.setdefault(variant, term.key)
    before = BEFORE_ARABIC if lang == "ar" else ("",)
    sizes: dict[str, set[int]] = {}
    for spelling in keys:
        sizes.setdefault(spelling[:FIRST], set()).add(len(spelling))
    largest_first = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    return TermFinder(keys, before, largest_first, re.compile(_starts(sizes, before)))


def _starts(firsts: Iterable[str], before: Iterable[str]) -> str:
    """Return the pattern of how a use of a term begins."""
    seconds: dict[str, set[str]] = {}
    for text in (*firsts, *(text[0] for text in before if text)):
        seconds.setdefault(text[0], set()).add(text[1:])
    begin = (
        re.escape(letter) + ("" if "" in rest else f"[{re.escape(''.join(sorted(rest)))}]")
        for letter, rest in sorted(seconds.items())
    )
    return rf"(?<![\w-])(?:{'|'.join(begin)})" if seconds else "(?!)"


def _variants(text: str, lang: str) -> tuple[str, str]:
    """Return a spelling as it stands inside a sentence, and at its start."""
    text = " ".join(text.split())
    if lang == "ar":
        text = text.removeprefix(ARTICLE)
    return text, CAPITALS.get(lang, {}).get(text[0], text[0].upper()) + text[1:]
