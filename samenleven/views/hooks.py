"""Hand Pelican what was read, and write each page from its view."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import MarkdownReader, Readers
from pelican.utils import SafeDatetime
from pelican.writers import Writer

from samenleven.languages.report import print_problems, print_purged, report_photos
from samenleven.languages.site import Site
from samenleven.model.entries import Entry
from samenleven.views.album import (
    develop_photos,
    find_recipes,
    forget_left_out,
    publish_album,
)
from samenleven.views.asset_files import draw_preview, write_assets
from samenleven.views.build import ViewBuilder
from samenleven.views.cloths import find_cloths, find_quilt
from samenleven.views.files import publish_files
from samenleven.views.localise import Localiser
from samenleven.views.origins import write_translations
from samenleven.views.page import View
from samenleven.views.render import TemplateSet


class PageReader(MarkdownReader):  # type: ignore[misc]
    """Give Pelican the pages that were read already; read other Markdown as Pelican does."""

    _entries: dict[str, Entry] | None = None  # by path, of the one site that this reader serves

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body and the metadata of a page; a draft is skipped."""
        site: Site = self.settings["SITE"]
        content = site.settings.content
        if content not in Path(source_path).parents:
            read: tuple[str, dict[str, Any]] = super().read(source_path)
            return read
        path = Path(source_path).relative_to(content.parent).as_posix()
        if self._entries is None:
            self._entries = {entry.path: entry for entry in site.all_entries()}
        entry = self._entries.get(path)
        return _page_of(entry, site) if entry else ("", {"title": path, "status": "skip"})


def _page_of(entry: Entry, site: Site) -> tuple[str, dict[str, Any]]:
    path = site.path(entry.place, entry.lang)
    day = entry.date
    metadata = {
        "title": entry.title,
        "summary": entry.summary,
        "slug": entry.slug or entry.place.key or entry.place.section or "home",
        "lang": entry.lang,
        "url": path,
        "save_as": f"{path}index.html",
        "template": entry.template,
        "entry": entry,
    }
    if day:
        metadata["date"] = SafeDatetime(day.year, day.month, day.day)
    return Localiser(site, entry.lang, entry.lang).body(entry), metadata


class ViewWriter(Writer):  # type: ignore[misc]
    """Write pages from their views; what another plugin made is written as Pelican does."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        """Build what all pages of this build share, and write the theme's assets."""
        super().__init__(output_path, settings)
        site: Site = settings["SITE"]
        theme = site.settings.theme
        cache = site.settings.content.parent / ".cache"
        output = Path(output_path)
        recipes = find_recipes(settings["IMAGE_RECIPES"], webp=settings["IMAGE_WEBP"])
        lang = settings["EDITOR_LANG"]
        # Said at once: what the cache has forgotten is not known to another try.
        print_purged(forget_left_out(site, cache), lang, sys.stderr)
        report = report_photos(lang, sys.stderr)
        photos, problems = develop_photos(site, cache, recipes, report)
        if problems:
            print_problems(sorted(problems), lang, sys.stderr)
            raise SystemExit(1)
        cloths, quilt = find_cloths(site), find_quilt(site)
        assets = write_assets(theme / "static", output, cloths, cache, quilt)
        album = publish_album(site, photos, output, lambda name: draw_preview(cache, name))
        catalogs = settings["CATALOGS"]
        self.views = ViewBuilder(site, catalogs, assets, album)
        self.templates = TemplateSet(theme / "templates", catalogs, settings["JINJA_ENVIRONMENT"])

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Write the page of an entry from its view."""
        entry = getattr(kwargs.get("page"), "entry", None)
        if entry is None:
            super().write_file(name, template, context, *args, **kwargs)
        else:
            self.write_view(self.views.build_page(entry.place, entry.lang), context)

    def write_view(self, view: View, context: Any) -> None:
        """Render a view to its file below the output folder."""
        file = Path(self.output_path, view.file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.templates.render(view), encoding="utf-8", newline="\n")
        signals.content_written.send(str(file), context=context)


class OtherPages(Generator):  # type: ignore[misc]
    """Write the pages that have no file of their own: not translated, chooser, 404."""

    def generate_output(self, writer: ViewWriter) -> None:
        """Write them, and the files that bodies link to."""
        for view in writer.views.build_other_views():
            writer.write_view(view, self.context)
        site: Site = self.settings["SITE"]
        pages = map(writer.views.origins.describe, site.entries)
        publish_files(site, Path(self.output_path))
        write_translations(site.settings.source_lang, pages, Path(self.output_path))


def use_reader(readers: Readers) -> None:
    """Read Markdown with the room's reader."""
    readers.reader_classes.update(dict.fromkeys(MarkdownReader.file_extensions, PageReader))


def use_writer(pelican: Pelican) -> type[Writer]:
    """Write with the room's writer."""
    return ViewWriter


def use_generator(pelican: Pelican) -> type[Generator]:
    """Add the room's generator."""
    return OtherPages


def connect() -> None:
    """Connect the room to Pelican."""
    signals.readers_init.connect(use_reader)
    signals.get_writer.connect(use_writer)
    signals.get_generators.connect(use_generator)
