"""Write the feeds and the files beside pages."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.feeds.files import write_files


def write_all(pelican: Pelican) -> None:
    """Write them into the output of this build."""
    settings = pelican.settings
    write_files(settings["SITE"], settings["CATALOGS"], Path(pelican.output_path))


def connect() -> None:
    """Connect the room to Pelican."""
    signals.finalized.connect(write_all)
