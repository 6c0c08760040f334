"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.deploy.hosts import Rules, host_files
from samenleven.deploy.licences import FILE, list_licences
from samenleven.deploy.packed import pack_folder
from samenleven.deploy.sitemap import build_sitemap
from samenleven.deploy.swap import UnsafeOutput, begin, finish
from samenleven.languages.moves import find_moves
from samenleven.languages.site import Site
from samenleven.views.assets import FOLDER

TARGET = "SWAP_TARGET"  # the setting that remembers where the site goes


def build_aside(pelican: Pelican) -> None:
    """Let Pelican write into an empty folder beside the output."""
    site: Site = pelican.settings["SITE"]
    target = Path(pelican.output_path).absolute()
    try:
        aside = begin(target, (site.settings.content, site.settings.theme))
    except UnsafeOutput as error:
        raise SystemExit(str(error)) from None
    pelican.settings[TARGET] = target
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(aside)


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
