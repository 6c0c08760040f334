"""Where a text comes from: the law asks that a translation is marked as one of the Dutch text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from samenleven.languages.formats import format_date
from samenleven.languages.locales import language
from samenleven.languages.site import Site
from samenleven.languages.urls import beside_path
from samenleven.model.entries import Entry
from samenleven.model.source import Place
from samenleven.translation.notice import Section, Stale, stale_segments
from samenleven.views.page import NavItem, Origin, Words

TRANSLATIONS = "translations.json"


class Origins:
    """What is known of the translations of a site. A state is read when a page asks for it."""

    def __init__(self, site: Site) -> None:
        """Know nothing yet."""
        self.site, self._source = site, site.settings.source_lang
        self._known: dict[Place, dict[str, tuple[Stale, ...]]] = {}

    def stale(self, place: Place, lang: str) -> tuple[Stale, ...]:
        """Return what is stale in a translation; nothing in the source language."""
        page = self.site.page_in(place, lang)  # each time, for a site that notes who asks
        if place not in self._known:
            self._known[place] = stale_segments(page)
        return self._known[place].get(lang, ())

    def find(self, entry: Entry, lang: str) -> Origin | None:
        """Return what readers of `lang` must know of the text of an entry; None for the Dutch."""
        if lang == self._source:
            return None
        base = self.site.settings.base
        url = f"{base}/{self.site.path(entry.place, self._source)}"
        dutch = (url, self._source, language(self._source).dir)
        if entry.lang != lang:
            return Origin("missing", *dutch)
        made = entry.translated_from
        return Origin(
            entry.translation or "",
            *dutch,
            date=format_date(made, lang) if made else "",
            reviewed_by=entry.reviewed_by or "",
            beside_url=f"{base}/{beside_path(self.site.path(entry.place, lang), self._source)}",
            iso_date=made.isoformat() if made else "",
            stale=tuple(self._links(entry, url)),
        )

    def _links(self, entry: Entry, url: str) -> Iterator[NavItem]:
        """Yield a link to each section of the Dutch text that the translation is behind of."""
        for section in self._sections(entry.place, entry.lang):
            anchor = f"#{section.anchor}" if section.anchor else ""
            heading = Words(section.heading, self._source, language(self._source).dir)
            yield NavItem(heading, f"{url}{anchor}")

    def _sections(self, place: Place, lang: str) -> list[Section]:
        return list(dict.fromkeys(stale.section for stale in self.stale(place, lang)))

    def describe(self, place: Place) -> str:
        """Return the translations of a page as JSON, with absolute addresses, behind its name."""
        others = [lang for lang in self.site.settings.languages if lang != self._source]
        dutch = self.site.entries[place][self._source]
        page = {
            "url": f"{self.site.settings.site_url}/{self.site.path(place, self._source)}",
            "updated": dutch.updated.isoformat(),
            "translations": {lang: self._translation(place, lang) for lang in others},
        }
        return f"{json.dumps(str(place))}: {json.dumps(page, ensure_ascii=False)}"

    def _translation(self, place: Place, lang: str) -> dict[str, Any]:
        entry = self.site.entries[place].get(lang)
        if entry is None:
            return {"status": "missing"}
        return {
            "status": entry.translation,
            "url": f"{self.site.settings.site_url}/{self.site.path(place, lang)}",
            "translated_from": entry.translated_from.isoformat() if entry.translated_from else None,
            "reviewed_by": entry.reviewed_by,
            "stale": len(self.stale(place, lang)),
            "stale_sections": [section._asdict() for section in self._sections(place, lang)],
        }


def write_translations(source_lang: str, pages: Iterable[str], output: Path) -> None:
    """Write the translations of all pages, as `describe` describes each, as data below `output`."""
    listed = ",\n".join(pages)
    text = f'{{"source": {json.dumps(source_lang)}, "pages": {{\n{listed}\n}}}}\n'
    (output / TRANSLATIONS).write_text(text, encoding="utf-8", newline="\n")
