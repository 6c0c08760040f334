"""The folder of photos in the output holds the files of the site's photos and no other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from samenleven.images.publish import publish


def held(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def wanted(photo: Any) -> dict[str, bytes]:
    return {file.name: Path(file.path).read_bytes() for file in photo.files}


def test_every_file_lies_there_under_its_name(photos: Any, make: Any, tmp_path: Path) -> None:
    photo = photos.one(make.phone_photo())
    assert publish([photo], tmp_path / "output/photos") == []
    assert held(tmp_path / "output/photos") == wanted(photo)


def test_where_there_are_no_links_files_are_copied(
    photos: Any, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, target: Path) -> None:
        raise OSError(18, "another device")

    monkeypatch.setattr(os, "link", refuse)
    photo = photos.one(make.jpeg_of(make.scene()))
    publish([photo], tmp_path / "out")
    assert held(tmp_path / "out") == wanted(photo)


def test_what_belongs_to_no_photo_goes_and_is_named(photos: Any, make: Any, tmp_path: Path) -> None:
    one = photos.one(make.jpeg_of(make.scene()), "one.jpg")
    two = photos.one(make.jpeg_of(make.scene(500, 400)), "two.jpg")
    publish([one, two], tmp_path / "out")
    (tmp_path / "out/stray.jpg").write_bytes(b"?")
    assert publish([two], tmp_path / "out") == sorted(["stray.jpg", *wanted(one)])
    assert held(tmp_path / "out") == wanted(two)


def test_what_lies_there_already_is_not_written_again(
    photos: Any, make: Any, tmp_path: Path
) -> None:
    photo = photos.one(make.jpeg_of(make.scene()))
    publish([photo], tmp_path / "out")
    before = {file.name: file.stat().st_ctime_ns for file in (tmp_path / "out").iterdir()}
    publish([photo], tmp_path / "out")
    assert {file.name: file.stat().st_ctime_ns for file in (tmp_path / "out").iterdir()} == before


def test_a_folder_that_was_left_whole_is_not_looked_into(
    photos: Any, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = photos.one(make.jpeg_of(make.scene()))
    publish([photo], tmp_path / "out")
    moved = (tmp_path / "out").rename(tmp_path / "aside")
    monkeypatch.delattr(os, "listdir")
    assert publish([photo], moved) == []


def test_what_differs_from_a_folder_that_was_left_whole_is_put_without_a_look(
    photos: Any, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photos.one(make.jpeg_of(make.scene()), "one.jpg")
    two = photos.one(make.jpeg_of(make.scene(500, 400)), "two.jpg")
    publish([one], tmp_path / "out")
    with monkeypatch.context() as patch:
        patch.delattr(os, "listdir")
        assert publish([two, one], tmp_path / "out") == []
    assert held(tmp_path / "out") == {**wanted(one), **wanted(two)}
    with monkeypatch.context() as patch:
        patch.delattr(os, "listdir")
        assert publish([two], tmp_path / "out") == sorted(wanted(one))
    assert held(tmp_path / "out") == wanted(two)


@pytest.mark.parametrize("damage", ["", "\0", "one 00-00 320x213.jpg 9"])
def test_a_list_that_is_damaged_or_gone_is_not_trusted(
    photos: Any, make: Any, tmp_path: Path, damage: str
) -> None:
    one = photos.one(make.jpeg_of(make.scene()), "one.jpg")
    two = photos.one(make.jpeg_of(make.scene(500, 400)), "two.jpg")
    publish([one], tmp_path / "out")
    (photos.cache / "images/published.txt").write_text(damage)
    assert publish([two], tmp_path / "out") == sorted(wanted(one))
    (photos.cache / "images/published.txt").unlink()
    assert publish([one], tmp_path / "out") == sorted(wanted(two))
    assert held(tmp_path / "out") == wanted(one)


def test_two_folders_in_turn_are_kept_right(photos: Any, make: Any, tmp_path: Path) -> None:
    one = photos.one(make.jpeg_of(make.scene()), "one.jpg")
    two = photos.one(make.jpeg_of(make.scene(500, 400)), "two.jpg")
    publish([one], tmp_path / "out")
    publish([two], tmp_path / "preview")
    publish([one, two], tmp_path / "out")
    publish([one], tmp_path / "preview")
    assert held(tmp_path / "out") == {**wanted(one), **wanted(two)}
    assert held(tmp_path / "preview") == wanted(one)


@pytest.mark.parametrize("damage", ["", "[1]", '{"1-2-3"'])
def test_a_file_that_someone_took_away_comes_back(
    photos: Any, make: Any, tmp_path: Path, damage: str
) -> None:
    photo = photos.one(make.jpeg_of(make.scene()))
    publish([photo], tmp_path / "out")
    (tmp_path / "out" / photo.files[0].name).unlink()
    (photos.cache / "images/published.json").write_text(damage)
    publish([photo], tmp_path / "out")
    assert held(tmp_path / "out") == wanted(photo)


def test_no_photos_leave_an_empty_folder(photos: Any, make: Any, tmp_path: Path) -> None:
    photo = photos.one(make.jpeg_of(make.scene(40, 30)))
    publish([photo], tmp_path / "out")
    assert publish([], tmp_path / "out") == sorted(wanted(photo))
    assert held(tmp_path / "out") == {}
