"""Write the feeds and calendars, and the files that lie beside pages: vCards, routes, figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican, signals

from samenleven.feeds.atom import build_feed
from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path, path_beside
from samenleven.model.entries import Contact, Entry, Figures, Walk
from samenleven.views.follow import CALENDAR, dated_events, find_follow, listed_by
from samenleven.views.localise import Localiser

if TYPE_CHECKING:
    from samenleven.feeds.calendar import CalendarWriter


def write_feeds(pelican: Pelican) -> None:
    """Write the feed and the calendar of each page that has one, in each language."""
    site: Site = pelican.settings["SITE"]
    for lang in site.settings.languages:
        for place in site.entries:
            follow = find_follow(place, Localiser(site, lang, lang))
            path = site.path(place, lang)
            if follow and follow.feed:
                _write(pelican, feed_path(path), build_feed(site, place, lang))
            if follow and follow.calendar:
                events = dated_events(listed_by(site, place, lang))
                text = _calendar(pelican, lang).write(events, site.version(place, lang))
                _write(pelican, path_beside(path, CALENDAR), text)


def write_events(pelican: Pelican) -> None:
    """Write the calendar of each event."""
    site: Site = pelican.settings["SITE"]
    for event in dated_events(site.all_entries()):
        path = site.path(event.place, event.lang)
        text = _calendar(pelican, event.lang).write([event])
        _write(pelican, path_beside(path, CALENDAR), text)


def _calendar(pelican: Pelican, lang: str) -> CalendarWriter:
    # As below: the library takes its time to load.
    from samenleven.feeds.calendar import CalendarWriter

    site: Site = pelican.settings["SITE"]
    return CalendarWriter(site, lang, pelican.settings["CATALOGS"][lang].gettext)


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
    signals.finalized.connect(write_events)
    signals.finalized.connect(write_downloads)
