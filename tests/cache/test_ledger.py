from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from samenleven.cache.ledger import Ledger

PAGES = {f"page {number}": (number, "a digest") for number in range(40)}
FIRST: dict[str, Any] = {"total": "one", "pages": PAGES, "questions": [*range(40)], "notices": ()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    Ledger(tmp_path / "state").write(FIRST)
    return tmp_path / "state"


def change(file: Path, **parts: object) -> bytes:
    """Note other parts; return what the large file held before."""
    before = file.read_bytes()
    ledger = Ledger(file)
    ledger.write({**ledger.read(), **parts})
    return before


def test_what_was_noted_is_read(file: Path) -> None:
    assert Ledger(file).read() == FIRST
    assert Ledger(file.with_name("other")).read() == {}


CHANGES: dict[str, dict[str, Any]] = {
    "a value": {"pages": PAGES | {"page 7": (7, "another")}},
    "a new key": {"pages": PAGES | {"page 40": (40, "a digest")}},
    "an item": {"questions": [*range(39), "another"]},
    "a new item": {"questions": [*range(42)]},
    "what is no list": {"total": "two", "notices": ("a word",)},
    "nothing": {},
}


@pytest.mark.parametrize("parts", CHANGES.values(), ids=CHANGES)
def test_a_change_leaves_the_large_file_alone(file: Path, parts: dict[str, Any]) -> None:
    before = change(file, **parts)
    assert file.read_bytes() == before
    read = Ledger(file).read()
    assert read == FIRST | parts
    assert [*read["pages"]] == [*(FIRST | parts)["pages"]]


def test_changes_add_up(file: Path) -> None:
    before = file.read_bytes()
    for parts in CHANGES.values():
        change(file, **parts)
    last = {"pages": CHANGES["a new key"]["pages"] | {"page 8": (8, "another")}}
    change(file, **last)
    assert file.read_bytes() == before
    told = {"questions": [*range(42)], **CHANGES["what is no list"], **last}
    assert Ledger(file).read() == FIRST | told


ANEW: dict[str, dict[str, Any]] = {
    "a key went": {"pages": {key: PAGES[key] for key in PAGES if key != "page 7"}},
    "another order": {"pages": dict(reversed(PAGES.items()))},
    "an item went": {"questions": [*range(39)]},
    "a quarter is another": {"pages": PAGES | {f"page {number}": () for number in range(20)}},
    "a new part": {"folders": {}},
}


@pytest.mark.parametrize("parts", ANEW.values(), ids=ANEW)
def test_what_changes_much_is_noted_anew(file: Path, parts: dict[str, Any]) -> None:
    change(file, total="two")  # beside the large file that is about to go
    before = change(file, **parts)
    assert file.read_bytes() != before
    read = Ledger(file).read()
    assert read == FIRST | {"total": "two"} | parts
    assert [*read["pages"]] == [*(FIRST | parts)["pages"]]


def test_a_damaged_note_of_changes_leaves_what_was_before(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change(file, total="two")
    since = file.with_name("state.since")
    since.write_bytes(since.read_bytes()[:-1])
    assert Ledger(file).read() == FIRST
    assert "state.since is damaged" in capfd.readouterr().err
    change(file, total="three")
    assert Ledger(file).read() == FIRST | {"total": "three"}


def test_what_cannot_be_loaded_is_as_if_it_were_not_there(file: Path) -> None:
    change(file, total="two")
    ledger = Ledger(file, load=lambda data: {})
    assert ledger.read() == {}
    ledger.write(FIRST)
    assert Ledger(file).read() == FIRST


def test_parts_are_written_as_they_are_told(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "state", lambda parts: b"!" + pickle.dumps(parts))
    ledger.write(FIRST)
    assert Ledger(tmp_path / "state", load=lambda data: pickle.loads(data[1:])).read() == FIRST
