"""A fact that changes in an important paragraph can be published before it is translated."""

from __future__ import annotations

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.translation.facts import check_facts
from samenleven.translation.facts.compare import CHANGED, CHANGED_PARAGRAPH
from samenleven.translation.state import state_file
from tests.translation.one_page import OnePage

OLD = "- Dans op maandag\n"
NEW = "- Dans op dinsdag 3 maart 2026\n  {.important}\n"


def problems(page: OnePage) -> list[str]:
    speak = editors_gettext("nl")
    return [problem.what.text(speak) for problem in check_facts(page.page())]


@pytest.fixture
def page(recorded: OnePage) -> OnePage:
    assert problems(recorded) == []
    return recorded


def test_a_changed_day_is_a_problem(page: OnePage) -> None:
    page.change(page.dutch, (OLD, "- Dans op dinsdag 3 maart 2026\n"))
    assert problems(page) != []


def test_the_state_tells_that_the_dutch_is_newer_whatever_the_dates_say(page: OnePage) -> None:
    page.change(page.dutch, (OLD, "- Dans op dinsdag 3 maart 2026\n"))
    assert {problem.remedy for problem in check_facts(page.page())} == {CHANGED_PARAGRAPH}


def test_where_the_translation_alone_changed_it_is_to_follow_the_dutch(page: OnePage) -> None:
    page.change(page.french, ("Vous dansez", "Vous dansez 5 fois"))
    assert {problem.remedy for problem in check_facts(page.page())}.isdisjoint(
        {CHANGED, CHANGED_PARAGRAPH}
    )


def test_marked_as_important_it_is_shown_in_dutch_and_is_none(page: OnePage) -> None:
    page.change(page.dutch, (OLD, NEW))
    assert problems(page) == []


def test_a_new_important_paragraph_is_none(page: OnePage) -> None:
    page.change(page.dutch, ("\n## Voor", "\nBel +32 56 27 70 00.\n{.important}\n\n## Voor"))
    assert problems(page) == []


def test_other_faults_are_still_found(page: OnePage) -> None:
    page.change(page.dutch, (OLD, NEW))
    page.change(page.french, ("Vous dansez", "Vous dansez 5 fois"))
    assert problems(page) == [
        'hier staat "5", en dat staat niet in de Nederlandse tekst (index.nl.md, rond regel 13).'
    ]


def test_without_a_state_nothing_is_shown_in_dutch_and_all_is_compared(page: OnePage) -> None:
    state_file(page.french).unlink()
    page.change(page.dutch, (OLD, NEW))
    assert problems(page) != []
