"""Build the public site, look at it, and let readers see it; or go back to the one before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.checks.crawl import crawl_site
from samenleven.checks.privacy import check_privacy
from samenleven.commands.build import ROOT, build_site, read_values
from samenleven.deploy.ghpages import PublishError, publish_site, read_published, roll_back
from samenleven.deploy.releases import Releases
from samenleven.deploy.tree import Tree, compare, find_refusals, read_folder
from samenleven.languages.site import read_site
from samenleven.languages.urls import PHOTOS, file_of
from samenleven.model.entries import Accessibility
from samenleven.model.settings import read_settings


class Target(NamedTuple):
    """Where the site is published: what readers see there, and how to change it."""

    read: Callable[[], Tree]
    publish: Callable[[Path], str]  # returns the name of the publication
    roll_back: Callable[[], str]


def find_target(values: Mapping[str, Any], root: Path) -> Target:
    """Return the folder that the settings name, or else the branch."""
    if address := values.get("PUBLISH_FOLDER"):
        releases, name = Releases(address), f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        return Target(
            releases.read, lambda output: releases.publish(output, name), releases.roll_back
        )
    where = {
        "remote": values["PUBLISH_REMOTE"],
        "branch": values["PUBLISH_BRANCH"],
        "repository": root,
    }
    cname, message = values["PUBLISH_CNAME"], f"Site of {_revision(root)}"
    return Target(
        lambda: read_published(**where),
        lambda output: publish_site(output, cname=cname, message=message, **where),
        lambda: roll_back(**where),
    )


def publish(
    settings: str = "publishconf.py",
    root: Path = ROOT,
    *,
    is_forced: bool = False,
    is_trial: bool = False,
) -> int:
    """Build with the settings file, check, and publish; return the exit code.

    `is_trial` prints what would change and publishes nothing; `is_forced` publishes in spite of
    pages that disappear.
    """
    if build_site(settings, root=root, fatal="warnings"):
        return 1
    values = read_values(root / settings)
    output = root / values["OUTPUT_PATH"]
    faults = [*crawl_site(output, values["SITEURL"]), *check_privacy(output)]
    if _report(faults, "The built site has faults:"):
        return 1
    try:
        return _publish(find_target(values, root), output, root, values, is_forced, is_trial)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1


def _publish(
    target: Target,
    output: Path,
    root: Path,
    values: Mapping[str, Any],
    is_forced: bool,
    is_trial: bool,
) -> int:
    old, new = target.read(), read_folder(output)
    gone = [path for path in sorted(old.keys() - new.keys()) if path.startswith(PHOTOS)]
    if is_trial:
        print(*compare(old, new).lines(), sep="\n")
    refusals = [*find_refusals(old, new, _statements(values, root))]
    if _report(refusals, "Not published:") and not is_forced:
        print("If this is meant: python3 -m samenleven publish --force", file=sys.stderr)
        return 1
    if old == new and not is_forced:
        # A rebuild each night must not fill the history, nor take the step that `rollback` goes.
        print("Readers see this site already.")
    elif not is_trial:
        print(f"Published {target.publish(output)}. To go back: python3 -m samenleven rollback")
        _tell_gone([f"{values['SITEURL']}/{path}" for path in gone])
    return 0


def _tell_gone(urls: list[str]) -> None:
    if urls:
        print("Pictures that left the site. Delete them where the host or others keep copies:")
        print(*urls, sep="\n")


def _report(faults: list[str], heading: str) -> bool:
    if faults:
        print(heading, *faults, sep="\n", file=sys.stderr)
    return bool(faults)


def _statements(values: Mapping[str, Any], root: Path) -> dict[str, str]:
    settings = read_settings(values, root)
    site, _ = read_site(settings, settings.today())
    return {
        lang: file_of(site.path(entry.place, lang))
        for lang in settings.languages
        for versions in site.entries.values()
        if isinstance(entry := versions[settings.source_lang], Accessibility)
    }


def undo(settings: str = "publishconf.py", root: Path = ROOT) -> int:
    """Let readers see the publication before the last one; return the exit code."""
    try:
        target = find_target(read_values(root / settings), root)
        print(f"Readers see {target.roll_back()}.")
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _revision(root: Path) -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "an unknown revision"
