"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.deploy.hosts import host_files
from samenleven.deploy.sitemap import build_sitemap
from samenleven.deploy.swap import UnsafeOutput, begin, finish
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
    """Write the sitemap, robots.txt and the rules for hosts, and put the site in its place."""
    site: Site = pelican.settings["SITE"]
    folder = Path(pelican.output_path)
    folder.joinpath("sitemap.xml").write_text(build_sitemap(site), encoding="utf-8", newline="\n")
    for name, text in host_files(site.settings.base, site.settings.languages, (FOLDER,)).items():
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.settings.site_url}/sitemap.xml\n"
    folder.joinpath("robots.txt").write_text(robots, encoding="utf-8", newline="\n")
    finish(pelican.settings[TARGET])


def register() -> None:
    """Connect the room to Pelican; it is the last in PLUGINS."""
    signals.initialized.connect(build_aside)
    signals.finalized.connect(swap_in)
