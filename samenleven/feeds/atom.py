"""The Atom feed of news, one for each language (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from feedgenerator import Atom1Feed
from markupsafe import escape

from samenleven.languages.site import Site
from samenleven.languages.urls import feed_path
from samenleven.model.source import Place
from samenleven.views.localise import Localiser

NEWS = Place("news", "")


class NewsFeed(Atom1Feed):  # type: ignore[misc]
    """An Atom feed that never asks the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        changed: datetime = self.feed["changed"]
        days: list[datetime] = [item["updateddate"] for item in self.items]
        return max(changed, *days) if days else changed


def write_feeds(site: Site, folder: Path) -> None:
    """Write the feed of each language below `folder`."""
    for lang in site.settings.languages:
        file = folder / feed_path(lang)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(build_feed(site, lang), encoding="utf-8", newline="\n")


def build_feed(site: Site, lang: str) -> str:
    """Return the feed of what is really written in `lang`, newest first."""
    to = Localiser(site, lang, lang)
    listing = site.version(NEWS, lang)
    url = site.settings.site_url
    name = site.version(Place("", ""), lang).title
    feed = NewsFeed(
        title=to.plain(f"{listing.title} – {name}"),
        link=f"{url}/{site.path(NEWS, lang)}",
        feed_url=f"{url}/{feed_path(lang)}",
        description="",
        subtitle=to.plain(listing.summary),
        language=lang,
        author_name=to.plain(site.version(site.settings.contact, lang).title),
        changed=_midnight(listing.updated),
    )
    for entry in site.children("news", lang):
        if entry.lang == lang and entry.date:
            feed.add_item(
                title=to.plain(entry.title),
                link=f"{url}/{site.path(entry.place, lang)}",
                unique_id=f"{url}/{site.path(entry.place, lang)}",
                description=str(escape(to.plain(entry.summary))),
                pubdate=_midnight(entry.date),
                updateddate=_midnight(max(entry.date, entry.translated_from or entry.updated)),
            )
    return str(feed.writeString("utf-8"))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
