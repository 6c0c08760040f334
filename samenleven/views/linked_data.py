"""What search engines read of a page: JSON-LD with the words of schema.org.

It says what the page says, and nothing else. A script of data is not run, so that no policy stops
it (CSP Level 3, 6.6.2: only what the browser would execute).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from samenleven.languages.site import Site
from samenleven.model.entries import (
    Contact,
    Entry,
    Event,
    Home,
    NewsItem,
    Organisation,
    Programme,
    Venue,
)
from samenleven.model.entries.event import Practice
from samenleven.model.source import Place

Data = Mapping[str, Any]  # a part without a value is left out
WORDS = "https://schema.org/"

KINDS = {"city": "GovernmentOrganization", "school": "EducationalOrganization"}
STATES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
EVERY = {"weekly": "P1W", "yearly": "P1Y"}  # ISO 8601
# In JSON that stands in HTML, these could end the script or open a comment.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def describe(entry: Entry, site: Site, image: str) -> Markup:
    """Return the JSON-LD of a page as it stands in a script, or "" for a type without.

    `image` is the absolute address of its preview.
    """
    found = _facts(entry, site, image)
    if found is None:
        return Markup("")
    url = f"{site.settings.site_url}/{site.path(entry.place, entry.lang)}"
    common = {"@context": WORDS, "name": entry.title, "description": entry.summary, "url": url}
    return write_script({**common, **found})


def write_script(data: Data) -> Markup:
    """Return data as JSON that no text in it can break out of."""
    text = json.dumps(_filled(data), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(UNSAFE))


def _filled(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _filled(part) for key, part in value.items() if part not in (None, "", [])}
    return [_filled(part) for part in value] if isinstance(value, list) else value


def _facts(entry: Entry, site: Site, image: str) -> Data | None:
    match entry:
        case Home():
            return {"@type": "WebSite", "inLanguage": entry.lang}
        case Programme():
            return _service(entry, site)
        case Event() if entry.is_dated:
            return {**_event(entry, site), "image": image}
        case NewsItem():
            return {**_news(entry, site), "image": image}
        case Venue():
            return _place(entry)
        case Contact():
            return _desk(entry)
        case Organisation():
            return {"@type": KINDS.get(entry.kind, "Organization"), "sameAs": entry.website}
    return None


def _service(entry: Programme, site: Site) -> Data:
    desk = site.version(Place("contacts", entry.contact), entry.lang)
    assert isinstance(desk, Contact)
    return {
        "@type": "GovernmentService",
        "audience": {"@type": "Audience", "audienceType": entry.audience},
        "areaServed": desk.city,
        "provider": _office(desk, site),
    }


def _office(desk: Contact, site: Site) -> Data:
    return {
        "@type": "GovernmentOffice",
        "name": desk.title,
        "telephone": desk.phone,
        "email": desk.email,
        "url": f"{site.settings.site_url}/{site.path(desk.place, desk.lang)}",
    }


def _desk(desk: Contact) -> Data:
    return {
        "@type": "GovernmentOffice",
        "address": _address(desk),
        "telephone": desk.phone,
        "faxNumber": desk.fax,
        "email": desk.email,
        "sameAs": desk.website,
    }


def _news(entry: NewsItem, site: Site) -> Data:
    desk = site.version(Place("contacts", entry.contact), entry.lang)
    assert isinstance(desk, Contact)
    return {
        "@type": "NewsArticle",
        "headline": entry.title,
        "inLanguage": entry.lang,
        "datePublished": entry.date.isoformat(),
        "dateModified": max(entry.date, entry.translated_from or entry.updated).isoformat(),
        "publisher": _office(desk, site),
    }


def _event(entry: Event, site: Site) -> Data:
    zone = ZoneInfo(site.settings.timezone)
    return {
        "@type": "Event",
        "inLanguage": entry.lang,
        "startDate": _moment(entry.start, zone),
        "endDate": _moment(entry.end, zone),
        "eventSchedule": [*_schedules(entry, site)],
        "eventStatus": f"{WORDS}{STATES.get(entry.state or '', 'EventScheduled')}",
        "eventAttendanceMode": f"{WORDS}OfflineEventAttendanceMode",
        "location": _location(entry, site),
        "organizer": [
            {
                "@type": "Organization",
                "name": site.version(Place("partners", key), entry.lang).title,
            }
            for key in entry.organisers or ()
        ],
    }


def _moment(moment: date | None, zone: ZoneInfo) -> str:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=zone).isoformat(timespec="minutes")
    return moment.isoformat() if moment else ""


def _schedules(entry: Event, site: Site) -> Iterator[Data]:
    until = entry.repeats_until.isoformat() if entry.repeats_until else ""
    common = {"@type": "Schedule", "endDate": until, "scheduleTimezone": site.settings.timezone}
    for hour in entry.practice or ():
        yield {**common, "repeatFrequency": EVERY["weekly"], **_hour(hour)}
    if entry.repeats and entry.start and not entry.practice:
        first = entry.start.date() if isinstance(entry.start, datetime) else entry.start
        yield {**common, "repeatFrequency": EVERY[entry.repeats], "startDate": first.isoformat()}


def _hour(hour: Practice) -> Data:
    return {
        "byDay": f"{WORDS}{hour.day.capitalize()}",
        "startTime": hour.start.isoformat("minutes"),
        "endTime": hour.end.isoformat("minutes") if hour.end else "",
    }


def _location(entry: Event, site: Site) -> Data | None:
    venue = site.version(Place("places", entry.venue), entry.lang) if entry.venue else None
    if isinstance(venue, Venue):
        return {"name": venue.title, **_place(venue)}
    return {"@type": "Place", "name": entry.location} if entry.location else None


def _place(venue: Venue) -> Data:
    point = {"@type": "GeoCoordinates"}
    is_known = venue.latitude is not None and venue.longitude is not None
    where = {"latitude": str(venue.latitude), "longitude": str(venue.longitude)}
    return {
        "@type": "Place",
        "address": _address(venue),
        "geo": {**point, **where} if is_known else None,
    }


def _address(at: Venue | Contact) -> Data | None:
    address = {"streetAddress": at.street, "postalCode": at.postcode, "addressLocality": at.city}
    return {"@type": "PostalAddress", **address} if any(address.values()) else None
