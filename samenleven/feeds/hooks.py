"""Write the feed of each language."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.feeds.atom import write_feeds


def write_all(pelican: Pelican) -> None:
    """Write the feeds into the output of this build."""
    write_feeds(pelican.settings["SITE"], Path(pelican.output_path))


def connect() -> None:
    """Connect the room to Pelican."""
    signals.finalized.connect(write_all)
