"""What pages of the example site show of their facts on a day in 2025."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served
from samenleven.languages.site import Site
from samenleven.languages.urls import file_of
from samenleven.model.source import Place
from samenleven.views.articles import build_article
from samenleven.views.articles.listing import ListingData
from samenleven.views.localise import Localiser
from samenleven.views.page import Clock, holds

NL = "nl"


def data(site: Site, place: str, lang: str = NL) -> Any:
    section, _, key = place.partition("/")
    entry = site.version(Place(section, key), lang)
    return build_article(entry, Localiser(site, lang, entry.lang)).data


def parts(site: Site, section: str, lang: str = NL) -> list[tuple[str, list[str]]]:
    listing: ListingData = data(site, section, lang)
    return [
        (part.month or part.kind, [str(card.title.text) for card in part.cards])
        for part in listing.parts
    ]


def on(site: Site, day: str) -> Site:
    return replace(site, today=date.fromisoformat(day))


def stage(clock: Clock | None) -> str:
    return next(stage.name for stage in clock.stages if stage.is_now) if clock else ""


def test_events_stand_by_month_and_what_is_over_below(example_site: Site) -> None:
    assert parts(example_site, "events") == [
        ("weekly", ["Praaturen"]),
        ("december 2025", ["Wintermaal"]),
        ("november 2026", ["Lichtjestocht"]),
        ("juni 2099", ["Boottocht"]),
        ("undated", ["Ruildag"]),
    ]
    later = parts(on(example_site, "2025-12-07"), "events", "ar")
    assert later[-1] == ("past", ["وجبة الشتاء"])
    assert later[1][0] == "نوفمبر 2026"


def test_the_card_of_an_event_says_when(example_site: Site) -> None:
    cards = [card for part in data(example_site, "events").parts for card in part.cards]
    assert [(card.when, card.state) for card in cards] == [
        ("dinsdag 19:00–20:00 en donderdag 10:00", ""),
        ("6 december 2025, 18:00–21:00", ""),
        ("11 november 2026", ""),
        ("7 juni 2099, 14:00–16:30", "cancelled"),
        ("", ""),
    ]


def test_open_calls_come_first(example_site: Site) -> None:
    assert parts(example_site, "calls") == [
        ("open", ["Help bij de fietslessen"]),
        ("over", ["Voorlezers gezocht"]),
    ]


def test_programmes_that_have_ended_come_last_and_leave_the_first_page(example_site: Site) -> None:
    assert parts(example_site, "programmes")[-1] == ("over", ["Zwemmen voor vrouwen"])
    home = [str(card.title.text) for card in data(example_site, "").programmes]
    assert "Leren fietsen" in home
    assert "Zwemmen voor vrouwen" not in home


@pytest.mark.parametrize(
    ("day", "life", "enrolment"),
    [
        ("2025-08-31", "coming", "early"),
        ("2025-09-01", "coming", "open"),
        ("2025-10-01", "coming", "last"),
        ("2025-10-04", "running", "closed"),
        ("2025-11-30", "ended", "closed"),
    ],
)
def test_a_programme_changes_with_the_day(
    example_site: Site, day: str, life: str, enrolment: str
) -> None:
    shown = data(on(example_site, day), "programmes/bike-lessons")
    assert (stage(shown.life), stage(shown.enrolment)) == (life, enrolment)


def test_a_programme_without_days_claims_nothing(example_site: Site) -> None:
    shown = data(example_site, "programmes/language-cafe")
    assert (shown.life, shown.enrolment) == (None, None)
    assert not holds(shown, Clock)


def test_the_part_of_the_funder_is_computed(example_site: Site) -> None:
    funding = data(example_site, "programmes/bike-lessons", "fr").funding
    assert str(funding.funder.label.text) == "Fonds Dichtbij"
    assert (funding.funded, funding.share) == ("7\u202f500\u00a0€", "60\u00a0%")


def test_a_document_has_its_kind_and_size(example_site: Site) -> None:
    [document] = data(example_site, "programmes/bike-lessons").documents
    assert document.url == "/stad/media/programmes/bike-lessons/rules.txt"
    assert (str(document.title), document.kind, document.size) == (
        "De afspraken van de lessen",
        "TXT",
        "1 kB",
    )


def test_programmes_name_their_parent_children_and_successor(example_site: Site) -> None:
    whole = data(example_site, "programmes/in-motion").related
    assert [str(card.title.text) for card in whole.children] == ["Leren fietsen"]
    part = data(example_site, "programmes/bike-lessons").related
    assert str(part.parent.label.text) == "Samen in beweging"
    assert [str(card.title.text) for card in part.calls] == ["Help bij de fietslessen"]
    [after] = data(example_site, "programmes/swimming").related.successor
    assert str(after.title.text) == "Leren fietsen"


def test_related_news_shares_a_topic_and_is_never_the_latest_for_want_of_one(
    example_site: Site,
) -> None:
    related = data(example_site, "news/longer-cafe").related
    assert [str(card.title.text) for card in related] == ["Veertig fietsen gevonden"]
    place = Place("news", "longer-cafe")
    versions = example_site.entries[place]
    lonely = {**versions, NL: replace(versions[NL], topics=None)}
    without = replace(example_site, entries={**example_site.entries, place: lonely})
    assert data(without, "news/longer-cafe").related == ()
    assert data(without, "news/bikes-found").related == ()


def test_a_topic_shows_all_that_carries_it(example_site: Site) -> None:
    groups = data(example_site, "topics/moving", "ar").groups
    assert [(group.section, len(group.cards)) for group in groups] == [
        ("programmes", 3),
        ("news", 2),
        ("events", 2),
        ("calls", 1),
    ]


def test_a_calendar_is_offered_by_the_scheme_of_calendars_and_to_copy(example_site: Site) -> None:
    follow = data(example_site, "topics/moving", "fr").follow
    path = "lindebeek.example/stad/fr/topics/bouger"
    assert follow.calendar == f"https://{path}/bouger.ics"
    assert follow.subscription == f"webcal://{path}/bouger.ics"
    assert follow.feed == f"https://{path}/feed.atom"


def test_the_script_of_days_is_loaded_only_where_days_change(example_output: Path) -> None:
    loaded = {
        path: "/theme/clock." in (example_output / file_of(path)).read_text("utf-8")
        for path in ("nl/", "nl/events/", "nl/calls/", "ar/programmes/bike-lessons/", "nl/news/")
    }
    assert loaded == {
        "nl/": False,
        "nl/events/": False,
        "nl/calls/": True,
        "ar/programmes/bike-lessons/": True,
        "nl/news/": False,
    }


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-08-31", "Je kan je inschrijven vanaf 1 september 2025."),
        ("2025-09-02", "Inschrijven kan tot en met 1 oktober 2025."),
        ("2025-09-25", "Laatste dagen: inschrijven kan tot en met 1 oktober 2025."),
        ("2031-01-01", "Gesloten. Inschrijven kon tot en met 1 oktober 2025."),
    ],
)
def test_between_two_builds_a_script_shows_the_stage_of_the_day(
    example_output: Path, tmp_path: Path, day: str, words: str
) -> None:
    (tmp_path / "stad").symlink_to(example_output)
    with served(tmp_path) as address, opened_browser() as browser:
        tab = browser.new_context(timezone_id="Europe/Brussels").new_page()
        tab.clock.set_fixed_time(f"{day}T00:30:00")
        tab.goto(f"{address}/stad/nl/programmes/leren-fietsen/")
        shown = tab.locator(".next-step .clock__stage:visible").all_inner_texts()
        assert [text.partition(" De laatste dag")[0] for text in shown] == [words]
