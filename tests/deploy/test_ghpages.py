from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from samenleven.deploy import ghpages
from samenleven.deploy.ghpages import PublishError, publish_site


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def committer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A known committer, and nothing of the person's own git."""
    for variable in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(variable)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Desk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "desk@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """The bare repository that a host such as GitHub keeps."""
    git(tmp_path, "init", "--quiet", "--bare", "host.git")
    return tmp_path / "host.git"


@pytest.fixture
def checkout(tmp_path: Path, host: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with one commit on main; the current folder."""
    folder = tmp_path / "checkout"
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    git(folder, "remote", "add", "origin", str(host))
    git(folder, "commit", "--quiet", "--allow-empty", "--message=Start")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def output(checkout: Path) -> Path:
    """A small whole site."""
    folder = checkout / "output"
    (folder / "nl").mkdir(parents=True)
    (folder / "index.html").write_text("chooser", "utf-8")
    (folder / "404.html").write_text("not found", "utf-8")
    (folder / "nl/index.html").write_text("één", "utf-8")
    return Path("output")


def publish(folder: Path, *, remote: str = "origin", branch: str = "pages", cname: str = "") -> str:
    return publish_site(
        folder, remote=remote, branch=branch, cname=cname, message="Publiceer: één, شعار"
    )


def published(host: Path) -> list[str]:
    return git(host, "ls-tree", "-r", "--name-only", "pages").split("\n")


def test_the_branch_holds_the_files_and_nojekyll(host: Path, output: Path) -> None:
    publish(output)
    assert published(host) == [".nojekyll", "404.html", "index.html", "nl/index.html"]
    assert git(host, "show", "pages:nl/index.html") == "één"
    assert git(host, "show", "pages:.nojekyll") == ""


def test_the_commit_bears_the_message_and_its_short_id_is_returned(
    host: Path, output: Path
) -> None:
    short = publish(output)
    assert git(host, "log", "--format=%h %an %s", "pages") == f"{short} Desk Publiceer: één, شعار"


def test_cname_holds_the_host_name(host: Path, output: Path) -> None:
    publish(output, cname="www.example.org")
    assert git(host, "show", "pages:CNAME") == "www.example.org"


def test_a_second_publication_stands_on_the_first(host: Path, output: Path) -> None:
    first = publish(output, cname="www.example.org")
    (output / "nl/index.html").unlink()
    (output / "nl/new.html").write_text("new", "utf-8")
    second = publish(output)
    assert git(host, "log", "--format=%h", "pages").split() == [second, first]
    assert published(host) == [".nojekyll", "404.html", "index.html", "nl/new.html"]


def test_a_publication_from_elsewhere_is_kept_in_the_history(
    host: Path, output: Path, tmp_path: Path
) -> None:
    publish(output)
    elsewhere = tmp_path / "elsewhere"
    git(tmp_path, "clone", "--quiet", "--branch=pages", str(host), str(elsewhere))
    git(elsewhere, "commit", "--quiet", "--allow-empty", "--message=Elsewhere")
    git(elsewhere, "push", "--quiet", "origin", "pages")
    publish(output)
    subjects = git(host, "log", "--format=%s", "pages").split("\n")
    assert subjects == ["Publiceer: één, شعار", "Elsewhere", "Publiceer: één, شعار"]


def test_a_clone_that_never_saw_the_branch_keeps_its_history(
    host: Path, output: Path, checkout: Path
) -> None:
    publish(output)
    git(checkout, "branch", "--quiet", "-D", "pages")
    git(checkout, "update-ref", "-d", "refs/remotes/origin/pages")
    publish(output)
    assert git(host, "rev-list", "--count", "pages") == "2"


def test_the_checkout_itself_stays_as_it_was(checkout: Path, output: Path) -> None:
    publish(output)
    assert git(checkout, "status", "--short", "--branch") == "## main\n?? output/"
    assert git(checkout, "log", "--format=%s") == "Start"


def message_of(folder: Path, **settings: str) -> str:
    with pytest.raises(PublishError) as caught:
        publish(folder, **settings)
    return str(caught.value)


@pytest.mark.parametrize("name", ["absent", "empty"])
def test_nothing_to_publish(checkout: Path, name: str) -> None:
    (checkout / "empty").mkdir()
    assert message_of(Path(name)) == f"There is nothing in {name}. Build the site first."


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        (["index.html"], "index.html"),
        (["404.html"], "404.html"),
        (["index.html", "404.html"], "index.html and 404.html"),
    ],
)
def test_half_a_site(output: Path, missing: list[str], named: str) -> None:
    for name in missing:
        (output / name).unlink()
    assert message_of(output) == (
        f"output is not a whole site: {named} not found. Build the site again."
    )


