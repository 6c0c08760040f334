"""Write the feeds and calendars, and the files that lie beside pages: vCards, routes, figures."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path, path_beside
from samenleven.model.entries import Contact, Entry, Event, Figures, Walk
from samenleven.model.source import Place
from samenleven.views.follow import (
    CALENDAR,
    dated_events,
    find_follow,
    has_calendar,
    has_feed,
    listed_by,
)
from samenleven.views.localise import Localiser

if TYPE_CHECKING:
    from samenleven.feeds.calendar import CalendarWriter


Catalogs = Mapping[str, gettext.GNUTranslations]


def write_files(site: Site, catalogs: Catalogs, output: Path) -> None:
    """Write all of them below `output`, each beside its page."""
    write_texts(build_files(site, catalogs), output)


def write_texts(files: Iterable[tuple[str, str]], output: Path) -> None:
    """Write texts below `output`, each given behind its path."""
    for path, text in files:
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")


def build_files(site: Site, catalogs: Catalogs) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each."""
    for place in find_places(site):
        for lang in site.settings.languages:
            yield from build_files_of(site, place, lang, catalogs)


def find_places(site: Site) -> list[Place]:
    """Return the pages beside which such files may lie."""
    types = (Event, Contact, Walk, Figures)
    return [
        place
        for place, outline in site.outlines.items()
        if _is_followed(place) or issubclass(outline.type, types)
    ]


def build_files_of(
    site: Site, place: Place, lang: str, catalogs: Catalogs
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file beside a page, for readers of a language."""
    if _is_followed(place):
        yield from _build_feeds(site, place, lang, catalogs)
    if entry := site.entries[place].get(lang):
        path = site.path(place, lang)
        for event in dated_events([entry]):
            yield path_beside(path, CALENDAR), _calendar(site, lang, catalogs).write([event])
        for suffix, text in _downloads(entry, site):
            yield path_beside(path, suffix), text


def _is_followed(place: Place) -> bool:
    return has_feed(place) or has_calendar(place)


def _build_feeds(
    site: Site, place: Place, lang: str, catalogs: Catalogs
) -> Iterator[tuple[str, str]]:
    """Yield the feed and the calendar of a page that may have them."""
    follow = find_follow(place, Localiser(site, lang, lang))
    path = site.path(place, lang)
    if follow and follow.feed:
        # What most edits do without is not loaded; so below.
        from samenleven.feeds.atom import build_feed

        yield feed_path(path), build_feed(site, place, lang)
    if follow and follow.calendar:
        events = dated_events(listed_by(site, place, lang))
        text = _calendar(site, lang, catalogs).write(events, site.version(place, lang))
        yield path_beside(path, CALENDAR), text


def _calendar(site: Site, lang: str, catalogs: Catalogs) -> CalendarWriter:
    from samenleven.feeds.calendar import CalendarWriter

    return CalendarWriter(site, lang, catalogs[lang].gettext)


def _downloads(entry: Entry, site: Site) -> Iterator[tuple[str, str]]:
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
