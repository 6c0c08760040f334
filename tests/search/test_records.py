"""What search knows of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import html

from samenleven.languages.site import Site
from samenleven.model.source import Place
from samenleven.search.records import make_records


@pytest.fixture(scope="module")
def records(example_site: Site) -> Mapping[str, str]:
    return by_path(example_site)


def by_path(site: Site) -> dict[str, str]:
    return {record.path: record.html for part in make_records(site).values() for record in part}


def test_every_page_has_a_record_in_the_languages_that_it_is_written_in(
    example_site: Site, records: Mapping[str, str]
) -> None:
    assert "nl/programmes/samen-koken/" in records
    in_arabic = [path for path in records if path.startswith("ar/")]
    translated = [entry for entry in example_site.all_entries() if entry.lang == "ar"]
    left_out = {"search", "offline"}
    assert len(in_arabic) == len([e for e in translated if e.place.key not in left_out])
    assert len(in_arabic) < len([path for path in records if path.startswith("nl/")])


@pytest.mark.parametrize("path", ["nl/zoeken/", "nl/zonder-internet/", "nl/404.html"])
def test_pages_without_a_text_of_their_own_have_none(records: Mapping[str, str], path: str) -> None:
    assert path not in records


def test_a_translation_has_the_dutch_words_behind_its_own(records: Mapping[str, str]) -> None:
    page = html.fromstring(records["ar/walks/old-town/"])
    assert page.get("lang") == "ar"
    dutch = page.find('.//*[@data-pagefind-meta="dutch"]')
    assert dutch is not None
    assert dutch.text == "Wandeling door de oude stad"
    behind = page.find('.//*[@data-pagefind-weight="0.3"]')
    assert behind is not None
    anchors = [element.get("id") for element in behind.iter("*") if element.get("id")]
    assert anchors == ["at-dutch"]


def test_a_record_is_of_its_own_language(example_site: Site) -> None:
    records = make_records(example_site)
    assert list(records) == list(example_site.settings.languages)
    for lang, part in records.items():
        assert part
        assert all(record.path.startswith(f"{lang}/") for record in part)
        assert all(record.html.startswith(f'<html lang="{lang}">') for record in part)


def test_a_dutch_page_has_nothing_behind_it(records: Mapping[str, str]) -> None:
    dutch = [text for path, text in records.items() if path.startswith("nl/")]
    assert dutch
    assert not any("at-dutch" in text for text in dutch)


def test_names_among_the_facts_are_found(records: Mapping[str, str]) -> None:
    assert "<p>Lindeplein 1</p>" in records["nl/contacts/stad/"]
    assert "<p>Lindeplein 1</p>" in records["ar/contacts/city-desk/"]


def test_titles_are_escaped(example_site: Site) -> None:
    place = Place("topics", "language")
    topic = replace(example_site.entries[place]["nl"], title='<b>"Taal" & co</b>')
    entries = {**example_site.entries, place: {"nl": topic}}
    records = by_path(replace(example_site, entries=entries))
    title = '<h1 data-pagefind-meta="title">&lt;b&gt;&#34;Taal&#34; &amp; co&lt;/b&gt;</h1>'
    assert title in records["nl/topics/taal/"]
