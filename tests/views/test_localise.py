from __future__ import annotations

import dataclasses

import pytest

from samenleven.languages.site import Site
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.views.page import Words

ABOUT = Place("pages", "about")
CAFE = Place("programmes", "language-cafe")  # not in French


def say_body(site: Site, html: str, lang: str, place: Place = ABOUT) -> str:
    """Return the body `html` of a page as readers of `lang` get it."""
    entry = site.version(place, lang)
    body = dataclasses.replace(entry.body, html=html)
    return Localiser(site, lang, entry.lang).body(dataclasses.replace(entry, body=body))


@pytest.mark.parametrize(
    ("target", "lang", "address"),
    [
        ("page:", "nl", "/stad/nl/"),
        ("page:programmes", "fr", "/stad/fr/programmes/"),
        ("page:programmes/bike-lessons", "fr", "/stad/fr/programmes/cours-de-velo/"),
        ("page:programmes/bike-lessons#who", "ar", "/stad/ar/programmes/bike-lessons/#who"),
        ("page:programmes/language-cafe", "fr", "/stad/fr/programmes/taalcafe/"),
        ("file:pages/about/a b.txt", "ar", "/stad/media/pages/about/a%20b.txt"),
        ("https://www.example.be/", "nl", "https://www.example.be/"),
        ("#table", "nl", "#table"),
    ],
)
def test_links_lead_to_the_readers_language(
    example_site: Site, target: str, lang: str, address: str
) -> None:
    found = say_body(example_site, f'<a href="{target}">9</a>', lang)
    assert found == f'<a href="{address}">9</a>'


def test_a_link_that_is_shown_as_code_stays(example_site: Site) -> None:
    html = '<p><code>&lt;a href="page:nowhere/x"&gt;</code></p>'
    assert say_body(example_site, html, "nl") == html


def test_a_dutch_body_links_to_no_anchor_that_the_readers_page_lacks(example_site: Site) -> None:
    html = '<a href="page:programmes/bike-lessons#only-in-dutch">x</a>'
    found = say_body(example_site, html, "fr", CAFE)
    assert found == '<a href="/stad/fr/programmes/cours-de-velo/">x</a>'


def test_words_of_another_language_are_marked(example_site: Site) -> None:
    to = Localiser(example_site, "ar", "ar")
    assert to.words("Samen koken", "nl") == Words("Samen koken", "nl", "ltr")
    assert to.words("مع Roots", "ar") == Words('مع <bdi dir="ltr">Roots</bdi>')


def test_text_is_escaped_before_it_is_isolated(example_site: Site) -> None:
    to = Localiser(example_site, "ar", "ar")
    assert to.inline("<b>") == '&lt;<bdi dir="ltr">b</bdi>&gt;'
    assert Localiser(example_site, "nl", "nl").inline("<b>") == "&lt;b&gt;"
