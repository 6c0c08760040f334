"""Two folders change places in one step."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from samenleven.deploy.exchange import exchange

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")


def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("één", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "één", tmp_path / "two")
    assert [path.name for path in (tmp_path / "één").iterdir()] == ["two"]
    assert [path.name for path in (tmp_path / "two").iterdir()] == ["één"]


def test_what_cannot_be_done_leaves_both(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "two")
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
