"""A disk that takes no more, a folder that is locked or not ours, and two builds at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenleven.checks.packages import find_program
from samenleven.deploy.lock import take_lock
from tests.conftest import ROOT
from tests.faults.conftest import BUILD, LONGEST, Page, Site, run_build
from tests.trees import tree

FULL = (
    "de schijf is vol. Maak plaats en bouw opnieuw: de vorige site staat er nog.\nEén probleem.\n"
)
LOCKED = (
    "output: dit mogen we niet lezen of schrijven (Permission denied). "
    "Kijk van wie het is en bouw opnieuw: de vorige site staat er nog.\nEén probleem.\n"
)
BUSY = (
    "output: een andere bouw schrijft hier al. Wacht tot die klaar is en bouw dan opnieuw.\n"
    "Eén probleem.\n"
)
# Root may write anywhere, unless it gives up that right.
AS_EDITOR = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
# In a space of its own a process may mount: a disk of 2 MB, on which the site is built twice.
SMALL_DISK = """
import json, shutil, subprocess, sys
from pathlib import Path
from tests.faults.conftest import run_build
from tests.trees import tree

root = Path(sys.argv[1])
disk = root / "disk"
disk.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=True)
with (root / "pelicanconf.py").open("a") as settings:
    settings.write('\\nOUTPUT_PATH = "disk/output"\\n')
first = run_build(root)
last = tree(disk / "output")
(disk / "film.mp4").write_bytes(bytes(shutil.disk_usage(disk).free))
page = root / "content/index.nl.md"
page.write_text(page.read_text("utf-8") + "Nog een zin.", "utf-8")
second = run_build(root)
same = tree(disk / "output") == last
(disk / "film.mp4").unlink()
third = run_build(root)
print(json.dumps([first.returncode, second.returncode, second.stderr, same, third.returncode]))
"""


@pytest.fixture
def built(site: Site) -> Site:
    """Return the tiny site, built, with a change that is not built yet."""
    assert site.build().returncode == 0
    Page(site, "later")
    return site


def may_mount() -> bool:
    """Tell whether a process may have a space of its own here (user_namespaces(7))."""
    if not find_program("unshare"):
        return False
    return subprocess.run(["unshare", "-rm", "true"], check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="no process may mount a small disk here")
def test_a_full_disk_is_told_and_the_last_site_stands(site: Site) -> None:
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-c", SMALL_DISK, str(site.root)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=3 * LONGEST,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [0, 1, f"disk/output: {FULL}", True, 0]


@pytest.mark.skipif(os.name == "nt", reason="there is no ulimit on Windows")
def test_a_file_that_may_not_grow_is_told_as_a_full_disk(built: Site) -> None:
    last = tree(built.output)
    done = run_build(built.root, prefix=("sh", "-c", 'ulimit -f 8; exec "$0" "$@"'))
    word = "The cache kept.sqlite could not be used, and begins anew: disk I/O error.\n"
    # Said by the build, and by that from nothing which follows; then there is no room for pages.
    assert (done.returncode, done.stderr) == (1, f"{word * 2}output: {FULL}")
    assert "Traceback" not in done.stdout
    assert tree(built.output) == last
    assert built.build().returncode == 0


@pytest.fixture
def locked(built: Site) -> Iterator[Site]:
    """Return the built site in a folder to which nothing can be added."""
    built.root.chmod(0o555)
    yield built
    built.root.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_folder_that_may_not_be_written_is_told_and_the_last_site_stands(locked: Site) -> None:
    last = tree(locked.output)
    done = run_build(locked.root, prefix=AS_EDITOR)
    assert (done.returncode, done.stderr) == (1, LOCKED)
    assert "Traceback" not in done.stdout
    assert tree(locked.output) == last


@pytest.mark.parametrize(
    ("output", "kept"),
    [("content", "content"), (".", "content"), ("..", "content"), ("content/news", "news")],
)
def test_an_output_that_holds_something_else_is_refused_and_nothing_is_lost(
    site: Site, output: str, kept: str
) -> None:
    with (site.root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nOUTPUT_PATH = {output!r}\n")
    last = tree(site.root)
    done = run_build(site.root, env={"HOME": str(site.root.parent)})
    assert done.returncode == 1
    said = " ".join(done.stderr.split())
    assert said.startswith(str(Path(os.path.normpath(site.root / output)))) or output == ".."
    assert "to a folder of its own." in said or "to another folder." in said
    assert "Traceback" not in done.stdout + done.stderr
    assert {path: of for path, of in tree(site.root).items() if path in last} == last


def test_a_second_build_is_told_to_wait(built: Site) -> None:
    last = tree(built.output)
    with take_lock(built.output):
        done = built.build()
    assert (done.returncode, done.stderr) == (1, BUSY)
    assert tree(built.output) == last
    assert built.build().returncode == 0


def test_of_two_builds_at_once_each_is_whole_or_told_to_wait(built: Site) -> None:
    builds = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD, str(built.root)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    ends = sorted((one.communicate(timeout=LONGEST)[1], one.returncode) for one in builds)
    assert ends[0] == ("", 0)
    assert ends[1] in [("", 0), (BUSY, 1)]
    together = tree(built.output)
    assert built.build().returncode == 0
    assert tree(built.output) == together
