"""The score of Flesch-Douma, and the syllables that it counts."""

from __future__ import annotations

import pytest

from samenleven.plain.lists import read_lists
from samenleven.plain.readability import Formula, make_formula


@pytest.fixture
def dutch() -> Formula:
    lists = read_lists("nl")
    assert lists
    return make_formula(lists["readability"])


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "vijf school uur leeuw zee nieuw vzw 326 OCMW mooi"),
        (2, "over avond open adres idee cultuur fabriek eigen bureau"),
        (3, "België Afrika gemeente jongeren agenda iedereen ideeën video"),
        (4, "integratie economie vrijwilligers situatie"),
        (5, "organisatie activiteiten geïnteresseerd"),
    ],
)
def test_the_syllables_of_a_word_are_those_that_are_heard(
    dutch: Formula, count: int, words: str
) -> None:
    assert {word: dutch.syllables(word) for word in words.split()} == dict.fromkeys(
        words.split(), count
    )


def test_the_score_is_that_of_the_formula(dutch: Formula) -> None:
    """Nine words in two sentences, with thirteen syllables."""
    sentences = [["De", "stad", "vraagt", "iedereen"], ["Kom", "samen", "eten", "of", "praten"]]
    assert dutch.score(sentences) == pytest.approx(206.84 - 0.93 * 9 / 2 - 77 * 14 / 9)
