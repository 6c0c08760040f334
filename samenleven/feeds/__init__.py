"""Write the feeds, and the files that lie beside pages: vCards, routes, figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican import Pelican, signals

from samenleven.feeds.atom import build_feed
from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path, path_beside
from samenleven.model.entries import Contact, Entry, Figures, Walk


def write_feeds(pelican: Pelican) -> None:
    """Write one Atom file for each language."""
    site: Site = pelican.settings["SITE"]
    for lang in site.settings.languages:
        _write(pelican, feed_path(lang), build_feed(site, lang))


def write_downloads(pelican: Pelican) -> None:
    """Write the files that pages link to, in each language that a page is written in."""
    site: Site = pelican.settings["SITE"]
    for entry in site.all_entries():
        path = site.path(entry.place, entry.lang)
        for suffix, text in _downloads(entry, site):
            _write(pelican, path_beside(path, suffix), text)


def _downloads(entry: Entry, site: Site) -> Iterator[tuple[str, str]]:
    # What writes a kind of file is imported by a site that has such pages alone.
    if isinstance(entry, Contact):
        from samenleven.feeds.vcard import build_vcard

        yield ".vcf", build_vcard(entry, site)
    elif isinstance(entry, Walk):
        from samenleven.feeds.gpx import build_gpx

        if text := build_gpx(entry, site):
            yield ".gpx", text
    elif isinstance(entry, Figures):
        from samenleven.feeds.ledger import build_csv, build_json

        yield ".csv", build_csv(entry)
        yield ".json", build_json(entry)


def _write(pelican: Pelican, path: str, text: str) -> None:
    file = Path(pelican.output_path, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def register() -> None:
    """Connect the room to Pelican."""
    signals.finalized.connect(write_feeds)
    signals.finalized.connect(write_downloads)
