"""A note is whole, or it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenleven.cache.notes import HEAD, read_note, write_note


def test_a_note_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_note(tmp_path / "deep/state", b"what a build knows")
    assert read_note(tmp_path / "deep/state") == b"what a build knows"
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["state"]


def test_no_note_is_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read_note(tmp_path / "state") is None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("keep", [0, 5, len(HEAD), len(HEAD) + 16, -1])
def test_a_note_that_was_cut_off_is_put_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], keep: int
) -> None:
    file = tmp_path / "state"
    write_note(file, b"what a build knows")
    file.write_bytes(file.read_bytes()[:keep])
    assert (read_note(file), file.exists()) == (None, False)
    said = "The cache state is damaged or of another version, and begins anew.\n"
    assert capsys.readouterr().err == said


def test_a_note_with_another_byte_or_of_another_version_is_put_away(tmp_path: Path) -> None:
    file = tmp_path / "state"
    write_note(file, b"what a build knows")
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_note(file) is None


def test_where_nothing_can_be_written_the_build_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file, no folder", "utf-8")
    write_note(tmp_path / "cache/state", b"x")
    assert capsys.readouterr().err.startswith("The cache could not be written: ")
