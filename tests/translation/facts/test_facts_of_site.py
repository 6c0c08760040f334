"""The facts of the city's own pages: the same set in each language."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenleven.languages.reading import Page, read_pages
from samenleven.model.settings import read_settings
from samenleven.model.table import schema
from samenleven.translation.facts import check_facts
from samenleven.translation.facts.finding import Fact, find_facts
from samenleven.translation.facts.lexicon import lexicon
from samenleven.translation.facts.versions import facts_of, read_version
from samenleven.translation.passages import read_passages

ROOT = Path(__file__).parents[3]
SETTINGS = read_settings(runpy.run_path(str(ROOT / "pelicanconf.py")), ROOT)
PAGES, PROBLEMS = read_pages(SETTINGS)
TRANSLATED = [(page, lang) for page in PAGES.values() for lang in page.reads if lang != "nl"]
IDS = [f"{str(page.place) or 'home'}.{lang}" for page, lang in TRANSLATED]
# Phones, mail addresses and most days stand in fields that only the Dutch file has: see
# tests/test_site_pages.py for those.
LEAST = {"number": 45, "amount": 8, "share": 3, "date": 5}
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


def test_every_file_of_the_content_is_compared() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("index.*.md")}
    compared = {read.source.path for page in PAGES.values() for read in page.reads.values()}
    assert (compared, PROBLEMS) == (files, [])


@pytest.mark.parametrize("lang", SETTINGS.languages)
def test_nine_in_ten_pages_are_there_to_be_compared(lang: str) -> None:
    assert sum(lang in page.reads for page in PAGES.values()) >= 0.9 * len(PAGES) >= 70


@pytest.mark.parametrize("lang", SETTINGS.languages)
def test_the_facts_are_there_to_be_compared(lang: str) -> None:
    """So that a reader of facts that finds none in a language does not pass."""
    pages = [page for page in PAGES.values() if lang in page.reads]
    found = Counter(fact for page in pages for fact in facts(page, lang))
    assert {
        Fact("amount", "EUR 326600"),
        Fact("share", "% 50"),
        Fact("date", "11-16"),
        Fact("number", "31626"),
    } <= set(found)
    sorts = Counter(fact.sort for fact in found.elements())
    assert {sort for sort, least in LEAST.items() if sorts[sort] < least} == set()


@pytest.mark.parametrize("lang", SETTINGS.languages)
def test_no_digit_of_a_page_escapes_the_reader_of_facts(lang: str) -> None:
    """Digits of any script, looked for without the code that compares."""
    runs = [run for page in PAGES.values() if lang in page.reads for run in digits(page, lang)]
    assert [shown for shown, is_in_fact in runs if not is_in_fact] == []
    assert len(runs) >= 90


def digits(page: Page, lang: str) -> Iterator[tuple[str, bool]]:
    """Yield each run of digits with the words around it, and whether a fact holds it."""
    for passage in read_passages(page.reads[lang], schema(page.type)):
        words = passage.words
        held = [
            range(start, end)
            for _, start, end, is_stated in find_facts(words, lexicon(lang))
            if is_stated
        ]
        for run in re.finditer(r"\d+", words):
            shown = f"{page.place}: {words[max(0, run.start() - 20) : run.end() + 20]}"
            yield shown, any(run.start() in fact and run.end() - 1 in fact for fact in held)
