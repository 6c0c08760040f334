"""What goes out and comes back unchanged is the same file, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from samenleven.model.entries import Programme
from samenleven.model.front_matter import FORBIDDEN
from samenleven.translation.fields import words_table
from samenleven.translation.landing import Outcome, Text, Verdict, land
from samenleven.translation.po import read_catalog, write_catalog
from samenleven.translation.recording import Made, trace_parts
from samenleven.translation.skeleton import make_skeleton
from samenleven.translation.units import Returned, Unit, make_units
from samenleven.translation.xliff import read_xliff, write_xliff
from tests.translation.test_segments import FILES, MARKDOWN, MARKED, ROOT

TABLE = words_table(Programme)
MADE = Made("human", date(2026, 11, 21))
SOME = FILES[::11]
Way = Callable[[list[Unit]], list[Returned]]
PATH = "content/programmes/roots/index.fr.md"


def recorded(text: str) -> Text:
    """Return a file that is its own translation, with its state."""
    new = Text(text, text, TABLE, (), MADE, is_current=True, is_draft=False)
    traces = trace_parts(new.parts(), MADE)
    return Text(text, text, TABLE, tuple(traces), MADE, is_current=True, is_draft=False)


def through_xliff(units: list[Unit]) -> list[Returned]:
    (file,) = read_xliff(write_xliff(PATH, "nl", "fr", units).encode("utf-8", "surrogatepass"))
    assert (file.path, file.lang) == (PATH, "fr")
    return list(file.units)


def through_po(units: list[Unit]) -> list[Returned]:
    files = read_catalog(write_catalog("fr", {PATH: units}))
    assert {(file.path, file.lang) for file in files} <= {(PATH, "fr")}
    return [unit for file in files for unit in file.units]


def bring_back(text: Text, returned: list[Returned]) -> tuple[Text, list[Outcome]]:
    markdown = Markdown(**MARKDOWN)
    return land(text, returned, MADE, lambda words: markdown.reset().convert(words))


@pytest.mark.parametrize("way", [through_xliff, through_po])
@pytest.mark.parametrize("file", SOME, ids=[str(f.relative_to(ROOT)) for f in SOME])
def test_a_page_comes_back_as_it_went(
    file: Path, way: Callable[[list[Unit]], list[Returned]]
) -> None:
    text = recorded(file.read_bytes().decode())
    units = list(make_units(text.parts(), None))
    new, outcomes = bring_back(text, way(units))
    assert {outcome.verdict for outcome in outcomes} <= {Verdict.LANDED}
    assert len(outcomes) == len(units)
    assert new == text


@given(MARKED)
def test_any_text_comes_back_as_it_went(body: str) -> None:
    if FORBIDDEN.search(body):
        return
    text = recorded(f"---\ntitle: x\n---\n{body}")
    units = list(make_units(text.parts(), None))
    new, outcomes = bring_back(text, through_xliff(units))
    assert [outcome for outcome in outcomes if outcome.verdict is not Verdict.LANDED] == []
    assert new.target == text.target


@pytest.mark.parametrize("file", SOME, ids=[str(f.relative_to(ROOT)) for f in SOME])
def test_a_page_that_is_begun_and_comes_back_is_the_dutch_one(file: Path) -> None:
    dutch = file.read_bytes().decode()
    begun = make_skeleton(dutch, TABLE, date(2026, 11, 21))
    text = Text(dutch, begun, TABLE, (), MADE, is_current=True, is_draft=True)
    units = [unit._replace(is_approved=True) for unit in through_xliff(done(text))]
    new, outcomes = bring_back(text, units)
    assert {outcome.verdict for outcome in outcomes} <= {Verdict.LANDED}
    assert new.target == begun
    assert [part for part in new.parts() if part.needs_translator] == []


def done(text: Text) -> list[Unit]:
    """Return the units with the Dutch as their translation."""
    return [replace(unit, target=unit.dutch) for unit in make_units(text.parts(), None)]


@given(MARKED, st.data())
def test_what_lands_is_there_and_nothing_else_changes(body: str, data: st.DataObject) -> None:
    if FORBIDDEN.search(body):
        return
    text = recorded(f"---\ntitle: x\n---\n{body}")
    units = list(make_units(text.parts(), None))
    chosen = data.draw(st.sampled_from(units)) if units else None
    if chosen is None:
        return
    returned = Returned(str(chosen.id), (f"{chosen.dutch} e",), chosen.dutch, is_approved=True)
    new, (outcome,) = bring_back(text, [returned])
    before, after = text.parts(), new.parts()
    if outcome.verdict is Verdict.LANDED:
        changed = [
            (one.target.words, other.target.words)
            for one, other in zip(before, after, strict=True)
            if one.target and other.target and one.target.words != other.target.words
        ]
        assert len(changed) <= 1
    else:
        assert new.target == text.target
