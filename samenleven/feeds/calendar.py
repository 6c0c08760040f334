"""Calendars of events, in one language (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from samenleven.feeds.timezones import make_timezone
from samenleven.languages.site import Site
from samenleven.model.entries import Entry, Event, Venue
from samenleven.model.entries.event import Practice
from samenleven.model.facts import day_of
from samenleven.model.occasions import first_on
from samenleven.model.source import Place
from samenleven.views.articles.venue import find_address
from samenleven.views.localise import Localiser

REFRESH = timedelta(hours=12)  # how often a calendar program may ask again
Gettext = Callable[[str], str]


class CalendarWriter:
    """Write events of one language; the same events give the same bytes."""

    def __init__(self, site: Site, lang: str, word: Gettext) -> None:
        """Take the words of the theme in that language."""
        self.site, self.lang, self.word = site, lang, word
        self.to = Localiser(site, lang, lang)
        self.zone = ZoneInfo(site.settings.timezone)
        self.host = urlsplit(site.settings.site_url).hostname or "localhost"

    def write(self, events: Sequence[Event], listing: Entry | None = None) -> str:
        """Return a calendar of the events, with CRLF at its line ends; `listing` names it."""
        calendar = icalendar.Calendar()
        calendar.add("prodid", f"-//samenleven//{self.host}//{self.lang.upper()}")
        calendar.add("version", "2.0")
        if listing:
            self._name(calendar, listing)
        made = [part for event in events for part in self._occasions(event)]
        if any(isinstance(part.decoded("dtstart"), datetime) for part in made):
            first = min(day_of(part.decoded("dtstart")) for part in made)
            calendar.add_component(make_timezone(self.zone, first.year - 1))
        for part in made:
            calendar.add_component(part)
        return str(calendar.to_ical().decode())

    def _name(self, calendar: icalendar.Calendar, listing: Entry) -> None:
        """Name a calendar that one subscribes to, in the ways that programs read (RFC 7986)."""
        site_name = self.site.version(Place("", ""), self.lang).title
        name = self.to.plain(f"{listing.title} – {site_name}")
        calendar.add("method", "PUBLISH")
        for key in ("name", "x-wr-calname"):
            calendar.add(key, name)
        calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", "PT12H")

    def _occasions(self, event: Event) -> Iterator[icalendar.Event]:
        """Yield the event, or one for each of its hours of the week."""
        if not event.practice:
            assert event.start
            rule = {"weekly": "WEEKLY", "yearly": "YEARLY"}.get(event.repeats or "")
            made = self._begin(event, event.place.key, event.venue)
            self._add_time(made, event.start, event.end, rule, event.repeats_until)
            yield made
        for hour in event.practice or ():
            yield self._weekly(event, hour)

    def _weekly(self, event: Event, hour: Practice) -> icalendar.Event:
        # Where the first day is not known, the hours hold from the day of the text that says so.
        day = first_on(hour.day, day_of(event.start or event.updated))
        ends = datetime.combine(day, hour.end) if hour.end else None
        parts = (event.place.key, hour.day, hour.start.strftime("%H%M"), hour.venue)
        made = self._begin(event, ".".join(filter(None, parts)), hour.venue or event.venue)
        starts = datetime.combine(day, hour.start)
        self._add_time(made, starts, ends, "WEEKLY", event.repeats_until)
        return made

    def _begin(self, event: Event, uid: str, venue: str | None) -> icalendar.Event:
        made = icalendar.Event()
        made.add("uid", f"{uid}@{self.host}")
        written = max(event.updated, event.translated_from or event.updated)
        stamp = datetime.combine(written, time(), UTC)
        made.add("dtstamp", stamp)
        made.add("last-modified", stamp)
        made.add("sequence", event.revision or 0)
        language = {"language": self.lang}
        made.add("summary", self._title(event), parameters=language)
        made.add("description", self.to.plain(event.summary), parameters=language)
        if where := self._where(event, venue):
            made.add("location", where)
        made.add("url", f"{self.site.settings.site_url}/{self.site.path(event.place, self.lang)}")
        made.add("status", "CONFIRMED" if event.state in (None, "planned") else "CANCELLED")
        return made

    def _title(self, event: Event) -> str:
        """Return the title, with its state in words too: not all programs show STATUS."""
        if event.state == "cancelled":
            return self.to.plain(f"{self.word('Cancelled')}: {event.title}")
        if event.state == "postponed":
            return self.to.plain(f"{self.word('Postponed')}: {event.title}")
        return self.to.plain(event.title)

    def _where(self, event: Event, key: str | None) -> str:
        venue = self.site.version(Place("places", key), self.lang) if key else None
        named = (venue.title, find_address(venue)) if isinstance(venue, Venue) else ()
        return self.to.plain(", ".join(filter(None, (*named, event.location))))

    def _add_time(
        self,
        made: icalendar.Event,
        start: date,
        end: date | None,
        rule: str | None,
        until: date | None,
    ) -> None:
        made.add("dtstart", self._local(start))
        if isinstance(end, datetime):
            made.add("dtend", self._local(end))
        elif not isinstance(start, datetime):
            made.add("dtend", (end or start) + timedelta(days=1))  # the day after the last
        if rule:
            made.add("rrule", self._rule(rule, start, until))

    def _local(self, moment: date) -> date:
        return moment.replace(tzinfo=self.zone) if isinstance(moment, datetime) else moment

    def _rule(self, rule: str, start: date, until: date | None) -> dict[str, Any]:
        if until is None:
            return {"freq": rule}
        if not isinstance(start, datetime):
            return {"freq": rule, "until": until}
        # With a time zone, UNTIL is a moment of UTC (RFC 5545, 3.3.10): the end of that day.
        last = datetime.combine(until, time(23, 59, 59), self.zone)
        return {"freq": rule, "until": last.astimezone(UTC)}
