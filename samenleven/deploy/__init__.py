"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from jinja2 import TemplateError
from pelican import Pelican, signals

from samenleven.deploy.disk import find_disk_fault
from samenleven.deploy.hosts import Rules, host_files
from samenleven.deploy.licences import FILE, list_licences
from samenleven.deploy.lock import take_lock
from samenleven.deploy.packed import pack_folder
from samenleven.deploy.sitemap import build_sitemap
from samenleven.deploy.swap import UnsafeOutput, begin, finish, give_up
from samenleven.languages.moves import find_moves
from samenleven.languages.report import print_problems
from samenleven.languages.site import Site
from samenleven.problems import Invalid, Problem
from samenleven.views.assets import FOLDER
from samenleven.views.faults import find_template_fault

# The settings that remember where the site goes, and the open file that keeps other builds away.
TARGET, LOCK = "SWAP_TARGET", "SWAP_LOCK"


@contextmanager
def faults_told(pelican: Pelican, target: Path) -> Iterator[None]:
    """Print the fault of a disk, a template or another build, and end with exit code 1."""
    site: Site = pelican.settings["SITE"]
    try:
        yield
    except (OSError, TemplateError, Invalid) as error:
        fault = _find_fault(error, target, site)
        if fault is None:
            raise
        print_problems([fault], pelican.settings["EDITOR_LANG"], sys.stderr)
        raise SystemExit(1) from None


def _find_fault(error: Exception, target: Path, site: Site) -> Problem | None:
    root = site.settings.content.parent
    if isinstance(error, Invalid):
        return Problem(target.name, 0, "", error.what, error.remedy)
    give_up(target)
    if isinstance(error, TemplateError):
        return find_template_fault(error, site.settings.theme)
    return find_disk_fault(error, target, root) if isinstance(error, OSError) else None


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
    folder.joinpath("sitemap.xml").write_text(build_sitemap(site), encoding="utf-8", newline="\n")
    packed = tuple(pelican.settings.get("PRECOMPRESS", ()))
    for name, text in host_files(_rules(site, packed)).items():
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.settings.site_url}/sitemap.xml\n"
    folder.joinpath("robots.txt").write_text(robots, encoding="utf-8", newline="\n")
    _write_licences(site, folder)
    pack_folder(folder, packed, site.settings.content.parent / ".cache")
    finish(pelican.settings[TARGET])


def _write_licences(site: Site, folder: Path) -> None:
    paths = [file.relative_to(folder).as_posix() for file in folder.rglob("*.*")]
    text = list_licences(paths, site.settings.theme / "static/fonts/OFL.txt")
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def _rules(site: Site, packed: tuple[str, ...]) -> Rules:
    languages = site.settings.languages
    moves = {
        move.path: site.path(move.place, move.lang) for move in find_moves(site.entries, languages)
    }
    return Rules(site.settings.base, languages, (FOLDER,), moves, packed)


def register() -> None:
    """Connect the room to Pelican; it is the last in PLUGINS."""
    signals.initialized.connect(build_aside)
    signals.finalized.connect(swap_in)
