"""The sentences of a page in its source language, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.model.table import schema
from samenleven.plain.lists import Lists, parts, plain
from samenleven.plain.sentences import WORD, Sentence, cut_sentences
from samenleven.problems import Message, Problem
from samenleven.translation.passages import Passage, read_passages


class Text(NamedTuple):
    """A passage of the source text, cut into sentences."""

    path: str
    passage: Passage
    sentences: tuple[Sentence, ...]
    words: frozenset[str]  # as plain() writes them

    def problem(self, place: int, what: Message, remedy: Message) -> Problem:
        """Return what is said of passage.words[place]."""
        field = self.passage.name.partition(".")[0]
        return Problem(self.path, self.passage.line_at(place), field, what, remedy)


def read_texts(page: Page, lists: Lists) -> Iterator[Text]:
    """Yield the fields in the order of the table, then the paragraphs of the body."""
    abbreviations = frozenset(parts(lists["abbreviations"]))
    for passage in read_passages(page.dutch, schema(page.type)):
        sentences = tuple(cut_sentences(passage.words, abbreviations))
        words = frozenset(WORD.findall(plain(passage.words)))
        yield Text(page.dutch.source.path, passage, sentences, words)
