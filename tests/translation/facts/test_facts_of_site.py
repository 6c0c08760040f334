"""The facts of the city's own pages: the same set in each language."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from samenleven.languages.reading import Page, read_pages
from samenleven.model.settings import read_settings
from samenleven.translation.facts import check_facts
from samenleven.translation.facts.finding import Fact
from samenleven.translation.facts.versions import facts_of, read_version

ROOT = Path(__file__).parents[3]
PAGES, _ = read_pages(read_settings(runpy.run_path(str(ROOT / "pelicanconf.py")), ROOT))
TRANSLATED = [(page, lang) for page in PAGES.values() for lang in page.reads if lang != "nl"]
IDS = [f"{str(page.place) or 'home'}.{lang}" for page, lang in TRANSLATED]
IN_DIGITS = {"number", "amount", "share", "date", "time", "phone", "mail", "web"}


def facts(page: Page, lang: str) -> set[Fact]:
    return {fact for fact in facts_of(read_version(page, lang)) if fact.sort in IN_DIGITS}


@pytest.mark.parametrize(("page", "lang"), TRANSLATED, ids=IDS)
def test_each_number_amount_date_and_phone_is_the_same_in_each_language(
    page: Page, lang: str
) -> None:
    assert facts(page, lang) == facts(page, "nl")


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: str(page.place) or "home")
def test_the_rule_finds_nothing_on_a_page_of_the_city(page: Page) -> None:
    assert list(check_facts(page)) == []


def test_the_facts_are_there_to_be_compared() -> None:
    """So that a reader of facts that finds none does not pass."""
    found = {fact for page in PAGES.values() for fact in facts(page, "nl")}
    assert {
        Fact("amount", "EUR 326600"),
        Fact("share", "% 50"),
        Fact("date", "11-16"),
        Fact("number", "31626"),
    } <= found
