"""Whatever a view can ask of a site is noted."""

from __future__ import annotations

from dataclasses import fields

from samenleven.languages.site import Site
from samenleven.languages.watched import Watch, WatchedSite
from samenleven.model.entries import Glossary
from samenleven.model.source import Place

NEWS, BIKES = Place("news", ""), Place("news", "bikes-found")
UNWATCHED = {"settings", "today"}  # they decide every page


def test_each_name_of_a_site_is_watched() -> None:
    names = {name for name in dir(Site) if not name.startswith("_")}
    names |= {field.name for field in fields(Site)}
    assert names - UNWATCHED - {"entries", "outlines"} - vars(WatchedSite).keys() == set()


def asked(site: Site) -> tuple[WatchedSite, Watch]:
    watch = Watch()
    return WatchedSite(site, watch), watch


def test_the_answers_are_those_of_the_site(example_site: Site) -> None:
    watched, _ = asked(example_site)
    assert watched.version(BIKES, "fr") == example_site.version(BIKES, "fr")
    assert watched.path(BIKES, "fr") == example_site.path(BIKES, "fr")
    assert watched.children("news", "fr") == example_site.children("news", "fr")
    assert watched.backlinks(BIKES) == example_site.backlinks(BIKES)
    assert watched.only(Glossary, "fr") == example_site.only(Glossary, "fr")
    assert dict(watched.entries) == dict(example_site.entries)
    assert watched.files == example_site.files
    assert [*watched.all_entries()] == [*example_site.all_entries()]


def test_each_question_is_noted_once(example_site: Site) -> None:
    watched, watch = asked(example_site)
    for _ in range(2):
        watched.version(BIKES, "fr")
        assert NEWS in watched.entries
        assert Place("news", "none") not in watched.entries
    assert watch.take() == (
        ("version", "news", "bikes-found", "fr"),
        ("page", "news", ""),
        ("page", "news", "none"),
    )
    assert watch.take() == ()


def test_a_list_is_its_order_and_each_entry_in_it(example_site: Site) -> None:
    watched, watch = asked(example_site)
    found = watched.children("news", "fr")
    entries = [("version", *entry.place, "fr") for entry in found]
    assert watch.take() == (("children", "news"), *entries)


def test_all_pages_are_one_question(example_site: Site) -> None:
    watched, watch = asked(example_site)
    assert [*watched.entries] == [*example_site.entries]
    assert watch.take() == (("all of page",),)
