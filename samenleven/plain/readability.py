"""Measure how easily a text reads, by the length of its sentences and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from samenleven.plain.lists import parts
from samenleven.plain.texts import Text
from samenleven.problems import Problem, say

# In a shorter text, the name of one school decides.
FEWEST_WORDS = 50
FEWEST_OF_PARAGRAPH = 12
CLOSED = tuple(".!?\u2026.)\"'\u2019\u201d\u00bb")


class Formula(NamedTuple):
    """`base - sentence * (words in a sentence) - word * (syllables in a word)`."""

    base: float
    sentence: float
    word: float
    syllable: re.Pattern[str]

    def score(self, sentences: Sequence[Sequence[str]]) -> float:
        """Return how easily sentences of words read, from about 0 (hard) to about 100 (easy)."""
        count = _count(sentences)
        syllables = sum(self.syllables(" ".join(words)) for words in sentences)
        return self.base - self.sentence * count / len(sentences) - self.word * syllables / count

    def syllables(self, words: str) -> int:
        """Return how many syllables are heard; a number, or `vzw`, counts as one."""
        return len(self.syllable.findall(words.lower()))


def make_formula(values: dict[str, Any]) -> Formula:
    """Return the formula of a language, out of the list `readability`."""
    sounds = sorted(parts(values["sounds"]), key=len, reverse=True)
    vowels = values["vowels"]
    syllable = "|".join([*sounds, rf"[{vowels}]", rf"\b[^\W{vowels}]+\b"])
    return Formula(values["base"], values["sentence"], values["word"], re.compile(syllable))


def advise_readability(texts: Sequence[Text], values: dict[str, Any]) -> Iterator[Problem]:
    """Yield an advice if a text as a whole is hard to read, at its hardest paragraph."""
    formula = make_formula(values)
    whole = [(text, sentences) for text in texts if (sentences := _whole_sentences(text))]
    everything = [words for _, sentences in whole for words in sentences]
    if _count(everything) < FEWEST_WORDS or (score := formula.score(everything)) >= values["hard"]:
        return
    long = [one for one in whole if _count(one[1]) >= FEWEST_OF_PARAGRAPH] or whole
    hardest, _ = min(long, key=lambda one: formula.score(one[1]))
    what = say(
        "the text of this page reads hard: %(score)s of 100, and %(good)s or more is good.",
        score=max(0, round(score)),
        good=values["hard"],
    )
    remedy = say("Make words and sentences shorter, here to begin with.")
    yield hardest.problem(0, what, remedy)


def _whole_sentences(text: Text) -> list[list[str]]:
    """Return the words of each sentence that ends as one: headings and labels do not."""
    return [one.words for one in text.sentences if one.text.endswith(CLOSED) and one.words]


def _count(sentences: Sequence[Sequence[str]]) -> int:
    return sum(map(len, sentences))
