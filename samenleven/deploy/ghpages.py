"""Publish a built folder on the branch that a host such as GitHub Pages serves.

Each publication is a commit on top of the last one, so that a bad one can be taken back with git.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from samenleven.deploy.tree import parse_listing

NEEDED = ("index.html", "404.html")
HOST_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+")  # RFC 1123

Done = subprocess.CompletedProcess[str]


class PublishError(Exception):
    """Raised when a site cannot be published; says what is wrong and how to mend it."""


def publish_site(
    folder: Path, *, remote: str, branch: str, cname: str, message: str, repository: Path = Path()
) -> str:
    """Push what stands in `folder` to `branch` of `remote`; return the short id of the commit.

    `cname` is the host name of the site, or "" for the host's own. Never forces a push.
    Raises: PublishError.
    """
    check_folder(folder)
    check_host_name(cname)
    check_repository(repository)
    check_branch(repository, branch)
    check_committer(repository)
    check_remote(repository, remote)
    fetch_branch(repository, remote, branch)
    commit_folder(repository, folder, remote, branch, cname, message)
    push_branch(repository, remote, branch)
    return git(repository, "rev-parse", "--short", f"refs/heads/{branch}").stdout.strip()


def read_published(*, remote: str, branch: str, repository: Path = Path()) -> dict[str, str]:
    """Return the files of the last publication with their ids; {} before the first.

    Raises: PublishError.
    """
    check_repository(repository)
    check_branch(repository, branch)
    check_remote(repository, remote)
    fetch_branch(repository, remote, branch)
    listing = git(repository, "ls-tree", "-r", "-z", f"refs/remotes/{remote}/{branch}")
    return {} if listing.returncode else parse_listing(listing.stdout)


def roll_back(*, remote: str, branch: str, repository: Path = Path()) -> str:
    """Publish again what stood before the last publication; return the short id of the commit.

    It is a commit on top, as git revert makes one: nothing is forced, and it can be undone too.
    Raises: PublishError.
    """
    if not read_published(remote=remote, branch=branch, repository=repository):
        raise PublishError(f'Nothing was published on "{branch}" yet.')
    check_committer(repository)
    last = f"refs/remotes/{remote}/{branch}"
    before = git(repository, "rev-parse", "--verify", "--quiet", f"{last}^^{{tree}}")
    if before.returncode:
        raise PublishError("There is only one publication: there is nothing to go back to.")
    words = ["commit-tree", before.stdout.strip(), "-p", last, "-m", "Back to the site before"]
    commit = git(repository, *words).stdout.strip()
    git(repository, "update-ref", f"refs/heads/{branch}", commit)
    push_branch(repository, remote, branch)
    return git(repository, "rev-parse", "--short", commit).stdout.strip()


def check_folder(folder: Path) -> None:
    """Stop when `folder` holds no whole site.

    Raises: PublishError.
    """
    if not folder.is_dir() or not any(folder.iterdir()):
        raise PublishError(f"There is nothing in {folder}. Build the site first.")
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise PublishError(
            f"{folder} is not a whole site: {' and '.join(missing)} not found."
            " Build the site again."
        )


def check_host_name(cname: str) -> None:
    """Stop when `cname` is neither a host name nor empty.

    Raises: PublishError.
    """
    if cname and not HOST_NAME.fullmatch(cname):
        raise PublishError(
            f'"{cname}" is not a host name.'
            " Write the name alone, in small letters, for example www.example.org."
        )


def check_repository(repository: Path) -> None:
    """Stop when `repository` is no git repository.

    Raises: PublishError.
    """
    found = git(repository, "rev-parse", "--git-dir")
    if "not a git repository" in found.stderr:
        raise PublishError(
            f"{repository.resolve()} is not a git repository."
            " Publish from a clone of the site's repository."
        )
    if found.returncode:
        raise PublishError(
            f"git cannot read {repository.resolve()}: {reason(found)}"
            " Mend the repository as git says, or publish from a new clone."
        )


def check_branch(repository: Path, branch: str) -> None:
    """Stop when `branch` is no name for a branch, or is itself checked out.

    Raises: PublishError.
    """
    if git(repository, "check-ref-format", "--branch", branch).returncode:
        raise PublishError(
            f'"{branch}" cannot be the name of a branch.'
            " Write one word in the settings, for example gh-pages."
        )
    if git(repository, "symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() == branch:
        raise PublishError(
            f'The branch "{branch}" is checked out here, and publishing would replace its files.'
            " Publish from another branch, or name another one in the settings."
        )


def check_committer(repository: Path) -> None:
    """Stop when git does not know who commits: ghp-import would leave the name empty.

    Raises: PublishError.
    """
    for variable, key in (
        ("GIT_COMMITTER_NAME", "user.name"),
        ("GIT_COMMITTER_EMAIL", "user.email"),
    ):
        if not (os.environ.get(variable) or git(repository, "config", key).stdout.strip()):
            raise PublishError(
                f'git does not know your {key}. Tell it once with: git config --global {key} "..."'
            )


def check_remote(repository: Path, remote: str) -> None:
    """Stop when `repository` has no remote of that name.

    Raises: PublishError.
    """
    remotes = git(repository, "remote").stdout.split()
    if remote in remotes:
        return
    remedy = f"dd it with: git remote add {remote} ADDRESS"
    if not remotes:
        raise PublishError(f'This repository has no remote "{remote}". It has none. A{remedy}')
    raise PublishError(
        f'This repository has no remote "{remote}". It has: {", ".join(remotes)}.'
        f" Name one of its remotes in the settings, or a{remedy}"
    )


def fetch_branch(repository: Path, remote: str, branch: str) -> None:
    """Fetch what was published last, for the new commit to stand on. There may be nothing yet.

    The refspec is spelled out because a shallow or single-branch clone, as on a build server,
    does not follow this branch.
    Raises: PublishError.
    """
    source, target = f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}"
    done = git(repository, "ls-remote", "--heads", remote, source)
    if done.stdout:
        done = git(repository, "fetch", "--quiet", remote, f"+{source}:{target}")
    if done.returncode:
        raise PublishError(
            f'The remote "{remote}" cannot be read: {reason(done)}'
            " Check its address with: git remote -v. Then check the network and your access."
        )


def commit_folder(
    repository: Path, folder: Path, remote: str, branch: str, cname: str, message: str
) -> None:
    """Commit `folder` to the local `branch`, on top of what was fetched from `remote`.

    ghp-import runs as a command: its function works in the current folder of this process only,
    and git's complaints would go to the screen.
    Raises: PublishError.
    """
    importer = [sys.executable, "-X", "utf8", "-m", "ghp_import"]
    # --no-jekyll is its odd name for: write .nojekyll.
    words = ["--no-jekyll", f"--remote={remote}", f"--branch={branch}", f"--message={message}"]
    if cname:
        words.append(f"--cname={cname}")
    done = run(repository, [*importer, *words, "--", str(folder.resolve())])
    if done.returncode:
        raise PublishError(
            f'{folder} could not be committed to "{branch}": {reason(done)}'
            " Check the space on the disk and build the site again, then publish."
        )


def push_branch(repository: Path, remote: str, branch: str) -> None:
    """Push `branch` to `remote`, without force.

    Raises: PublishError.
    """
    ref = f"refs/heads/{branch}"
    done = git(repository, "push", "--porcelain", remote, f"{ref}:{ref}")
    if done.returncode:
        refused = re.search(r"^!\t.*\((.+)\)$", done.stdout, re.MULTILINE)
        raise PublishError(
            f'The remote "{remote}" refused "{branch}": '
            f"{refused[1] + '.' if refused else reason(done)}"
            " Check that you may push to that branch."
            " If somebody else published at the same moment, publish again."
        )


def git(repository: Path, *words: str) -> Done:
    """Run git in `repository`.

    Raises: PublishError when there is no git.
    """
    try:
        return run(repository, ["git", *words])
    except FileNotFoundError as error:
        raise PublishError("git is not installed. Get it from https://git-scm.com.") from error


def run(repository: Path, command: list[str]) -> Done:
    """Run `command` in `repository` and keep what it says, in English, for we read it."""
    return subprocess.run(
        command,
        cwd=repository,
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )


def reason(done: Done) -> str:
    """Return the line of `done` that says why it failed, as a sentence."""
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    said = [line for line in lines if not line.lower().startswith("warning")] or ["no reason given"]
    # git says why first and what now after it; Python's last line names the exception.
    line = said[-1] if said[0].startswith("Traceback") else said[0]
    return f"{re.sub('^(fatal|error): ', '', line).rstrip('.')}."
