"""What a city sets: the part of Pelican's settings that the rooms read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from samenleven.model.day import day_in
from samenleven.model.source import Place
from samenleven.record import record


@record(frozen=True)
class Settings:
    """The settings of one build. `languages[0]` is the source language."""

    content: Path
    theme: Path
    site_url: str  # without a slash at its end
    languages: tuple[str, ...]
    menu: tuple[Place, ...]
    footer: tuple[Place, ...]
    contact: Place
    timezone: str
    shows_drafts: bool
    markdown: Mapping[str, Any] = field(hash=False)
    day: date | None = None  # to see the site as it was, or will be
    rules: tuple[str, ...] = ()  # functions that judge a page, by their full names
    advice: tuple[str, ...] = ()  # functions that advise about a page, by their full names
    keeps_pages: bool = True  # for readers without internet

    @property
    def source_lang(self) -> str:
        """Return the language that the others are translated from."""
        return self.languages[0]

    @property
    def base(self) -> str:
        """Return the path of the site on its host, without a slash at its end: "" or "/base"."""
        return urlsplit(self.site_url).path.rstrip("/")

    def today(self) -> date:
        """Return the day that the site is built for: the setting TODAY, or the day in the city."""
        return self.day or day_in(self.timezone)


def read_settings(pelican: Mapping[str, Any], root: Path) -> Settings:
    """Return the settings out of Pelican's; relative paths start at `root`."""
    return Settings(
        content=(root / pelican["PATH"]).resolve(),
        theme=(root / pelican["THEME"]).resolve(),
        site_url=pelican["SITEURL"].rstrip("/"),
        languages=tuple(pelican["LANGUAGES"]),
        menu=tuple(place_of(text) for text in pelican["MENU"]),
        footer=tuple(place_of(text) for text in pelican["FOOTER"]),
        contact=place_of(pelican["CONTACT"]),
        timezone=pelican["TIMEZONE"],
        shows_drafts=bool(pelican.get("DRAFTS", False)),
        markdown=pelican["MARKDOWN"],
        day=date.fromisoformat(pelican["TODAY"]) if "TODAY" in pelican else None,
        rules=tuple(pelican.get("RULES", ())),
        advice=tuple(pelican.get("ADVICE", ())),
        keeps_pages=bool(pelican.get("OFFLINE", True)),
    )


def place_of(text: str) -> Place:
    """Return the place that a setting names: "programmes/roots" or "programmes"."""
    section, _, key = text.strip("/").partition("/")
    return Place(section, key)
