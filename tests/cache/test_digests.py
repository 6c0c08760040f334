"""A digest follows the bytes, never the time alone."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from samenleven.cache.digests import (
    SETTLED,
    Digests,
    digest,
    digest_bytes,
    folders_of,
    mark_folders,
    walk,
)

LATER = SETTLED * 2


def look(folder: Path, known: Digests | None = None) -> Digests:
    digests = Digests(folder, known.table if known else {}, time.time_ns() + LATER)
    digests.of("a.md")
    return digests


def test_a_file_that_was_touched_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("een", "utf-8")
    before = look(tmp_path)
    os.utime(file, (1, 1))
    assert look(tmp_path, before).of("a.md") == before.of("a.md") == digest_bytes(b"een")


def test_other_bytes_of_the_same_size_and_time_are_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("een", "utf-8")
    os.utime(file, ns=(1, 1))
    before = look(tmp_path)
    file.write_text("elf", "utf-8")
    os.utime(file, ns=(1, 1))
    assert look(tmp_path, before).of("a.md") == digest_bytes(b"elf")


def test_what_was_written_just_now_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("een", "utf-8")
    just_now = Digests(tmp_path, {}, time.time_ns())
    just_now.of("a.md")
    ((_, mark),) = just_now.table.values()
    assert mark[3] == 0  # no inode: it never equals what the system notes


def test_an_untouched_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("een", "utf-8")
    before = look(tmp_path)
    monkeypatch.setattr("builtins.open", None)
    assert look(tmp_path, before).table == before.table


def test_what_nothing_has_touched_is_recalled(tmp_path: Path) -> None:
    before = Digests(tmp_path, {}, time.time_ns() + LATER)
    for name in "abcd":
        (tmp_path / name).write_text("een", "utf-8")
        before.of(name)
    os.utime(tmp_path / "b", (1, 1))
    (tmp_path / "c").write_text("twee", "utf-8")
    (tmp_path / "d").unlink()
    again = Digests(tmp_path, before.table, time.time_ns() + LATER)
    again.recall()
    assert again.table == {"a": before.table["a"]}
    assert [again.of(name) for name in "abcd"] == [
        before.of("a"),
        before.of("b"),
        digest_bytes(b"twee"),
        "",
    ]


def test_a_folder_tells_what_comes_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.html").write_text("een", "utf-8")
    folders = folders_of(["a/b/c.html"])
    assert folders == {"a", "a/b"}
    assert mark_folders(tmp_path, folders) == {}  # just now: another change might not be told
    monkeypatch.setattr("samenleven.cache.digests.SETTLED", -LATER)
    before = mark_folders(tmp_path, folders)
    assert mark_folders(tmp_path, folders) == before != {}
    (tmp_path / "a/d").write_text("een", "utf-8")
    after = mark_folders(tmp_path, folders)
    assert (after["a"] != before["a"], after["a/b"]) == (True, before["a/b"])
    assert mark_folders(tmp_path, ["a", "gone"]) == {}


def test_a_file_that_is_gone_has_no_digest(tmp_path: Path) -> None:
    assert look(tmp_path).of("a.md") == ""


def test_where_a_part_ends_counts() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


@pytest.mark.parametrize("hidden", [False, True])
def test_hidden_files_are_walked_on_demand(tmp_path: Path, hidden: bool) -> None:
    for name in ("a.md", ".b.md", "c/d.md", "__pycache__/e.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = {path.partition("/")[2] for path, _ in walk(tmp_path, hidden=hidden)}
    assert names == {"a.md", "c/d.md"} | ({".b.md"} if hidden else set())
