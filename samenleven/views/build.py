"""Build the view of every page of the output."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from samenleven.languages.formats import format_number
from samenleven.languages.locales import language
from samenleven.languages.moves import Move, find_moves
from samenleven.languages.site import Site
from samenleven.languages.urls import (
    WORKER,
    beside_path,
    feed_path,
    file_of,
    manifest_path,
    photos_path,
)
from samenleven.model.entries import Entry, NewsItem, Offline, Search
from samenleven.model.source import Place
from samenleven.views.album import Album, cover_of
from samenleven.views.articles import build_article
from samenleven.views.articles.offline import OfflineData
from samenleven.views.articles.other import ChooserData, LanguageBlock, MovedData, NotFoundData
from samenleven.views.articles.search import SearchData
from samenleven.views.assets import FOLDER, HOUSE, Assets
from samenleven.views.beside import BesideData, pair_entries
from samenleven.views.cloths import cloth_of
from samenleven.views.fonts import first_fonts
from samenleven.views.gallery import MOST, build_gallery, count_photo_pages
from samenleven.views.linked_data import describe
from samenleven.views.localise import Localiser, Pictures
from samenleven.views.origins import Origins
from samenleven.views.page import (
    Alternate,
    Article,
    Clock,
    Frame,
    Keeper,
    LanguageLink,
    NavItem,
    Photo,
    Preview,
    View,
    holds,
)
from samenleven.views.policy import PAGE_POLICY, SEARCH_POLICY

SMALLEST_PREVIEW = 600  # pixels wide: below it, Facebook shows a stamp
HOME = Place("", "")
NEWS = Place("news", "")
Catalogs = Mapping[str, gettext.GNUTranslations]


def alternates(site: Site, place: Place) -> Iterator[Alternate]:
    """Yield the addresses of the real translations of a page, and of the source as default."""
    versions = site.outlines[place].versions
    for lang in site.settings.languages:
        if lang in versions:
            yield Alternate(lang, f"{site.settings.site_url}/{site.path(place, lang)}")
    source = site.path(place, site.settings.source_lang)
    default = "" if place == HOME else source
    yield Alternate("x-default", f"{site.settings.site_url}/{default}")


class Task(NamedTuple):
    """A page of the output: "page", "beside", "photos", "moved", "chooser" or "not_found"."""

    kind: str
    place: Place
    lang: str  # of the reader; "" for those of all
    number: int = 1  # of a page of photos, or of an old address


def list_tasks(site: Site) -> Iterator[Task]:
    """Yield every page of the output."""
    for place, outline in site.outlines.items():
        has_more = len(outline.photos) > MOST  # photos than one page
        for lang in site.settings.languages:
            yield Task("page", place, lang)
            if lang in outline.versions and lang != site.settings.source_lang:
                yield Task("beside", place, lang)
            count = count_photo_pages(site.version(place, lang)) if has_more else 1
            for number in range(2, count + 1):
                yield Task("photos", place, lang, number)
    for move in find_moves(site.outlines, site.settings.languages):
        yield Task("moved", move.place, move.lang, move.number)
    yield Task("chooser", HOME, "")
    for lang in ("", *site.settings.languages):
        yield Task("not_found", HOME, lang)


class ViewBuilder:
    """Build views for one site."""

    def __init__(
        self, site: Site, catalogs: Catalogs, assets: Assets, album: Album | None = None
    ) -> None:
        """Keep what all views of a build share."""
        self.site, self.catalogs, self.assets = site, catalogs, assets
        self.album = {} if album is None else album
        self.pictures = Pictures(assets.covers, assets.quilt, self.album)
        self.settings = site.settings
        self.origins = Origins(site)
        self._localisers: dict[str, Localiser] = {}  # by language

    def build_other_views(self) -> Iterator[View]:
        """Yield the views without a file of content: not translated, beside the Dutch, 404 ..."""
        for task in list_tasks(self.site):
            if task.kind != "page" or task.lang not in self.site.outlines[task.place].versions:
                yield self.build_view(task)

    def build_view(self, task: Task) -> View:
        """Return the view of one page of the output."""
        if task.kind == "page":
            return self.build_page(task.place, task.lang)
        if task.kind == "photos":
            return self._build_photos(task.place, task.lang, task.number)
        if task.kind == "beside":
            return self._build_beside(task.place, task.lang)
        if task.kind == "moved":
            return self._moved(self._find_move(task))
        return self._chooser() if task.kind == "chooser" else self._not_found(task.lang)

    def _find_move(self, task: Task) -> Move:
        outlines = {task.place: self.site.outlines[task.place]}
        moves = find_moves(outlines, self.settings.languages)
        return next(one for one in moves if (one.lang, one.number) == (task.lang, task.number))

    def build_page(self, place: Place, lang: str) -> View:
        """Return the view of a page for readers of `lang`, translated or not."""
        entry = self.site.version(place, lang)
        to = Localiser(self.site, lang, entry.lang, self.pictures, self.origins)
        article = build_article(entry, to)
        frame = self._frame(entry, lang)
        data = describe(entry, self.site, frame.preview.url) if frame.is_indexed else Markup("")
        frame = replace(
            frame,
            scripts=(*frame.scripts, *self._scripts(article)),
            policy=SEARCH_POLICY if isinstance(article.data, SearchData) else PAGE_POLICY,
            kind="article" if isinstance(entry, NewsItem) else "website",
            linked_data=data,
        )
        return View(file_of(self.site.path(place, lang)), frame, article)

    def _scripts(self, article: Article) -> Iterator[str]:
        """Yield the scripts that an article gains by, beside the one of all pages."""
        if holds(article.data, Clock):
            yield f"{self.settings.base}/{self.assets.clock}"
        if holds(article, Photo):
            yield f"{self.settings.base}/{self.assets.photo_script}"
        if isinstance(article.data, SearchData):
            yield f"{self.settings.base}/{self.assets.search_script}"
        if isinstance(article.data, OfflineData):
            yield f"{self.settings.base}/{self.assets.kept_script}"

    def _build_photos(self, place: Place, lang: str, number: int) -> View:
        """Return a further page of photos: of the page, only its title and those photos."""
        entry = self.site.version(place, lang)
        to = Localiser(self.site, lang, entry.lang, self.pictures)
        gallery = build_gallery(entry, to, number)
        article = replace(
            build_article(entry, to),
            template="photos.html",
            cover=None,
            cover_photo=None,
            data=to.words(entry.title, entry.lang),
            **vars(gallery),
        )
        path = photos_path(self.site.path(place, lang), number)
        frame = self._frame(entry, lang)
        title = f"{frame.title} ({format_number(number, lang)})"
        return View(file_of(path), self._photo_frame(frame, entry, lang, path, title), article)

    def _photo_frame(self, frame: Frame, entry: Entry, lang: str, path: str, title: str) -> Frame:
        """Return the frame of a page as that of its further photos, which engines leave out."""
        languages = tuple(self._switch(entry.place, lang))
        number = path.rstrip("/").rpartition("/")[2]
        links = tuple(replace(link, url=photos_path(link.url, int(number))) for link in languages)
        own = self._absolute(path)
        return replace(
            frame,
            title=title,
            url=own,
            canonical=own if entry.lang == lang else frame.canonical,
            is_indexed=False,
            alternates=(),
            languages=links,
            crumbs=(*frame.crumbs, self._link(entry.place, lang)),
            scripts=(*frame.scripts, f"{self.settings.base}/{self.assets.photo_script}"),
        )

    def _build_beside(self, place: Place, lang: str) -> View:
        """Return the view that puts a translation beside its source text."""
        source, own = (
            self.site.version(place, self.settings.source_lang),
            self.site.version(place, lang),
        )
        to = self._words_in(lang)
        path = self.site.path(place, lang)
        beside = beside_path(path, source.lang)
        data = BesideData(
            tuple(pair_entries(source, own, lang, to)),
            source.lang,
            language(source.lang).dir,
            to.url(place),
        )
        article = replace(self._plain("beside", lang, data), title=to.inline(own.title))
        frame = self._frame(own, lang)
        frame = replace(
            frame,
            title=f"{language(source.lang).endonym}: {self._window_title(own, lang)}",
            url=self._absolute(beside),
            is_indexed=False,
            alternates=(),
            origin=replace(frame.origin, beside_url="") if frame.origin else None,
        )
        return View(file_of(beside), frame, article)

    def _words_in(self, lang: str) -> Localiser:
        """Return what says things in `lang`, for many pages: it explains no terms."""
        if lang not in self._localisers:
            self._localisers[lang] = Localiser(self.site, lang, lang)
        return self._localisers[lang]

    def _absolute(self, path: str) -> str:
        return f"{self.settings.site_url}/{path}"

    def _site_name(self, lang: str) -> str:
        return self.site.version(HOME, lang).title

    def _window_title(self, entry: Entry, lang: str) -> str:
        to = self._words_in(lang)
        name = to.plain(self._site_name(lang))
        title = to.plain(entry.title, entry.lang)
        return name if entry.place == HOME else f"{title} – {name}"

    def _frame(self, entry: Entry, lang: str) -> Frame:
        place = entry.place
        is_translated = entry.lang == lang
        path = self.site.path(place, lang)
        canonical = self.site.path(place, entry.lang)
        keeper = self._keeper()
        return self._make_frame(
            lang,
            keeper=keeper,
            scripts=(f"{self.settings.base}/{self.assets.keep_script}",) if keeper else (),
            title=self._window_title(entry, lang),
            description=self._words_in(lang).plain(entry.summary, entry.lang),
            url=self._absolute(path),
            canonical=self._absolute(canonical),
            is_indexed=is_translated,
            alternates=tuple(alternates(self.site, place)) if is_translated else (),
            languages=tuple(self._switch(place, lang)),
            menu=tuple(self._menu(self.settings.menu, place, lang)),
            footer=tuple(self._menu(self.settings.footer, place, lang)),
            search_url=self._search_url(lang),
            # Readers install the site where they enter it; elsewhere it would be one more request.
            manifest_url=self._manifest_url(lang) if place == HOME else "",
            crumbs=tuple(self._crumbs(place, lang)),
            origin=self.origins.find(entry, lang),
            preview=self._preview(entry),
        )

    def _preview(self, entry: Entry | None = None) -> Preview:
        """Return what social networks show: the cover of a page, or its cloth, or the house's."""
        photo = cover_of(entry) if entry else None
        shown = self.album.get((entry.place, photo.file)) if entry and photo else None
        if photo and shown and shown.preview and shown.preview_size[0] >= SMALLEST_PREVIEW:
            return Preview(self._absolute(shown.preview), *shown.preview_size, photo.alt or "")
        cloth = cloth_of(entry.place, self.site) if entry else None
        return Preview(self._absolute(self.assets.previews[cloth or HOUSE]))

    def _make_frame(self, lang: str, **parts: object) -> Frame:
        to = self._words_in(lang)
        base = self.settings.base
        common: dict[str, object] = {
            "lang": lang,
            "dir": language(lang).dir,
            "site_name": self._site_name(lang),
            "home_url": f"{base}/{lang}/",
            "stylesheet": f"{base}/{self.assets.stylesheet}",
            "script": f"{base}/{self.assets.script}",
            "icon": f"{base}/{self.assets.icon}",
            "preview": self._preview(),
            "fonts": tuple(
                f"{base}/{FOLDER}/{name}" for name in first_fonts(lang, self.assets.fonts)
            ),
            "policy": PAGE_POLICY,
            "feed_url": f"{base}/{feed_path(self.site.path(NEWS, lang))}",
            "contact": to.contact(self.settings.contact),
            "description": "",
            "is_indexed": False,
            "alternates": (),
            "crumbs": (),
            "origin": None,
        }
        return Frame(**{**common, **parts})  # type: ignore[arg-type]

    def _search_url(self, lang: str) -> str:
        page = self.site.only(Search, lang)
        return self._words_in(lang).url(page.place) if page else ""

    def _manifest_url(self, lang: str) -> str:
        return f"{self.settings.base}/{manifest_path(lang)}"

    def _keeper(self) -> Keeper | None:
        """Return what keeps pages, where the site has a page that shows them."""
        if self.settings.keeps_pages and self.site.only(Offline, self.settings.source_lang):
            return Keeper(f"{self.settings.base}/{WORKER}")
        return None

    def _switch(self, place: Place, current: str) -> Iterator[LanguageLink]:
        for lang in self.settings.languages:
            url = f"{self.settings.base}/{self.site.path(place, lang)}"
            yield self._language_link(lang, url, is_current=lang == current)

    def _language_link(self, lang: str, url: str, *, is_current: bool = False) -> LanguageLink:
        known = language(lang)
        return LanguageLink(lang, known.dir, known.endonym, url, is_current)

    def _menu(self, places: tuple[Place, ...], here: Place, lang: str) -> Iterator[NavItem]:
        for place in places:
            is_above = bool(here.section == place.section and not place.key)
            current = "page" if place == here else ("true" if is_above else "")
            yield self._link(place, lang, current)

    def _link(self, place: Place, lang: str, current: str = "") -> NavItem:
        to = self._words_in(lang)
        entry = self.site.version(place, lang)
        return NavItem(to.words(entry.title, entry.lang), to.url(place), current)

    def _crumbs(self, place: Place, lang: str) -> Iterator[NavItem]:
        if place == HOME:
            return
        yield self._link(HOME, lang)
        parent = Place(place.section, "")
        if place.key and parent in self.site.outlines:
            yield self._link(parent, lang)

    def _blocks(self) -> tuple[LanguageBlock, ...]:
        return tuple(
            LanguageBlock(
                self._language_link(lang, f"{self.settings.base}/{lang}/"),
                self._site_name(lang),
                self.site.version(HOME, lang).summary,
            )
            for lang in self.settings.languages
        )

    def _chooser(self) -> View:
        lang = self.settings.source_lang
        frame = self._make_frame(
            lang,
            title=" · ".join(language(code).endonym for code in self.settings.languages),
            home_url=f"{self.settings.base}/",
            description=self.site.version(HOME, lang).summary,
            url=self._absolute(""),
            canonical=self._absolute(""),
            is_indexed=True,
            alternates=tuple(alternates(self.site, HOME)),
            languages=(),
            menu=(),
            footer=(),
        )
        return View("index.html", frame, self._plain("chooser", lang, ChooserData(self._blocks())))

    def _not_found(self, lang: str) -> View:
        """Return the 404 page of a language, or for "" the one in all languages."""
        own = lang or self.settings.source_lang
        word = self.catalogs[own].gettext
        to = self._words_in(own)
        file = f"{lang}/404.html" if lang else "404.html"
        what = word("Page not found") if lang else "404"
        frame = self._make_frame(
            own,
            title=f"{what} – {to.plain(self._site_name(own))}",
            description=word("This address does not exist, or it has changed."),
            home_url=f"{self.settings.base}/{lang}/" if lang else f"{self.settings.base}/",
            url=self._absolute(file),
            canonical=self._absolute(file),
            languages=tuple(self._switch(HOME, "")),
            menu=tuple(self._menu(self.settings.menu, Place("", "404"), own)) if lang else (),
            footer=tuple(self._menu(self.settings.footer, Place("", "404"), own)) if lang else (),
            search_url=self._search_url(lang) if lang else "",
        )
        if not lang:
            return View(file, frame, self._plain("not_found_all", own, ChooserData(self._blocks())))
        places = (HOME, Place("programmes", ""), self.settings.contact)
        urls = [to.url(place) for place in places]
        return View(file, frame, self._plain("not_found", own, NotFoundData(*urls)))

    def _moved(self, move: Move) -> View:
        """Return the page of an old address, which sends readers on where the host does not."""
        link = self._link(move.place, move.lang)
        frame = replace(
            self._frame(self.site.version(move.place, move.lang), move.lang),
            url=self._absolute(move.path),
            is_indexed=False,
            alternates=(),
            origin=None,
            moved_to=link.url,
        )
        return View(file_of(move.path), frame, self._plain("moved", move.lang, MovedData(link)))

    def _plain(self, template: str, lang: str, data: object) -> Article:
        empty = Markup("")
        return Article(f"{template}.html", lang, language(lang).dir, empty, empty, (), data)
