"""Packed files beside the files."""

from __future__ import annotations

import gzip
import os
import random
from pathlib import Path

import brotli
import pytest

from samenleven.deploy.packed import LEAST, pack_folder

PAGE = "<p>Samen leven</p>\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "nl").mkdir(parents=True)
    (folder / "nl/index.html").write_text(PAGE)
    (folder / "small.css").write_text("a{}")
    (folder / "photo.avif").write_bytes(b"\0" * 4000)
    (folder / "random.txt").write_bytes(random.Random(1).randbytes(LEAST))
    return folder


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_texts_that_become_smaller_are_packed(site: Path, tmp_path: Path) -> None:
    before = names(site)
    pack_folder(site, ("br", "gz"), tmp_path / "cache")
    assert set(names(site)) - set(before) == {"nl/index.html.br", "nl/index.html.gz"}
    assert brotli.decompress((site / "nl/index.html.br").read_bytes()).decode() == PAGE
    assert gzip.decompress((site / "nl/index.html.gz").read_bytes()).decode() == PAGE


def test_the_same_text_gives_the_same_bytes_from_the_cache_or_without(
    site: Path, tmp_path: Path
) -> None:
    made: list[list[bytes]] = []
    for cache in ("one", "one", "two"):
        os.utime(site / "nl/index.html", (len(made), len(made)))
        pack_folder(site, ("br", "gz"), tmp_path / cache)
        made.append([(site / f"nl/index.html.{kind}").read_bytes() for kind in ("br", "gz")])
    assert made[0] == made[1] == made[2]


def test_nothing_is_packed_unless_a_setting_says_so(site: Path, tmp_path: Path) -> None:
    before = names(site)
    pack_folder(site, (), tmp_path / "cache")
    assert names(site) == before
    assert not (tmp_path / "cache").exists()


def test_an_unknown_kind_is_named(site: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r'PRECOMPRESS: "zst" is unknown. Known are: br, gz\.'):
        pack_folder(site, ("zst",), tmp_path / "cache")
