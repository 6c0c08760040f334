"""Advise to cut long sentences: many readers lose the beginning before they reach the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenleven.plain.texts import Text
from samenleven.problems import Problem, say

SHOWN = 4  # words, by which an editor finds the sentence on its line


def advise_length(texts: Iterable[Text], most: int) -> Iterator[Problem]:
    """Yield an advice for each sentence of more than `most` words. The row of a table is none."""
    for text in texts:
        for sentence in text.sentences:
            count = len(sentence.words)
            if count > most and "|" not in sentence.text:
                start = " ".join(sentence.text.split()[:SHOWN])
                what = say('"%(start)s ..." has %(count)s words.', start=start, count=count)
                remedy = say(
                    "Up to %(most)s read easily: make two sentences, or a list.", most=most
                )
                yield text.problem(sentence.start, what, remedy)
