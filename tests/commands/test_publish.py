"""`publish`: from content to the branch of a real bare repository."""

import subprocess
from pathlib import Path

import pytest

from samenleven.commands.publish import publish

ROOT = Path(__file__).parents[2]
SETTINGS = """\
from pelicanconf import *

PUBLISH_REMOTE = "origin"
PUBLISH_BRANCH = "pages"
PUBLISH_CNAME = "lindebeek.example"
"""


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def checkout(copy_of_example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Lindebeek")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "site@lindebeek.example")
    (copy_of_example / "publishconf.py").write_text(SETTINGS, "utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(copy_of_example, "init", "-q", "-b", "main")
    git(copy_of_example, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(copy_of_example, "add", ".")
    git(copy_of_example, "commit", "-qm", "Content")
    return copy_of_example


def test_the_built_site_is_on_the_branch_with_its_history(checkout: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    assert publish(root=checkout) == 0
    (checkout / "content/index.nl.md").write_text(
        (checkout / "content/index.nl.md").read_text("utf-8") + "\nNog een zin.\n", "utf-8"
    )
    assert publish(root=checkout) == 0
    files = git(remote, "ls-tree", "-r", "--name-only", "pages").split()
    assert {"index.html", "404.html", "sitemap.xml", ".nojekyll", "CNAME"} <= set(files)
    assert git(remote, "show", "pages:CNAME").strip() == "lindebeek.example"
    assert "Nog een zin." in git(remote, "show", "pages:nl/index.html")
    assert len(git(remote, "log", "--format=%s", "pages").splitlines()) == 2


def test_a_mistake_in_the_content_publishes_nothing(checkout: Path, tmp_path: Path) -> None:
    (checkout / "content/index.nl.md").write_text("---\nsummary: x\n---\n", "utf-8")
    assert publish(root=checkout) == 1
    assert git(tmp_path / "remote.git", "branch", "--list") == ""