@pytest.mark.parametrize(
    "cname",
    ["https://www.example.org", "www.example.org/nl", "example", "-a.org", "a..org", "A.org"],
)
def test_a_cname_that_is_no_host_name(output: Path, cname: str) -> None:
    assert message_of(output, cname=cname) == (
        f'"{cname}" is not a host name.'
        " Write the name alone, in small letters, for example www.example.org."
    )


def test_a_folder_without_git(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, loose = output.resolve(), tmp_path / "loose"
    loose.mkdir()
    monkeypatch.chdir(loose)
    assert message_of(whole) == (
        f"{loose} is not a git repository. Publish from a clone of the site's repository."
    )


def test_a_repository_that_git_cannot_read(checkout: Path, output: Path) -> None:
    git(checkout, "config", "core.repositoryFormatVersion", "99")
    assert message_of(output) == (
        f"git cannot read {checkout}: Expected git repo version <= 1, found 99."
        " Mend the repository as git says, or publish from a new clone."
    )


def test_a_computer_without_git(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert message_of(output) == "git is not installed. Get it from https://git-scm.com."


def test_the_branch_of_the_checkout_itself(output: Path) -> None:
    assert message_of(output, branch="main") == (
        'The branch "main" is checked out here, and publishing would replace its files.'
        " Publish from another branch, or name another one in the settings."
    )


def test_a_committer_without_a_name(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_COMMITTER_NAME")
    assert message_of(output) == (
        'git does not know your user.name. Tell it once with: git config --global user.name "..."'
    )


def test_a_remote_of_another_name(output: Path) -> None:
    assert message_of(output, remote="orgin") == (
        'This repository has no remote "orgin". It has: origin. Name one of its remotes'
        " in the settings, or add it with: git remote add orgin ADDRESS"
    )


def test_a_repository_without_remotes(checkout: Path, output: Path) -> None:
    git(checkout, "remote", "remove", "origin")
    assert message_of(output) == (
        'This repository has no remote "origin". It has none.'
        " Add it with: git remote add origin ADDRESS"
    )


def test_a_remote_that_is_gone(host: Path, output: Path) -> None:
    host.rename(host.with_name("moved.git"))
    assert message_of(output) == (
        f"The remote \"origin\" cannot be read: '{host}' does not appear to be a git repository."
        " Check its address with: git remote -v. Then check the network and your access."
    )


def test_a_branch_that_cannot_be(output: Path) -> None:
    assert message_of(output, branch="two words") == (
        '"two words" cannot be the name of a branch.'
        " Write one word in the settings, for example gh-pages."
    )


def test_a_push_that_the_host_refuses(host: Path, output: Path) -> None:
    hook = host / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    assert message_of(output) == (
        'The remote "origin" refused "pages": pre-receive hook declined.'
        " Check that you may push to that branch."
        " If somebody else published at the same moment, publish again."
    )


def test_a_publication_of_somebody_else_at_the_same_moment_is_never_overwritten(
    host: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(output)
    fetch = ghpages.fetch_branch

    def fetch_and_be_overtaken(repository: Path, remote: str, branch: str) -> None:
        fetch(repository, remote, branch)
        other = git(host, "commit-tree", "-m", "Other", "-p", "pages", "pages^{tree}")
        git(host, "update-ref", "refs/heads/pages", other)

    monkeypatch.setattr(ghpages, "fetch_branch", fetch_and_be_overtaken)
    assert message_of(output) == (
        'The remote "origin" refused "pages": fetch first.'
        " Check that you may push to that branch."
        " If somebody else published at the same moment, publish again."
    )
    assert git(host, "log", "-1", "--format=%s", "pages") == "Other"


def test_a_file_that_cannot_be_read(host: Path, output: Path) -> None:
    photo = output.resolve() / "photo.jpg"
    photo.symlink_to("gone.jpg")
    assert message_of(output) == (
        'output could not be committed to "pages":'
        f" FileNotFoundError: [Errno 2] No such file or directory: '{photo}'."
        " Check the space on the disk and build the site again, then publish."
    )
    assert git(host, "branch") == ""
