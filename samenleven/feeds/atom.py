"""The Atom feeds of news and of each topic, one for each language (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from feedgenerator import Atom1Feed
from markupsafe import escape

from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path
from samenleven.model.entries import Entry
from samenleven.model.source import Place
from samenleven.views.follow import places_listed_by
from samenleven.views.localise import Localiser

MOST = 50  # items: who follows has seen the others, and pays for each byte at each look


class ListFeed(Atom1Feed):  # type: ignore[misc]
    """An Atom feed that never asks the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        changed: datetime = self.feed["changed"]
        days: list[datetime] = [item["updateddate"] for item in self.items]
        return max(changed, *days) if days else changed


def build_feed(site: Site, place: Place, lang: str) -> str:
    """Return the feed of the newest that a page lists and that is really written in `lang`."""
    to = Localiser(site, lang, lang)
    listing = site.version(place, lang)
    url = site.settings.site_url
    name = site.version(Place("", ""), lang).title
    path = site.path(place, lang)
    feed = ListFeed(
        title=to.plain(f"{listing.title} – {name}"),
        link=f"{url}/{path}",
        feed_url=f"{url}/{feed_path(path)}",
        description="",
        subtitle=to.plain(listing.summary),
        language=lang,
        author_name=to.plain(site.version(site.settings.contact, lang).title),
        changed=_midnight(listing.updated),
    )
    for entry in _newest(site, place, lang):
        day = entry.date or entry.updated
        feed.add_item(
            title=to.plain(entry.title),
            link=f"{url}/{site.path(entry.place, lang)}",
            unique_id=f"{url}/{site.path(entry.place, lang)}",
            description=str(escape(to.plain(entry.summary))),
            pubdate=_midnight(day),
            updateddate=_midnight(max(day, entry.translated_from or entry.updated)),
        )
    return str(feed.writeString("utf-8"))


def _newest(site: Site, place: Place, lang: str) -> Iterator[Entry]:
    """Yield them, newest first; what has no day of publication has that of its text."""

    def age(other: Place) -> tuple[int, Place]:
        day = site.outlines[other].day or site.version(other, lang).updated
        return -day.toordinal(), other

    for other in sorted(places_listed_by(site, place, lang), key=age)[:MOST]:
        yield site.version(other, lang)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
