"""The Atom feeds of news and of each topic, one for each language (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from feedgenerator import Atom1Feed
from markupsafe import escape

from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path
from samenleven.model.entries import Entry
from samenleven.model.source import Place
from samenleven.views.follow import listed_by
from samenleven.views.localise import Localiser


class ListFeed(Atom1Feed):  # type: ignore[misc]
    """An Atom feed that never asks the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        changed: datetime = self.feed["changed"]
        days: list[datetime] = [item["updateddate"] for item in self.items]
        return max(changed, *days) if days else changed


def build_feed(site: Site, place: Place, lang: str) -> str:
    """Return the feed of what a page lists and is really written in `lang`, newest first."""
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
    for entry in sorted(listed_by(site, place, lang), key=_age):
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


def _age(entry: Entry) -> tuple[int, Place]:
    """Return what sorts the newest first; what has no day of publication has that of its text."""
    return -(entry.date or entry.updated).toordinal(), entry.place


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
