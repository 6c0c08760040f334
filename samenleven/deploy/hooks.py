"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.deploy.root import write_root
from samenleven.deploy.swap import UnsafeOutput, begin, finish
from samenleven.languages.site import Site

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
    """Write what stands at the root, and put the site in its place."""
    write_root(pelican.settings["SITE"], Path(pelican.output_path))
    finish(pelican.settings[TARGET])


def connect() -> None:
    """Connect the room to Pelican; it is the last in PLUGINS."""
    signals.initialized.connect(build_aside)
    signals.finalized.connect(swap_in)
