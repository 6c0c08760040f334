from __future__ import annotations

import pytest

from samenleven.languages.urls import feed_path, file_of, media_path, page_path
from samenleven.model.source import Place


@pytest.mark.parametrize(
    ("place", "slug", "path"),
    [
        (Place("", ""), "", "fr/"),
        (Place("programmes", ""), "", "fr/programmes/"),
        (Place("programmes", "bike-lessons"), "cours-de-velo", "fr/programmes/cours-de-velo/"),
        (Place("news", "bikes-found"), "bikes-found", "fr/news/bikes-found/"),
        (Place("pages", "about"), "a-propos", "fr/a-propos/"),
        (Place("pages", "pages"), "pages", "fr/pages/"),
    ],
)
def test_a_path_is_language_section_slug(place: Place, slug: str, path: str) -> None:
    assert page_path("fr", place, slug) == path


def test_a_list_page_has_no_slug_in_its_path() -> None:
    assert page_path("nl", Place("news", ""), "nieuws") == "nl/news/"


@pytest.mark.parametrize(
    ("path", "file"),
    [("", "index.html"), ("nl/", "nl/index.html"), ("nl/404.html", "nl/404.html")],
)
def test_a_path_is_answered_by_a_file(path: str, file: str) -> None:
    assert file_of(path) == file


def test_feeds_lie_in_their_language_and_media_outside_all() -> None:
    assert feed_path("ar/news/") == "ar/news/feed.atom"
    assert media_path("pages/about/map.png") == "media/pages/about/map.png"
