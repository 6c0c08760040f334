"""What a build reads: the pages, read once and kept, and the words of the theme."""

from __future__ import annotations

import gettext
import os
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cached_property, partial
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any

from samenleven.cache.digests import Digests, digest, digest_bytes
from samenleven.cache.store import Store
from samenleven.incremental.unchanged import Inputs
from samenleven.incremental.workers import spread
from samenleven.languages.kept import Kept, Readings, read_packed
from samenleven.languages.loaded import Loaded
from samenleven.languages.outline import Outline
from samenleven.languages.photos import find_left_out
from samenleven.languages.reading import Page, collect_pages, find_places
from samenleven.languages.site import Site, check_pages, judge_pages, note_waiting, show_entry
from samenleven.languages.watched import Watch
from samenleven.model.entries import Entry
from samenleven.model.pictures import find_picture_fault
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.problems import Message, Problem

FEW_PLACES = 12  # that one process reads sooner than two
IS_LIMITED = attrgetter("is_limited")


class Faulty(Exception):
    """Raised when the content or the catalogs have problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Content:
    """The content and the catalogs of one build."""

    def __init__(
        self,
        settings: Settings,
        root: Path,
        inputs: Inputs,
        store: Store,
        known: Mapping[Place, Kept],
        digests: Digests,
        workers: int,
        *,
        has_same_files: bool,
    ) -> None:
        """Read the places that have changed; `has_same_files` are those of the last build."""
        self._settings, self._root, self._inputs, self._store = settings, root, inputs, store
        self._digests, self._workers, self._known = digests, workers, known
        folder = settings.content.parent
        self._prefix = "" if folder == root else f"{os.fspath(folder)}{os.sep}"
        self.watch = Watch()
        self._readings = Readings(settings, store, inputs.code, known, self.watch.note)
        self._problems: list[Problem] = []
        if has_same_files:
            places = {place: kept.pages() for place, kept in known.items()}
        else:
            found, self._problems = find_places(settings)
            places = {at: tuple(each.path for each in files) for at, files in found.items()}
        self._readings.update(places, self.digest_of, self._spread)
        self.watch.take()  # what the rules fetched decides nothing but what they said
        store.save()

    @property
    def kept(self) -> dict[Place, Kept]:
        """Return what is known of each place."""
        return self._readings.kept

    @cached_property
    def touched(self) -> Set[Place]:
        """Return the places that are new or gone, or of which a file has changed."""
        changed = {place for place, kept in self.kept.items() if self._known.get(place) != kept}
        return changed | (self._known.keys() - self.kept.keys())

    @property
    def is_faulty(self) -> bool:
        """Tell whether any file has a problem, which may lie in a draft."""
        return bool(self._problems or self._readings.faulty)

    def digest_of(self, path: str) -> str:
        """Return the digest of a file of content, by its path below the folder that holds it.

        All of them were looked at for `Inputs`.
        """
        return self._digests.known_of(self._prefix + path)

    def _spread(self, work: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        return spread(read_packed, work, least=FEW_PLACES, workers=self._workers)

    def _load_page(self, place: Place) -> Page:
        page = self._readings.load(place).page
        assert page  # what has no page is not among those that are asked for
        return page

    @cached_property
    def _pages(self) -> Loaded[Place, Page]:
        """Return all pages that could be read, drafts too."""
        faulty = self._readings.faulty
        places = (place for place in self.kept if place not in faulty or faulty[place].page)
        return Loaded(places, self._load_page)

    @cached_property
    def _day(self) -> date:
        return date.fromisoformat(self._inputs.day)

    @cached_property
    def _published(self) -> Loaded[Place, Page]:
        """Return the pages that are shown, those too that cannot be for a problem."""
        if self._settings.shows_drafts:
            return self._pages
        places = (place for place in self._pages if not self._is_draft(place))
        return Loaded(places, lambda place: self._pages[place].without_drafts())

    def _is_draft(self, place: Place) -> bool:
        outline = self.kept[place].outline
        if outline is None:
            return self._pages[place].is_draft(self._day)
        return self._settings.source_lang in outline.drafts or outline.is_early(self._day)

    @cached_property
    def _outlines(self) -> Mapping[Place, Outline]:
        """Return what is known of the pages of the site."""
        known = ((place, self.kept[place].outline) for place in self._published)
        drafts = self._settings.shows_drafts
        return {
            place: outline.shown_on(self._day, drafts=drafts) for place, outline in known if outline
        }

    def _load_entry(self, place: Place, lang: str) -> Entry:
        return show_entry(self._readings.load_entry(place, lang), self._day)

    def _load_versions(self, place: Place) -> Mapping[str, Entry]:
        return Loaded(self._outlines[place].versions, partial(self._load_entry, place))

    @cached_property
    def _entries(self) -> Loaded[Place, Mapping[str, Entry]]:
        return Loaded(self._outlines, self._load_versions)

    def forget(self) -> None:
        """Let go of the pages and entries that were loaded."""
        for loaded in (self._pages, self._published, self._entries):
            loaded.forget()

    @cached_property
    def site(self) -> Site:
        """Return the site, whatever is wrong with it."""
        site = Site(
            self._settings,
            self._entries,
            self._day,
            self._published,
            tuple(find_left_out(self._choose(self._published, IS_LIMITED), self._day)),
            known=self._outlines,
        )
        early = self._choose(self._pages, lambda outline: outline.is_early(self._day))
        return note_waiting(site, early)

    def _choose(
        self, pages: Mapping[Place, Page], is_meant: Callable[[Outline], bool]
    ) -> list[Page]:
        """Return the pages of which an outline tells that they may be meant, and those without."""
        outlines = ((place, self.kept[place].outline) for place in pages)
        return [pages[place] for place, outline in outlines if not outline or is_meant(outline)]

    def check(self, again: Collection[Place] | None = None) -> None:
        """Raise what is wrong with the content; `again` are the places to look at, if not all.

        Raises: Faulty.
        """
        published, faulty = self._published, self._readings.faulty
        _, problems = collect_pages(faulty.items(), self._settings)
        # What was kept was judged when it was read.
        anew = [published[place] for place in faulty if place in published]
        judged = judge_pages(anew, self._settings)
        chosen = None if again is None else {at: published[at] for at in again if at in published}
        faults = check_pages(self._pages, published, self.site, self._find_fault, chosen)
        found = {*self._problems, *problems, *faults, *judged}
        if found:
            raise Faulty(sorted(found))

    def _find_fault(self, file: Path) -> tuple[Message, Message] | None:
        """Return what is wrong with a photo; one that was found good is not looked into again."""
        path = file.relative_to(self._settings.content.parent).as_posix()
        key = digest("good photo", self._inputs.code, self.digest_of(path), file.suffix)
        if self._store.has(key):
            return None
        fault = find_picture_fault(file)
        if fault is None:
            self._store.put(key, b"")
        return fault

    @cached_property
    def mos(self) -> dict[str, bytes]:
        """Return the compiled catalog of each language. Raises: Faulty."""
        key = digest("mos", self._inputs.code, repr(self._inputs.catalogs))
        key = digest(key, *self._settings.languages)
        kept = self._store.get(key)
        if kept is not None:
            known: dict[str, bytes] = pickle.loads(kept)
            return known
        from samenleven.languages.catalogs import read_mos  # Babel's reader takes a while to load

        mos, problems = read_mos(self._settings)
        if problems:
            self._raise_with(problems)
        self._store.put(key, pickle.dumps(mos, 5))
        return mos

    def _raise_with(self, problems: list[Problem]) -> None:
        """Raise what is wrong with the catalogs, together with what is wrong with the content."""
        try:
            self.check()
        except Faulty as fault:
            problems = [*problems, *fault.problems]
        raise Faulty(sorted({*problems}))

    @cached_property
    def words(self) -> dict[str, str]:
        """Return the digest of each language's catalog."""
        return {lang: digest_bytes(mo) for lang, mo in self.mos.items()}

    @cached_property
    def catalogs(self) -> Mapping[str, gettext.GNUTranslations]:
        """Return the catalog of each language, ready for use."""
        return Loaded(self.mos, lambda lang: gettext.GNUTranslations(BytesIO(self.mos[lang])))
