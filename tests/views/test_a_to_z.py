"""The page from A to Z: what stands in it, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from samenleven.languages.alphabets import sort_key
from samenleven.languages.site import Site
from samenleven.model.entries import Search
from samenleven.views.articles.search import Letter, Line, SearchData, build_search
from samenleven.views.localise import Localiser


def a_to_z(site: Site, lang: str) -> SearchData:
    page = site.only(Search, lang)
    assert page
    return build_search(page, Localiser(site, lang, page.lang))


def lines(letters: tuple[Letter, ...]) -> Mapping[str, Line]:
    return {str(line.name.text): line for letter in letters for line in letter.lines}


@pytest.mark.parametrize("lang", ["nl", "fr", "ar"])
def test_all_stands_in_the_alphabet_of_the_language(example_site: Site, lang: str) -> None:
    letters = a_to_z(example_site, lang).letters
    names = [str(line.name.text) for letter in letters for line in letter.lines]
    plain = [name.replace("<bdi>", "").replace("</bdi>", "") for name in names]
    assert len(names) > 30
    assert plain == sorted(plain, key=sort_key(lang))
    assert len({letter.letter for letter in letters}) == len(letters)


def test_the_letters_of_arabic_come_before_those_of_dutch_names(example_site: Site) -> None:
    letters = [letter.letter for letter in a_to_z(example_site, "ar").letters]
    assert letters[0] == "ا"
    assert letters[letters.index("ي") + 1 :] == ["b", "l", "o", "s"]


def test_a_page_has_its_dutch_name_beside_it_where_that_is_another(example_site: Site) -> None:
    found = lines(a_to_z(example_site, "ar").letters)
    assert found["جولات مشي"] == replace(found["جولات مشي"], dutch="Wandelingen")
    assert {line.dutch for line in lines(a_to_z(example_site, "nl").letters).values()} == {""}


def test_a_page_that_is_not_translated_is_marked_as_dutch(example_site: Site) -> None:
    name = lines(a_to_z(example_site, "ar").letters)["Langs de rivier"].name
    assert (name.lang, name.dir) == ("nl", "ltr")


def test_an_explained_word_leads_to_its_place_in_the_glossary(example_site: Site) -> None:
    found = lines(a_to_z(example_site, "ar").letters)["الاندماج المدني"]
    assert found.dutch == "inburgering"
    assert found.url.startswith("/stad/ar/")
    assert "#" in found.url


def test_news_and_events_that_are_over_do_not_stand_in_it(example_site: Site) -> None:
    found = lines(a_to_z(example_site, "nl").letters)
    assert "Praaturen" in found
    news = {entry.title for entry in example_site.children("news", "nl")}
    assert news
    assert news.isdisjoint(found)
    later = replace(example_site, today=example_site.today.replace(year=2090))
    events = {entry.title for entry in later.children("events", "nl")}
    assert len(events & lines(a_to_z(later, "nl").letters).keys()) < len(events & found.keys())
