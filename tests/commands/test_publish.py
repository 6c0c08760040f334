"""`publish`: from content to the branch of a real bare repository."""

import subprocess
from pathlib import Path

import pytest

from samenleven.checks.packages import find_program
from samenleven.commands.publish import publish, undo

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


def edit(checkout: Path, name: str, text: str) -> None:
    file = checkout / "content" / name
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_one_sentence_changes_the_pages_that_show_it(
    checkout: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert publish(root=checkout) == 0
    edit(checkout, "index.nl.md", "\nNog een zin.\n")
    capfd.readouterr()
    assert publish(root=checkout, is_trial=True) == 0
    assert "~ nl/index.html" in capfd.readouterr().out.splitlines()
    remote = tmp_path / "remote.git"
    assert len(git(remote, "log", "--format=%s", "pages").splitlines()) == 1
    assert publish(root=checkout) == 0
    changed = git(remote, "diff", "--name-only", "pages~1", "pages").split()
    pages = [path for path in changed if not path.startswith("pagefind/")]
    # The page, and where a translation stands beside it.
    assert pages == ["ar/nl/index.html", "fr/nl/index.html", "nl/index.html"]


def test_a_night_on_which_nothing_changed_publishes_nothing(
    checkout: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    remote = tmp_path / "remote.git"
    assert publish(root=checkout) == publish(root=checkout) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "Readers see this site already."
    assert len(git(remote, "log", "--format=%s", "pages").splitlines()) == 1


def test_one_step_goes_back(
    checkout: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    remote = tmp_path / "remote.git"
    assert undo(root=checkout) == 1
    assert capfd.readouterr().err == 'Nothing was published on "pages" yet.\n'
    publish(root=checkout)
    assert undo(root=checkout) == 1
    assert "There is only one publication" in capfd.readouterr().err
    edit(checkout, "index.nl.md", "\nNog een zin.\n")
    publish(root=checkout)
    assert undo(root=checkout) == 0
    assert git(remote, "diff", "--name-only", "pages~2", "pages") == ""
    assert len(git(remote, "log", "--format=%s", "pages").splitlines()) == 3


def test_what_disappears_is_published_only_when_told(
    checkout: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    publish(root=checkout)
    settings = checkout / "pelicanconf.py"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace(', "ar")', ")"), "utf-8")
    for file in (checkout / "content").rglob("*.ar.md"):
        file.unlink()
    capfd.readouterr()
    assert publish(root=checkout) == 1
    said = capfd.readouterr().err
    assert 'Not published:\nThe language "ar" disappears.\n' in said
    assert said.endswith("If this is meant: python3 -m samenleven publish --force\n")
    remote = tmp_path / "remote.git"
    assert "ar/index.html" in git(remote, "ls-tree", "-r", "--name-only", "pages").split()
    assert publish(root=checkout, is_forced=True) == 0
    assert "ar/index.html" not in git(remote, "ls-tree", "-r", "--name-only", "pages").split()


@pytest.mark.skipif(not find_program("rsync"), reason="rsync is not installed")
def test_the_settings_can_name_a_folder_instead(checkout: Path, tmp_path: Path) -> None:
    with (checkout / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"PUBLISH_FOLDER = {str(tmp_path / 'www')!r}\n")
    assert publish(root=checkout) == 0
    assert (tmp_path / "www/current/nl/index.html").is_file()
