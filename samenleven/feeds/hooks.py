"""Write the feed of each language."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.feeds.atom import build_feed
from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path


def write_feeds(pelican: Pelican) -> None:
    """Write one Atom file for each language."""
    site: Site = pelican.settings["SITE"]
    for lang in site.settings.languages:
        file = Path(pelican.output_path, feed_path(lang))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(build_feed(site, lang), encoding="utf-8", newline="\n")


def connect() -> None:
    """Connect the room to Pelican."""
    signals.finalized.connect(write_feeds)
