"""Cut a text into words, numbers and marks, and say what each means next to a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from samenleven.translation.facts.lexicon import Lexicon
from samenleven.translation.facts.terms import APOSTROPHES, WORD, Term, fold

TOKEN = re.compile(
    rf"""
      (?P<word>{WORD.pattern})
    | (?P<date>(?:\d{{4}}(?P<iso>[/-])\d{{1,2}}(?P=iso)\d{{1,2}}
              |\d{{1,2}}(?P<dmy>[/.-])\d{{1,2}}(?P=dmy)\d{{4}})(?!\d))
    | (?P<clock>\d{{1,2}}(?::|\s?[uh]\s?)\d{{2}}(?!\d))
    | (?P<number>\d{{1,3}}(?:(?P<group>[.,٬'’\u00a0\u202f\u2009 ])\d{{3}})(?:(?P=group)\d{{3}})*
                 (?:[.,٫]\d{{1,2}})?(?!\d)
                |\d+(?:[.,٫]\d+)*)
    | (?P<sign>[€$£%٪])
    | (?P<dash>[-–—])
    | (?P<mark>[^\s\w{APOSTROPHES}])
    """,
    re.VERBOSE | re.IGNORECASE,
)
SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "%": "%", "٪": "%"}
WITHIN_PHRASE = re.compile(rf"[\s{APOSTROPHES}.-]{{1,2}}")


class Token(NamedTuple):
    """A word, phrase, number or mark at text[start:end]."""

    sort: str
    text: str
    start: int
    end: int
    is_glued: bool  # written to the token before it, or parted by an apostrophe only
    term: Term | None = None

    def means(self, *sorts: str) -> bool:
        """Tell whether it means one of these next to a number."""
        return self.term is not None and self.term.sort in sorts


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a text whose digits are 0 to 9; a known phrase is one token."""
    raw = list(_cut(text))
    tokens = []
    place = 0
    while place < len(raw):
        end, term = _meaning(raw, place, text, lexicon)
        token = raw[place]
        if term:
            last = raw[end - 1].end
            token = token._replace(text=text[token.start : last], end=last, term=term)
        tokens.append(token)
        place = end
    return tokens


def _cut(text: str) -> Iterator[Token]:
    last = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        is_glued = start > 0 and not text[last:start].strip(APOSTROPHES)
        yield Token(match.lastgroup or "mark", match[0], start, end, is_glued)
        last = end


def _meaning(raw: list[Token], place: int, text: str, lexicon: Lexicon) -> tuple[int, Term | None]:
    """Return where the longest known phrase at `place` ends, and what it means."""
    token = raw[place]
    if token.sort == "sign":
        return place + 1, Term("unit", SIGNS[token.text])
    if token.sort == "word":
        for end in reversed(_phrase_ends(raw, place, text, lexicon)):
            words = " ".join(part.text for part in raw[place:end] if part.sort == "word")
            if term := lexicon.find(words):
                return end, term
    return place + 1, None


def _phrase_ends(raw: list[Token], place: int, text: str, lexicon: Lexicon) -> list[int]:
    """Return where a phrase that begins at `place` can end: behind the first word, the second..."""
    ends = [place + 1]
    if fold(raw[place].text) not in lexicon.phrase_starts:
        return ends
    last = raw[place]
    for number in range(place + 1, min(place + 2 * lexicon.longest, len(raw))):
        token = raw[number]
        if token.sort == "word" and WITHIN_PHRASE.fullmatch(text, last.end, token.start):
            ends.append(number + 1)
            last = token
        elif token.text not in (".", "-"):
            break
    return ends
