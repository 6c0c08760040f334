"""Publications to a folder and, by ssh, to a server: real rsync, real links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samenleven.checks.packages import find_program
from samenleven.deploy.ghpages import PublishError
from samenleven.deploy.releases import KEPT, Releases
from samenleven.deploy.tree import read_folder

pytestmark = pytest.mark.skipif(not find_program("rsync"), reason="rsync is not installed")
SSH = """#!/bin/sh
# A server that is this machine: `ssh HOST COMMAND...` runs the command here.
shift
exec sh -c "$*"
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "nl").mkdir(parents=True)
    (folder / "index.html").write_text("chooser")
    (folder / "nl/index.html").write_text("één", "utf-8")
    return folder


@pytest.fixture(params=["", "server:"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Releases:
    """The same folder, reached directly and by ssh; its name has a space."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "ssh").write_text(SSH)
    (tools / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    return Releases(f"{request.param}{tmp_path}/the site")


def seen(tmp_path: Path) -> dict[str, str]:
    current = tmp_path / "the site/current"
    return {
        path.relative_to(current).as_posix(): path.read_text("utf-8")
        for path in current.rglob("*")
        if path.is_file()
    }


def test_readers_see_the_release_whole(site: Releases, output: Path, tmp_path: Path) -> None:
    assert site.read() == {}
    site.publish(output, "20260101T000000Z")
    assert seen(tmp_path) == {"index.html": "chooser", "nl/index.html": "één"}
    assert site.read() == read_folder(output)


def test_what_did_not_change_is_not_copied(site: Releases, output: Path, tmp_path: Path) -> None:
    site.publish(output, "1")
    (output / "nl/index.html").write_text("twee")
    site.publish(output, "2")
    releases = tmp_path / "the site/releases"
    assert (releases / "1/index.html").samefile(releases / "2/index.html")
    assert seen(tmp_path)["nl/index.html"] == "twee"


def test_one_step_goes_back_one_release(site: Releases, output: Path, tmp_path: Path) -> None:
    for text in ("1", "2", "3"):
        (output / "index.html").write_text(text)
        site.publish(output, text)
    assert site.roll_back() == "2"
    assert seen(tmp_path)["index.html"] == "2"
    assert site.roll_back() == "1"
    assert site.read()["index.html"] != read_folder(output)["index.html"]
    with pytest.raises(PublishError, match=r"There is no earlier release\."):
        site.roll_back()
    assert seen(tmp_path)["index.html"] == "1"


def test_a_copy_that_was_cut_off_is_never_seen(
    site: Releases, output: Path, tmp_path: Path
) -> None:
    site.publish(output, "1")
    part = tmp_path / "the site/releases/.part"
    part.mkdir()
    (part / "half.html").write_text("half")
    assert "half.html" not in seen(tmp_path)
    site.publish(output, "2")
    assert sorted(seen(tmp_path)) == ["index.html", "nl/index.html"]
    assert not part.exists()


def test_the_oldest_releases_go(site: Releases, output: Path, tmp_path: Path) -> None:
    names = [f"{number}" for number in range(1, KEPT + 3)]
    for name in names:
        site.publish(output, name)
    left = sorted(path.name for path in (tmp_path / "the site/releases").iterdir())
    assert left == sorted(name + end for name in names[-KEPT:] for end in ("", ".json"))


def test_a_place_that_cannot_be_written_changes_nothing(output: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(PublishError) as error:
        Releases(f"{tmp_path}/file/site").publish(output, "1")
    assert str(error.value).startswith(
        f"The site cannot be reached at this computer: {tmp_path}/file/site: "
    )
    assert str(error.value).endswith("Check PUBLISH_FOLDER, the space there and your access.")


def test_a_web_server_may_read_what_a_strict_editor_publishes(
    site: Releases, output: Path, tmp_path: Path
) -> None:
    (output / "nl").chmod(0o700)
    (output / "index.html").chmod(0o600)
    site.publish(output, "20260101T000000Z")
    current = tmp_path / "the site/current"
    assert (current / "nl").stat().st_mode & 0o777 == 0o755
    assert (current / "index.html").stat().st_mode & 0o777 == 0o644


def test_what_a_killed_publication_left_is_cleared(
    site: Releases, output: Path, tmp_path: Path
) -> None:
    releases = tmp_path / "the site/releases"
    (releases / ".part").mkdir(parents=True)
    (releases / ".20260101T000000Z.json.x7Yq").touch()
    site.publish(output, "20260102T000000Z")
    assert sorted(path.name for path in releases.iterdir()) == [
        "20260102T000000Z",
        "20260102T000000Z.json",
    ]
