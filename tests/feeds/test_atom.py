"""The feeds, read back as a feed reader does."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from samenleven.feeds.atom import build_feed
from samenleven.languages.site import Site
from samenleven.model.source import Place

NEWS = Place("news", "")
URL = "https://lindebeek.example/stad"
LANGUAGES = ("nl", "fr", "ar")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(site: Site, lang: str, place: Place = NEWS) -> feedparser.FeedParserDict:
    feed = feedparser.parse(build_feed(site, place, lang).encode())
    assert not feed.bozo
    return feed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_feed_is_in_the_language_of_its_folder(example_site: Site, lang: str) -> None:
    root = etree.fromstring(build_feed(example_site, NEWS, lang).encode())
    links = [(link.get("rel"), link.get("href")) for link in root.findall("a:link", ATOM)]
    assert root.get(XML_LANG) == lang
    assert root.findtext("a:id", namespaces=ATOM) == f"{URL}/{lang}/news/"
    assert links == [
        ("alternate", f"{URL}/{lang}/news/"),
        ("self", f"{URL}/{lang}/news/feed.atom"),
    ]


@pytest.mark.parametrize(
    ("lang", "paths"),
    [
        ("nl", ["nl/news/taalcafe-duurt-langer/", "nl/news/veertig-fietsen/"]),
        ("fr", ["fr/news/cafe-plus-long/", "fr/news/quarante-velos/"]),
        ("ar", ["ar/news/bikes-found/"]),
    ],
)
def test_only_what_is_written_in_the_language_is_in_it_newest_first(
    example_site: Site, lang: str, paths: list[str]
) -> None:
    entries = read(example_site, lang).entries
    assert [entry.id for entry in entries] == [f"{URL}/{path}" for path in paths]
    assert [entry.link for entry in entries] == [f"{URL}/{path}" for path in paths]


def test_the_days_are_those_of_the_content(example_site: Site) -> None:
    feed = read(example_site, "nl")
    assert feed.feed.updated == "2025-09-12T00:00:00+00:00"
    assert [(entry.published, entry.updated) for entry in feed.entries] == [
        ("2025-09-10T00:00:00+00:00", "2025-09-12T00:00:00+00:00"),
        ("2025-09-05T00:00:00+00:00", "2025-09-05T00:00:00+00:00"),
    ]


def test_a_feed_without_news_is_as_old_as_its_list_page(example_site: Site) -> None:
    pages = {
        place: versions
        for place, versions in example_site.entries.items()
        if place.section != "news" or not place.key
    }
    feed = read(dataclasses.replace(example_site, entries=pages), "ar")
    assert feed.entries == []
    assert feed.feed.updated == "2025-09-01T00:00:00+00:00"


def test_a_feed_holds_the_newest_fifty(example_site: Site) -> None:
    first = example_site.version(Place("news", "bikes-found"), "nl")
    days = {f"old-{number}": date(2020, 1, 1) + timedelta(number) for number in range(60)}
    more = {
        Place("news", key): {
            "nl": dataclasses.replace(first, place=Place("news", key), slug=key, date=day)
        }
        for key, day in days.items()
    }
    site = dataclasses.replace(example_site, entries={**example_site.entries, **more})
    found = [entry.link.rpartition("/news/")[2] for entry in read(site, "nl").entries]
    assert found[:3] == ["taalcafe-duurt-langer/", "veertig-fietsen/", "old-59/"]
    assert len(found) == 50
    assert found[-1] == "old-12/"


def test_titles_are_plain_text_with_latin_words_isolated(example_site: Site) -> None:
    feed = read(example_site, "ar")
    assert feed.feed.title == "الأخبار – معًا في \u2066Lindebeek\u2069"
    assert feed.feed.subtitle == "ماذا حدث في \u2066Lindebeek\u2069؟"
    assert feed.feed.author == "بلدية \u2066Lindebeek\u2069"
    assert feed.entries[0].title == "أربعون دراجة من \u2066Fietsclub De Ketting\u2069"


def test_summaries_are_html_in_which_text_is_escaped(example_site: Site) -> None:
    pages = {
        place: {
            lang: dataclasses.replace(entry, summary="Koffie & <thee>")
            for lang, entry in versions.items()
        }
        for place, versions in example_site.entries.items()
    }
    text = build_feed(dataclasses.replace(example_site, entries=pages), NEWS, "nl")
    summaries = etree.fromstring(text.encode()).findall("a:entry/a:summary", ATOM)
    found = {(summary.get("type"), summary.text) for summary in summaries}
    assert found == {("html", "Koffie &amp; &lt;thee&gt;")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_published_feed_is_this_one(
    example_site: Site, example_output: Path, lang: str
) -> None:
    published = (example_output / lang / "news/feed.atom").read_text("utf-8")
    assert published == build_feed(example_site, NEWS, lang)


def test_the_feed_of_a_topic_has_all_that_carries_it_newest_first(example_site: Site) -> None:
    feed = read(example_site, "fr", Place("topics", "moving"))
    assert feed.feed.title == "Bouger – Ensemble à Lindebeek"
    assert feed.feed.links[1].href == f"{URL}/fr/topics/bouger/feed.atom"
    assert [entry.link.removeprefix(URL) for entry in feed.entries] == [
        "/fr/news/cafe-plus-long/",
        "/fr/news/quarante-velos/",
        "/fr/calls/aidez-aux-lecons-de-velo/",
        "/fr/events/tour-en-bateau/",
        "/fr/events/promenade-aux-lanternes/",
        "/fr/programmes/cours-de-velo/",
        "/fr/programmes/natation-pour-femmes/",
    ]
