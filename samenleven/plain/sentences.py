"""Cut a passage into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from samenleven.record import record

WORD = re.compile(r"[^\W_](?:[\w'\u2019.-]*[^\W_])?")
END = re.compile(
    r"[.!?\u2026]+[\"'\u2019\u201d\u00bb)\]]*(?=\s+[\"'\u2018\u201c\u00ab(\[]*[A-Z\u00c0-\u00de\d]|\s*$)"
)
OPEN = "\"'\u2018\u201c\u00ab(["


@record(frozen=True)
class Sentence:
    """A sentence, and where it begins in its passage."""

    text: str
    start: int

    @cached_property
    def words(self) -> list[str]:
        """Return the words and numbers of the sentence."""
        return WORD.findall(self.text)


def cut_sentences(text: str, abbreviations: frozenset[str]) -> Iterator[Sentence]:
    """Yield the sentences of a passage; a full stop behind one of `abbreviations` ends none.

    The abbreviations are given without their last full stop.
    """
    start = 0
    for end in END.finditer(text):
        before = text[start : end.start()].split()[-1:]
        if end[0].startswith(".") and before and before[0].lstrip(OPEN) in abbreviations:
            continue
        yield from _sentence(text, start, end.end())
        start = end.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if words.strip():
        yield Sentence(words.strip(), start + len(words) - len(words.lstrip()))
