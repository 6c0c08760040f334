"""The words of one language that carry facts, ready to be looked up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from babel import Locale

from samenleven.translation.facts.terms import (
    WORD,
    Term,
    Words,
    fold,
    fold_phrase,
    read_names,
    read_terms,
)

ROMAN = re.compile(r"\b([IVXLC]{2,})(?:e|er|ème)?\b")  # le XIXe siècle
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Lexicon:
    """The words of one language, by their folded form."""

    def __init__(self, lang: str) -> None:
        locale = Locale.parse(lang, sep="-")
        own = _own_words().get(lang, {})
        self.decimal = locale.number_symbols["latn"]["decimal"]
        self.is_hour_last = own.get("is_hour_last", False)
        self.unsaid = frozenset(own.get("unsaid", ()))
        self._numbers = {
            fold_phrase(word): int(value)
            for value, words in own.get("numbers", {}).items()
            for word in words.split()
        }
        self._prefixes = ("", *map(fold, own.get("prefixes", "").split()))
        self._endings = frozenset(map(fold, own.get("endings", "").split()))
        self._unsure = frozenset(map(fold, own.get("unsure", "").split()))
        self._terms = dict(read_terms(locale, own))
        self._names = dict(read_names(locale, own))
        self._name_starts = _first_words(self._names)
        self.phrase_starts = self._name_starts | _first_words(self._terms)
        self.longest = max(phrase.count(" ") + 1 for phrase in (*self._terms, *self._names))
        self._found: dict[str, Term | None] = {}
        self._plain = set[str]()  # words that are known to name nothing: most of all texts

    def find_name(self, word: str) -> Term | None:
        """Return the month or day of the week that a word names, or None.

        It is sure when nothing else can be meant by the word.
        """
        if word not in self._found:
            self._found[word] = self._find_name(word)
        return self._found[word]

    def _find_name(self, word: str) -> Term | None:
        folded = fold(word)
        for prefix in self._prefixes:
            if folded.startswith(prefix) and (term := self._names.get(folded[len(prefix) :])):
                return term._replace(is_sure=self._is_sure(word, term, folded[len(prefix) :]))
        return self._find_longer(word, folded)

    def _is_sure(self, word: str, term: Term, name: str) -> bool:
        has_capital = term.is_sure or word[0].isupper()  # "May" against "may"
        return has_capital and name not in self._unsure

    def _find_longer(self, word: str, folded: str) -> Term | None:
        """Return the name that a longer word begins with: zondagen, zaterdagochtend."""
        for end in range(len(folded) - 1, 3, -1):
            if term := self._names.get(folded[:end]):
                is_plural = term.sort == "weekday" and folded[end:] in self._endings
                is_sure = is_plural and self._is_sure(word, term, folded[:end])
                return term._replace(is_sure=is_sure)
        return None

    def has_name(self, text: str) -> bool:
        """Tell whether a text may name a month or a day of the week."""
        return any(self._may_name(word) for word in {*WORD.findall(text)} - self._plain)

    def _may_name(self, word: str) -> bool:
        if self.find_name(word) or fold(word) in self._name_starts:
            return True
        self._plain.add(word)
        return False

    def numbers_in(self, text: str) -> Iterator[int]:
        """Yield the numbers that a text can mean by a word: "dertig", "une trentaine", "XIX"."""
        words = fold_phrase(text).split()
        for word in (*words, *map(" ".join, pairwise(words))):  # "п’ять" is two words here
            for prefix in self._prefixes:
                number = self._numbers.get(word.removeprefix(prefix))
                if number is not None:
                    yield number
                    break
        yield from (read_roman(letters) for letters in ROMAN.findall(text))

    def find(self, phrase: str) -> Term | None:
        """Return what a word or phrase means alone or next to a number, or None."""
        if term := self.find_name(phrase):
            return term
        term = self._terms.get(folded := fold(phrase))
        return term._replace(is_sure=folded not in self._unsure) if term else None


def read_roman(letters: str) -> int:
    """Return the number that Roman letters mean: XIX is 19."""
    values = [ROMAN_VALUES[letter] for letter in letters]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the words of a language. Raises: babel.UnknownLocaleError."""
    return Lexicon(lang)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases if " " in phrase)


@cache
def _own_words() -> dict[str, Words]:
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return tomllib.load(file)
