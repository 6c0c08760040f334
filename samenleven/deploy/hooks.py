"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pelican import Pelican, signals

from samenleven.deploy.faults import FAULTS, find_build_fault
from samenleven.deploy.lock import take_lock
from samenleven.deploy.packed import pack_folder
from samenleven.deploy.root import write_licences, write_root
from samenleven.deploy.sitemap import build_sitemap
from samenleven.deploy.swap import UnsafeOutput, begin, finish
from samenleven.languages.report import print_problems
from samenleven.languages.site import Site

# The settings that remember where the site goes, and the open file that keeps other builds away.
TARGET, LOCK = "SWAP_TARGET", "SWAP_LOCK"


@contextmanager
def faults_told(pelican: Pelican, target: Path) -> Iterator[None]:
    """Print the fault of a disk, a template or another build, and end with exit code 1."""
    site: Site = pelican.settings["SITE"]
    try:
        yield
    except FAULTS as error:
        fault = find_build_fault(error, target, site.settings)
        if fault is None:
            raise
        print_problems([fault], pelican.settings["EDITOR_LANG"], sys.stderr)
        raise SystemExit(1) from None


def build_aside(pelican: Pelican) -> None:
    """Let Pelican write into an empty folder beside the output."""
    site: Site = pelican.settings["SITE"]
    target = Path(pelican.output_path).absolute()
    try:
        with faults_told(pelican, target):
            pelican.settings[LOCK] = take_lock(target)
            aside = begin(target, (site.settings.content, site.settings.theme))
    except UnsafeOutput as error:
        raise SystemExit(str(error)) from None
    pelican.settings[TARGET] = target
    # Pelican answers any Exception with its stack, and has no signal for one. (Its setting
    # PELICAN_CLASS knows modules at the top level only.)
    pelican.run = partial(_run, pelican, pelican.run)
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(aside)


def _run(pelican: Pelican, run: Callable[[], None]) -> None:
    with faults_told(pelican, pelican.settings[TARGET]):
        run()


def swap_in(pelican: Pelican) -> None:
    """Write what engines, hosts and readers of licences want, and put the site in its place.

    What the setting PRECOMPRESS names ("br", "gz") is written beside the files.
    """
    site: Site = pelican.settings["SITE"]
    folder = Path(pelican.output_path)
    packed = tuple(pelican.settings.get("PRECOMPRESS", ()))
    write_root(site, build_sitemap(site), folder, packed)
    paths = [file.relative_to(folder).as_posix() for file in folder.rglob("*.*")]
    write_licences(site, paths, folder)
    pack_folder(folder, packed, site.settings.content.parent / ".cache")
    finish(pelican.settings[TARGET])


def connect() -> None:
    """Connect the room to Pelican; it is the last in PLUGINS."""
    signals.initialized.connect(build_aside)
    signals.finalized.connect(swap_in)
