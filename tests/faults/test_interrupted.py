"""Killed at any moment, a build or a publication leaves the old site or the new one, whole.

What lies on the disk changes only between two changes of the disk, so that the moment of a kill is
the number of a change (machine/sitecustomize.py): it is the same on a slow machine. What other
programs change (rsync, git) is not seen by Python; publications are killed by the clock.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from samenleven.checks.packages import find_program
from tests.conftest import ROOT
from tests.faults.conftest import BUILD, LONGEST, run_build
from tests.trees import tree

KILLS = int(os.environ.get("KILLS", "50"))
BETWEEN = 5  # kills before the next build that is let be
SEED = 46
MACHINE = Path(__file__).parent / "machine"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join((str(MACHINE), str(ROOT))),
    "PYTHONDONTWRITEBYTECODE": "1",
}
PAGE = "content/news/bikes-found/index.nl.md"


def kill_build(root: Path, moment: int, since: str = "") -> bool:
    """Build, kill the build before that change to the disk; tell whether it came so far.

    Changes are counted from the start, or `since` the "exchange" of old and new.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(root)],
        cwd=ROOT,
        env={**ENVIRONMENT, "MACHINE_KILL": str(moment), "MACHINE_FROM": since},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    code = process.wait(LONGEST)
    assert code in (0, -signal.SIGKILL)
    return code != 0


def count_changes(root: Path, count: Path) -> int:
    """Build, and return how often that changed the disk."""
    done = run_build(root, env={**ENVIRONMENT, "MACHINE_COUNT": str(count)})
    assert done.returncode == 0, done.stderr
    return max(map(int, count.read_text("ascii").split()))


def other_version(site: Path) -> None:
    """Change a title, which stands on many pages, or change it back."""
    page = site / PAGE
    text = page.read_text("utf-8")
    here, there = "title: Veertig fietsen gevonden", "title: Fietsen zijn terecht"
    if here not in text:
        here, there = there, here
    assert here in text
    page.write_text(text.replace(here, there), "utf-8")


def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_is_right(
    copy_of_example: Path, example_output: Path, tmp_path: Path
) -> None:
    site, output, chance = copy_of_example, copy_of_example / "output", random.Random(SEED)
    count_changes(site, tmp_path / "first")
    assert tree(output) == tree(example_output)
    changes, versions = [], []
    for name in ("there", "back"):
        other_version(site)
        changes.append(count_changes(site, tmp_path / name))
        versions.append(tree(output))
    new, old = versions
    assert new != old == tree(example_output)
    killed, is_done = 0, True
    for turn in range(1, KILLS + 1):
        if is_done:
            other_version(site)
        is_done = not kill_build(site, chance.randint(1, min(changes)))
        killed += not is_done
        assert tree(output) in ([new] if is_done else [old, new]), turn
        if turn % BETWEEN == 0:
            done = run_build(site)
            assert (done.returncode, tree(output)) == (0, new), done.stderr
            left = {path.name for path in site.glob(".output*")}
            assert left <= {".output.lock", ".output.new"}
            is_done = True
        if is_done:
            old, new = new, old
    assert killed > KILLS * 0.8


@pytest.mark.skipif(sys.platform != "linux", reason="old and new change places in two steps there")
def test_a_build_that_is_killed_while_old_and_new_change_places_leaves_one_of_them(
    copy_of_example: Path, example_output: Path
) -> None:
    site, output = copy_of_example, copy_of_example / "output"
    assert run_build(site).returncode == 0
    other_version(site)
    assert kill_build(site, 1, "exchange")
    assert tree(output) == tree(example_output)
    assert kill_build(site, 2, "exchange")
    new = tree(output)
    assert new != tree(example_output)
    assert run_build(site).returncode == 0
    assert tree(output) == new


# Publications

PUBLISH_FOLDER = """
import sys
from pathlib import Path
from samenleven.deploy.releases import Releases
output, www, name = sys.argv[1:]
Releases(www).publish(Path(output), name)
"""
PUBLISH_BRANCH = """
import sys
from pathlib import Path
from samenleven.deploy.ghpages import publish_site
output, repository, name = sys.argv[1:]
publish_site(Path(output), remote="origin", branch="pages", cname="", message=name,
             repository=Path(repository))
"""


def start(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**ENVIRONMENT, **{f"GIT_{who}_{what}": "x" for who in ROLES for what in FACTS}},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


ROLES, FACTS = ("AUTHOR", "COMMITTER"), ("NAME", "EMAIL")
Publication = tuple[str, Path, Callable[[], dict[str, str]]]


@pytest.fixture
def sites(tmp_path: Path) -> list[Path]:
    """Two small sites that differ in each page, with a large file that takes its time."""
    for version in ("one", "two"):
        for name in ("index.html", "404.html", "sitemap.xml", *(f"nl/{n}.html" for n in range(40))):
            file = tmp_path / version / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{version} {name}\n", "utf-8")
        noise = random.Random(version).randbytes(1_000_000)
        (tmp_path / version / "photo.jpg").write_bytes(noise)
    return [tmp_path / "one", tmp_path / "two"]


def to_folder(tmp_path: Path) -> Publication:
    www = tmp_path / "www"
    return PUBLISH_FOLDER, www, lambda: tree((www / "current").resolve())


def to_branch(tmp_path: Path) -> Publication:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(tmp_path, "init", "-q", "-b", "main", "checkout")
    git(tmp_path / "checkout", "remote", "add", "origin", str(tmp_path / "remote.git"))

    def seen() -> dict[str, str]:
        shutil.rmtree(tmp_path / "seen", ignore_errors=True)
        (tmp_path / "seen").mkdir()
        git(tmp_path / "remote.git", "archive", "-o", str(tmp_path / "seen.tar"), "pages")
        with tarfile.open(tmp_path / "seen.tar") as archive:
            archive.extractall(tmp_path / "seen", filter="data")
        (tmp_path / "seen/.nojekyll").unlink()
        return tree(tmp_path / "seen")

    return PUBLISH_BRANCH, tmp_path / "checkout", seen


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)


@pytest.mark.skipif(not find_program("rsync"), reason="rsync is not installed")
@pytest.mark.parametrize("target", [to_folder, to_branch])
def test_a_publication_that_is_killed_leaves_readers_a_whole_site_and_the_next_one_is_right(
    target: Callable[[Path], Publication], sites: list[Path], tmp_path: Path
) -> None:
    code, where, seen = target(tmp_path)
    chance, names = random.Random(SEED), iter(f"202601{day:02d}T000000Z" for day in range(1, 32))

    def publish() -> None:
        process = start(code, sites[0], where, next(names))
        _, said = process.communicate(timeout=LONGEST)
        assert (process.returncode, said) == (0, b"")

    begin = time.monotonic()
    publish()
    longest = time.monotonic() - begin
    assert seen() == tree(sites[0])
    for _ in range(5):
        sites.reverse()
        process = start(code, sites[0], where, next(names))
        time.sleep(chance.uniform(0.1, 1) * longest)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert seen() in [tree(site) for site in sites]
        publish()
        assert seen() == tree(sites[0])
    if where.name == "www":
        assert [path.name for path in (where / "releases").glob(".*")] == []
