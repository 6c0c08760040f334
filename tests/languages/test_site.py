"""Which pages a reader finds on a day, in a language."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from samenleven.languages.site import Site, read_site
from samenleven.model.settings import Settings
from samenleven.model.source import Place

CAFE = Place("programmes", "language-cafe")  # not in French
COOKING = Place("programmes", "cooking")  # not in Arabic
LONGER = Place("news", "longer-cafe")  # in Arabic a draft
PARTY = Place("programmes", "street-party")  # a draft
LIBRARY = Place("news", "new-library")  # of 2099


def test_a_page_is_read_in_the_languages_that_it_has(example_site: Site) -> None:
    assert list(example_site.entries[CAFE]) == ["ar", "nl"]
    assert list(example_site.entries[COOKING]) == ["fr", "nl"]


@pytest.mark.parametrize(
    ("place", "lang", "read_in", "path"),
    [
        (CAFE, "nl", "nl", "nl/programmes/taalcafe/"),
        (CAFE, "fr", "nl", "fr/programmes/taalcafe/"),
        (CAFE, "ar", "ar", "ar/programmes/language-cafe/"),
        (COOKING, "fr", "fr", "fr/programmes/cuisiner-ensemble/"),
        (COOKING, "ar", "nl", "ar/programmes/samen-koken/"),
        (LONGER, "ar", "nl", "ar/news/taalcafe-duurt-langer/"),
    ],
)
def test_a_page_without_translation_is_read_in_dutch_at_an_address_of_the_reader(
    example_site: Site, place: Place, lang: str, read_in: str, path: str
) -> None:
    assert example_site.version(place, lang).lang == read_in
    assert example_site.path(place, lang) == path


def test_the_facts_of_a_translation_are_those_of_the_dutch_page(example_site: Site) -> None:
    dutch, arabic = (
        example_site.version(Place("programmes", "bike-lessons"), lang) for lang in ("nl", "ar")
    )
    names = ("updated", "order", "sources", "contact", "start", "end", "budget", "partners")
    facts = [[getattr(entry, name) for name in names] for entry in (dutch, arabic)]
    assert facts[0] == facts[1]
    assert dutch.title != arabic.title


def test_drafts_are_left_out(example_site: Site) -> None:
    assert PARTY not in example_site.entries
    assert "ar" not in example_site.entries[LONGER]


def test_drafts_are_shown_when_asked_for(example_settings: Settings) -> None:
    settings = dataclasses.replace(example_settings, shows_drafts=True)
    site, problems = read_site(settings, date(2025, 11, 21))
    assert problems == []
    assert list(site.entries[PARTY]) == ["fr", "nl"]
    assert list(site.entries[LONGER]) == ["ar", "fr", "nl"]
    assert list(site.entries[LIBRARY]) == ["fr", "nl"]


@pytest.mark.parametrize(
    ("today", "is_there"), [(date(2098, 12, 31), False), (date(2099, 1, 1), True)]
)
def test_a_page_appears_on_its_day(example_settings: Settings, today: date, is_there: bool) -> None:
    site, problems = read_site(example_settings, today)
    assert problems == []
    assert (LIBRARY in site.entries) is is_there


@pytest.mark.parametrize("lang", ["nl", "fr", "ar"])
@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("programmes", ["bike-lessons", "language-cafe", "swimming", "in-motion", "cooking"]),
        ("news", ["longer-cafe", "bikes-found"]),
        ("contacts", ["city-desk", "integration-desk"]),
    ],
)
def test_children_stand_by_date_then_order_then_key_in_each_language(
    example_site: Site, section: str, keys: list[str], lang: str
) -> None:
    assert [entry.place.key for entry in example_site.children(section, lang)] == keys


def test_files_are_named_once_for_all_languages(example_site: Site) -> None:
    assert example_site.files == [
        "pages/kitchen-sink/programme.txt",
        "programmes/bike-lessons/rules.txt",
    ]
