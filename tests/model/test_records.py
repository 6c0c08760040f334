"""Lists of records: the Dutch file gives all, a translation the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from samenleven.model.front_matter import parse_front_matter
from samenleven.model.kinds import TEXT, WHOLE
from samenleven.model.records import (
    Record,
    compare_records,
    make_records,
    read_records,
    records_of,
)
from samenleven.model.table import about_translation, fact, words
from samenleven.problems import say


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A stop of a walk."""

    key: str = fact(TEXT, say("Its key."), required=True)
    name: str = words(TEXT, say("Its name."), required=True)
    note: str | None = words(TEXT, say("What to see."))
    minutes: int | None = fact(WHOLE, say("How long."))


KEYED, ORDERED = records_of(Stop, key="key"), records_of(Stop)
DUTCH = """
- key: a
  name: Plein
  minutes: 5
- key: b
  name: Brug
  note: Kijk.
"""


def read(
    text: str, *, is_translation: bool = False, kind: Any = KEYED
) -> tuple[tuple[Record, ...], list[str]]:
    value = parse_front_matter(f"stops:{text}", 1)["stops"]
    records, faults = read_records(kind, value, is_translation=is_translation)
    return records, said(faults)


def said(faults: Any) -> list[str]:
    return [f"{line}: {what.text(str)} {remedy.text(str)}" for line, what, remedy in faults]


def french(text: str, kind: Any = KEYED) -> list[str]:
    return said(compare_records(kind, read(DUTCH)[0], read(text, is_translation=True)[0], 9))


def test_the_dutch_file_gives_facts_and_words() -> None:
    records, faults = read(DUTCH)
    assert faults == []
    assert make_records(KEYED, records, records) == (
        Stop(key="a", name="Plein", minutes=5),
        Stop(key="b", name="Brug", note="Kijk."),
    )


def test_a_translation_gives_words_in_any_order() -> None:
    theirs, faults = read(
        "\n- key: b\n  name: Pont\n  note: Voyez.\n- key: a\n  name: Place", is_translation=True
    )
    assert faults == []
    assert make_records(KEYED, read(DUTCH)[0], theirs) == (
        Stop(key="a", name="Place", minutes=5),
        Stop(key="b", name="Pont", note="Voyez."),
    )


def test_records_without_a_key_are_told_apart_by_their_order() -> None:
    theirs, _ = read("\n- name: Place\n- name: Pont\n  note: Voyez.", is_translation=True)
    made = make_records(ORDERED, read(DUTCH)[0], theirs)
    assert made
    assert [stop.name for stop in made] == ["Place", "Pont"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (" x", '1: a list is expected here. Put each on a line of its own, behind "- ".'),
        ("\n- x", '2: keys and values are expected here. Write it as "- key: ...".'),
        (
            "\n- key: a",
            '2: name is missing. Add a line "name: ...". Its name.',
        ),
        ("\n- key: a\n  name: P\n  nam: Q", '4: nam: this key is unknown. Did you mean "name"?'),
        (
            "\n- key: a\n  name: P\n- key: a\n  name: Q",
            '4: "a" stands here for the second time. Keep one of the two.',
        ),
        (
            "\n- key: a\n  name: P\n  minutes: vijf",
            '4: minutes: "vijf" is not a whole number. Write digits only, for example 326600.',
        ),
    ],
)
def test_a_fault_is_named_on_its_line(text: str, fault: str) -> None:
    assert read(text)[1] == [fault]


def test_a_translation_cannot_set_a_fact() -> None:
    _, faults = read("\n- key: a\n  minutes: 5", is_translation=True)
    assert faults == [
        "3: minutes: a translation cannot set a fact. "
        "Delete the line: the value comes from the Dutch file."
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "\n- key: a\n  name: P",
            [
                '9: "b": name is not translated. Translate that line too.',
                '9: "b": note is not translated. Translate that line too.',
            ],
        ),
        (
            "\n- key: a\n  name: P\n  note: N\n- key: b\n  name: Q\n  note: M",
            [
                '4: "a": the Dutch text has no note. '
                "Delete the line, or add it to the Dutch file first."
            ],
        ),
        (
            "\n- key: a\n  name: P\n- key: b\n  name: Q\n  note: M\n- key: bb\n  name: R",
            ['7: the Dutch text has no "bb". Did you mean "b"?'],
        ),
    ],
)
def test_a_translation_has_no_more_and_no_less(text: str, faults: list[str]) -> None:
    assert french(text) == faults


def test_without_keys_a_translation_has_as_many() -> None:
    assert french("\n- name: P", ORDERED) == [
        "9: it has 1 lines, the Dutch text has 2. Translate each line once."
    ]


@dataclass(frozen=True, kw_only=True)
class Term:
    """A Dutch word."""

    key: str = fact(TEXT, say("Its key."), required=True)
    name: str | None = about_translation(TEXT, say("The word in this language."))
    meaning: str = words(TEXT, say("What it means."), required=True)


TERMS = records_of(Term, key="key")


def test_a_translation_may_have_columns_of_its_own() -> None:
    dutch, _ = read("\n- key: a\n  meaning: M\n- key: b\n  meaning: N", kind=TERMS)
    theirs, faults = read(
        "\n- key: a\n  name: P\n  meaning: Q\n- key: b\n  meaning: R",
        is_translation=True,
        kind=TERMS,
    )
    assert [*faults, *compare_records(TERMS, dutch, theirs, 9)] == []
    assert make_records(TERMS, dutch, theirs) == (
        Term(key="a", name="P", meaning="Q"),
        Term(key="b", meaning="R"),
    )


def test_the_dutch_file_cannot_give_the_columns_of_translations() -> None:
    _, faults = read("\n- key: a\n  name: P\n  meaning: Q", kind=TERMS)
    assert faults == ["3: name: this is the Dutch text, not a translation. Delete the line."]
