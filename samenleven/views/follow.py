"""How to follow what a page lists: its calendar and its feed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path, path_beside
from samenleven.model.entries import Entry, Event
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.views.page import Follow

NEWS, EVENTS = Place("news", ""), Place("events", "")
CALENDAR = ".ics"


def places_listed_by(site: Site, place: Place, lang: str) -> list[Place]:
    """Return what a list of a section or a topic lists and is really written in `lang`."""
    found = site.backlinks(place) if place.key else site.places_in(place.section)
    return [other for other in found if lang in site.outlines[other].versions]


def listed_by(site: Site, place: Place, lang: str) -> list[Entry]:
    """Return the same, loaded."""
    return [site.version(other, lang) for other in places_listed_by(site, place, lang)]


def dated_events(entries: Iterable[Entry]) -> list[Event]:
    """Return the events that can stand in a calendar."""
    return [entry for entry in entries if isinstance(entry, Event) and entry.is_dated]


def has_feed(place: Place) -> bool:
    """Tell whether a page has a feed: the list of news and each topic."""
    return place == NEWS or (place.section == "topics" and bool(place.key))


def has_calendar(place: Place) -> bool:
    """Tell whether a page has a calendar, as soon as it lists an event that has a day."""
    return place == EVENTS or (place.section == "topics" and bool(place.key))


def find_follow(place: Place, to: Localiser) -> Follow | None:
    """Return how to follow what a page lists for readers of the language; None if one cannot."""
    path = f"{to.site.settings.site_url}/{to.site.path(place, to.lang)}"
    feed = feed_path(path) if has_feed(place) else ""
    has_events = has_calendar(place) and dated_events(listed_by(to.site, place, to.lang))
    calendar = path_beside(path, CALENDAR) if has_events else ""
    subscription = re.sub("^https?:", "webcal:", calendar)
    return Follow(calendar, subscription, feed) if feed or calendar else None
