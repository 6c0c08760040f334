"""The table of fields."""

from __future__ import annotations

import dataclasses

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.model.body import Body
from samenleven.model.entries import SECTIONS, TYPES, Entry, Home, Listing
from samenleven.model.kinds import ANY
from samenleven.model.source import Place
from samenleven.model.table import Scope, schema

ALL = sorted({Listing, *SECTIONS.values(), *TYPES.values()}, key=lambda entry: entry.__name__)


@pytest.mark.parametrize("entry", ALL)
def test_every_field_is_in_the_table_under_its_name(entry: type[Entry]) -> None:
    table = schema(entry)
    names = {column.name for column in dataclasses.fields(entry)}
    assert set(table) == names - {"place", "lang", "path", "body"}
    assert [row.name for row in table.values()] == list(table)


@pytest.mark.parametrize("entry", ALL)
def test_every_field_is_explained_in_dutch(entry: type[Entry]) -> None:
    speak = editors_gettext("nl")
    rows = schema(entry).values()
    assert [row.name for row in rows if row.help.text(speak) == row.help.text(str)] == []


@pytest.mark.parametrize("entry", ALL)
def test_what_each_language_words_is_text(entry: type[Entry]) -> None:
    rows = schema(entry).values()
    assert [row.name for row in rows if row.scope is Scope.WORDS and not row.kind.holds_text] == []


@pytest.mark.parametrize("entry", ALL)
def test_a_field_that_names_a_page_names_a_section(entry: type[Entry]) -> None:
    assert {row.kind.refers_to for row in schema(entry).values()} <= {ANY, *SECTIONS}


@pytest.mark.parametrize("entry", ALL)
def test_each_type_of_page_has_a_template_of_its_own(entry: type[Entry]) -> None:
    others = {other.template for other in ALL if other is not entry}
    assert entry.template not in others


def test_an_entry_cannot_be_changed() -> None:
    home = Home(
        place=Place("", ""), lang="nl", path="p", body=Body(), title="T", summary="S", updated=None
    )  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        home.title = "U"  # type: ignore[misc]
