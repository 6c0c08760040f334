"""The lists of words of a source language, in the folder `words`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

Lists = Mapping[str, Any]
APOSTROPHE = "['\u2019]"


@cache
def read_lists(lang: str) -> Lists | None:
    """Return the lists of a language, or None where it has none."""
    file = Path(__file__).parent / "words" / f"{lang}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else None


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between the commas of a list."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for each of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spelled = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    words = "|".join(word.replace("'", APOSTROPHE) for word in spelled)
    return rf"(?<![\w-])(?:{words})(?![\w-])"


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the compiled pattern of phrases, in capitals and small letters."""
    return re.compile(any_of(phrases), re.IGNORECASE)


class Phrases(NamedTuple):
    """Phrases of a list, and what the list says of each."""

    pattern: re.Pattern[str]
    signs: frozenset[str]  # of each phrase its longest word; few texts have one
    said: Mapping[str, Any]  # by phrase, in small letters

    def find(self, text: str, words: Set[str]) -> Iterator[tuple[int, str, Any]]:
        """Yield the place of each phrase in a text, the phrase as written, and what is said of it.

        `words` are those of the text, in small letters.
        """
        if self.signs.isdisjoint(words):
            return
        for match in self.pattern.finditer(text):
            written = " ".join(match[0].split())
            yield match.start(), written, self.said[plain(written)]


def make_phrases(lists: Mapping[str, Any]) -> Phrases:
    """Return what finds the phrases; each key of `lists` is a list of them."""
    said = {plain(phrase): value for words, value in lists.items() for phrase in parts(words)}
    signs = frozenset(max(phrase.split(), key=len) for phrase in said)
    return Phrases(pattern(said), signs, said)


def plain(text: str) -> str:
    """Return a text in small letters, with the apostrophes of a keyboard."""
    return text.lower().replace("\u2019", "'")
