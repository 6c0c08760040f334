"""The words that the site explains: how each is spelled in a text, and where a text uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from samenleven.model.entries import Glossary, Term
from samenleven.record import record

# In Turkish the capital of i keeps its dot.
CAPITALS: Mapping[str, Mapping[str, str]] = {"tr": {"i": "İ"}}
# And, so; with, for, as; the: Arabic writes them as the first letters of the word.
ARTICLE = "ال"
BEFORE_ARABIC = "[وف]?(?:[بك]?ال|لل|[بكل])?"


@record(frozen=True)
class TermFinder:
    """Find the terms of a glossary in texts of one language."""

    pattern: re.Pattern[str]
    keys: Mapping[str, str]  # of the term, by each of its spellings

    def find(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Yield each use of a term in a text, and the key of that term."""
        for match in self.pattern.finditer(text):
            yield match, self.keys[" ".join(match["word"].split())]


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

    One pattern holds all spellings; the longest wins. A word inside another word is none of them,
    with a hyphen neither; what follows an apostrophe is (Dutch OCMW's, Turkish OCMW'ye).
    """
    lang, keys = glossary.lang, dict[str, str]()
    for term in glossary.terms:
        for text in spellings(term):
            for variant in _variants(text, lang):
                keys.setdefault(variant, term.key)
    before = BEFORE_ARABIC if lang == "ar" else ""
    pattern = re.compile(rf"(?<![\w-]){before}(?P<word>{_tree(keys)})(?!\w|-\w)")
    return TermFinder(pattern, keys)


def _variants(text: str, lang: str) -> tuple[str, str]:
    """Return a spelling as it stands inside a sentence, and at its start."""
    text = " ".join(text.split())
    if lang == "ar":
        text = text.removeprefix(ARTICLE)
    return text, CAPITALS.get(lang, {}).get(text[0], text[0].upper()) + text[1:]


def _tree(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, letter by letter.

    At each letter of a text few branches are left; a row of alternatives would try every word.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    can_end = rests.pop("", None) is not None
    branches = (
        (r"\s+" if first == " " else re.escape(first)) + _tree(rest)
        for first, rest in sorted(rests.items())
    )
    pattern = f"(?:{'|'.join(branches)})" if rests else ""
    return f"{pattern}?" if can_end and pattern else pattern
