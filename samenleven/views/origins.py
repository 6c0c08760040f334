"""Where a text comes from: the law asks that a translation is marked as one of the Dutch text."""

from __future__ import annotations

from samenleven.languages.formats import format_date
from samenleven.languages.locales import language
from samenleven.languages.site import Site
from samenleven.languages.urls import beside_path
from samenleven.model.entries import Entry
from samenleven.views.page import Origin


def find_origin(site: Site, entry: Entry, lang: str) -> Origin | None:
    """Return what readers of `lang` must know of the text of an entry; None for the Dutch text."""
    source = site.settings.source_lang
    if lang == source:
        return None
    url = f"{site.settings.base}/{site.path(entry.place, source)}"
    dutch = (url, source, language(source).dir)
    if entry.lang != lang:
        return Origin("missing", *dutch)
    day = format_date(entry.translated_from, lang) if entry.translated_from else ""
    beside = f"{site.settings.base}/{beside_path(site.path(entry.place, lang), source)}"
    return Origin(entry.translation or "", *dutch, day, entry.reviewed_by or "", beside)
