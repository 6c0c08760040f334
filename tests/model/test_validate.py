"""Front matter against the table of its type, and a translation against the Dutch."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samenleven.model.body import Body
from samenleven.model.entries import Accessibility, Entry, Home, Info, Listing, Programme
from samenleven.model.facts import check_facts
from samenleven.model.front_matter import Value
from samenleven.model.source import Place, Source
from samenleven.model.table import schema
from samenleven.model.validate import (
    Read,
    check_translated_from,
    compare_words,
    entry_type,
    make_entry,
    read_fields,
)
from samenleven.problems import Problem

HOME = Place("", "")
DUTCH = {"title": "Samenleven", "summary": "Doe mee.", "updated": "2026-02-01"}
FRENCH = {
    "title": "Vivre ensemble",
    "summary": "Participez.",
    "translation": "machine",
    "translated_from": "2026-02-01",
}


def source(place: Place = HOME, lang: str = "nl", **fields: str) -> Source:
    """Return a source whose fields stand on the lines from 2 on."""
    values = {name: Value(text, line) for line, (name, text) in enumerate(fields.items(), 2)}
    return Source(f"index.{lang}.md", Path(), place, lang, values, "", len(fields) + 3)


def dutch(entry: type[Entry] = Home, **fields: str) -> Read:
    return read_fields(source(**{**DUTCH, **fields}), entry, is_translation=False)


def french(entry: type[Entry] = Home, **fields: str) -> Read:
    return read_fields(source(lang="fr", **{**FRENCH, **fields}), entry, is_translation=True)


def said(problems: list[Problem]) -> list[str]:
    return [problem.text(str) for problem in problems]


@pytest.mark.parametrize(
    ("place", "fields", "entry"),
    [
        (Place("", ""), {}, Home),
        (Place("programmes", ""), {}, Listing),
        (Place("programmes", "roots"), {"type": "accessibility"}, Programme),
        (Place("pages", "about"), {}, Info),
        (Place("pages", "about"), {"type": "accessibility"}, Accessibility),
        (Place("pages", "about"), {"type": "acessibility"}, Info),
    ],
)
def test_the_place_says_the_type_of_a_page(
    place: Place, fields: dict[str, str], entry: type[Entry]
) -> None:
    assert entry_type(source(place, **fields)) is entry


def test_good_fields_are_read_and_have_no_problem() -> None:
    read = dutch(order="2")
    assert read.problems == []
    assert read.values == {
        "title": "Samenleven",
        "summary": "Doe mee.",
        "updated": date(2026, 2, 1),
        "order": 2,
    }


def test_every_wrong_field_is_reported_and_the_others_are_kept() -> None:
    read = dutch(updated="gisteren", order="x", titel="x")
    assert said(read.problems) == [
        'index.nl.md:4: updated: "gisteren" is not a date. '
        "Write year-month-day, for example 2026-02-28.",
        'index.nl.md:5: order: "x" is not a whole number. Write digits only, for example 326600.',
        'index.nl.md:6: titel: this key is unknown. Did you mean "title"?',
    ]
    assert set(read.values) == {"title", "summary"}


def test_what_a_translation_must_say_about_itself_is_asked_for() -> None:
    read = read_fields(
        source(lang="fr", title="Vivre", summary="Participez."), Home, is_translation=True
    )
    assert said(read.problems) == [
        'index.fr.md:1: translation: it is missing. Add a line "translation: ...". '
        "How the translation was made; readers see it.",
        'index.fr.md:1: translated_from: it is missing. Add a line "translated_from: ...". '
        "The `updated` of the Dutch text that was translated.",
    ]


@pytest.mark.parametrize("name", ["updated", "date", "order", "sources"])
def test_a_translation_cannot_set_a_fact(name: str) -> None:
    assert said(french(**{name: "x"}).problems) == [
        f"index.fr.md:6: {name}: a translation cannot set a fact. "
        "Delete the line: the value comes from the Dutch file."
    ]


@pytest.mark.parametrize("name", ["translation", "translated_from", "reviewed_by"])
def test_the_dutch_text_is_no_translation(name: str) -> None:
    assert said(dutch(**{name: "x"}).problems) == [
        f"index.nl.md:5: {name}: this is the Dutch text, not a translation. Delete the line."
    ]


def test_a_reviewed_translation_says_by_which_role() -> None:
    assert said(french(translation="machine-reviewed").problems) == [
        "index.fr.md:4: reviewed_by: it does not say who read the translation. "
        'Add "reviewed_by: ..." with the role of the reader, never a name.'
    ]


def test_the_words_of_both_languages_are_the_same_fields() -> None:
    table = schema(Programme)
    more, less = dutch(Programme, schedule="Nu."), french(Programme, location="Ici.")
    assert said(list(compare_words(more, less, table))) == [
        "index.fr.md:1: schedule: the Dutch text has it, this translation does not. "
        "Translate that line too.",
        "index.fr.md:6: location: the Dutch text does not have it. "
        "Delete the line, or add it to the Dutch file first.",
    ]


def test_a_slug_needs_no_translation() -> None:
    assert list(compare_words(dutch(slug="a"), french(), schema(Home))) == []


def test_a_translated_list_has_as_many_lines() -> None:
    ours, theirs = dutch(), french()
    ours.values["limitations"], theirs.values["limitations"] = ("a", "b"), ("a",)
    theirs.source.fields["limitations"] = Value([Value("a", 7)], 6)
    ours.source.fields["limitations"] = Value([], 6)
    assert said(list(compare_words(ours, theirs, schema(Accessibility)))) == [
        "index.fr.md:6: limitations: it has 1 lines, the Dutch text has 2. "
        "Translate each line once."
    ]


@pytest.mark.parametrize(
    ("day", "count"), [("2026-01-31", 0), ("2026-02-01", 0), ("2026-02-02", 1)]
)
def test_a_translation_is_never_later_than_the_dutch(day: str, count: int) -> None:
    assert len(list(check_translated_from(dutch(), french(translated_from=day)))) == count


@pytest.mark.parametrize(("end", "count"), [("2026-01-01", 1), ("2026-01-02", 0)])
def test_nothing_ends_before_it_starts(end: str, count: int) -> None:
    assert len(list(check_facts(dutch(Programme, start="2026-01-02", end=end), Programme))) == count


def test_an_entry_has_the_facts_of_the_dutch_and_the_words_of_its_language() -> None:
    entry = make_entry(Home, dutch(order="2"), french(), Body("<p>x</p>"))
    assert (entry.lang, entry.path, entry.title) == ("fr", "index.fr.md", "Vivre ensemble")
    assert (entry.order, entry.updated) == (2, date(2026, 2, 1))
    assert (entry.translation, entry.translated_from) == ("machine", date(2026, 2, 1))
    assert entry.body.html == "<p>x</p>"
