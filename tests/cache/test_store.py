"""The store gives back what was put into it, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from samenleven.cache.store import Store


def fill(file: Path) -> None:
    store = Store(file)
    for number in range(40):
        store.put(f"key {number}", b"page " * 400 + b"%d" % number)
    store.save()
    store.close()


def read(file: Path) -> list[bytes | None]:
    store = Store(file)
    found = [store.get(f"key {number}") for number in range(40)]
    store.close()
    return found


def test_what_is_saved_is_there_in_the_next_run(tmp_path: Path) -> None:
    fill(tmp_path / "kept")
    assert read(tmp_path / "kept") == [b"page " * 400 + b"%d" % number for number in range(40)]


def test_what_is_not_saved_is_there_in_this_run_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("a", b"1")
    assert (store.get("a"), store.has("a"), store.has("b")) == (b"1", True, False)
    store.close()
    store = Store(tmp_path / "kept")
    assert store.get("a") is None
    store.close()


def cut(data: bytearray) -> bytes:
    return bytes(data[: len(data) // 2])


def flip(data: bytearray) -> bytes:
    for at in range(4096, len(data), 50):
        data[at] ^= 255
    return bytes(data)


@pytest.mark.parametrize("spoil", [cut, flip, lambda _: b"something else", lambda _: b""])
def test_a_damaged_file_gives_nothing_wrong_and_can_be_filled_again(
    tmp_path: Path, spoil: Callable[[bytearray], bytes]
) -> None:
    file = tmp_path / "kept"
    fill(file)
    wanted = read(file)
    file.write_bytes(spoil(bytearray(file.read_bytes())))
    found = read(file)
    assert all(got in (None, want) for got, want in zip(found, wanted, strict=True))
    fill(file)
    assert read(file) == wanted


def test_a_file_of_another_version_begins_anew_with_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept"
    fill(file)
    with closing(sqlite3.connect(file)) as base:
        base.execute("PRAGMA user_version=99")
    assert read(file) == [None] * 40
    said = "The cache kept could not be used, and begins anew: it was written by another version.\n"
    assert capsys.readouterr().err == said


def test_what_nobody_uses_goes_once_there_is_too_much(tmp_path: Path) -> None:
    fill(tmp_path / "kept")
    store = Store(tmp_path / "kept")
    store.forget_all_but(["key 1", "key 2"], most=40)
    assert store.has("key 3")
    store.forget_all_but(["key 1", "key 2"], most=39)
    assert [number for number in range(40) if store.has(f"key {number}")] == [1, 2]
    store.close()
