"""Write what stands at the root of a site: for search engines, hosts and readers of licences."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from samenleven.deploy.hosts import Rules, host_files
from samenleven.deploy.licences import FILE, list_licences
from samenleven.languages.moves import find_moves
from samenleven.languages.site import Site
from samenleven.views.assets import FOLDER


def write_root(site: Site, sitemap: str, folder: Path, packed: tuple[str, ...] = ()) -> None:
    """Write the sitemap, robots.txt and the rules for hosts; `packed` as in PRECOMPRESS."""
    files = {
        "sitemap.xml": sitemap,
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {site.settings.site_url}/sitemap.xml\n",
        **host_files(_rules(site, packed)),
    }
    for name, text in files.items():
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="\n")


def _rules(site: Site, packed: tuple[str, ...]) -> Rules:
    languages = site.settings.languages
    moves = {
        move.path: site.path(move.place, move.lang) for move in find_moves(site.outlines, languages)
    }
    return Rules(site.settings.base, languages, (FOLDER,), moves, packed)


def write_licences(site: Site, paths: Collection[str], folder: Path) -> None:
    """Write the licences of what others made among the files of a site, given by their paths."""
    text = list_licences(paths, site.settings.theme / "static/fonts/OFL.txt")
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")
