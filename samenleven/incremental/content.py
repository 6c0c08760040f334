"""What a build reads: the pages, read once and kept, and the words of the theme."""

from __future__ import annotations

import gettext
import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from samenleven.cache.digests import Digests, digest, digest_bytes
from samenleven.cache.store import Store
from samenleven.incremental.unchanged import Inputs
from samenleven.incremental.workers import spread
from samenleven.languages.kept import Kept, Readings, read_packed
from samenleven.languages.reading import Page, collect_pages, find_places
from samenleven.languages.site import (
    Site,
    check_pages,
    choose_published,
    judge_pages,
    make_site,
    note_waiting,
)
from samenleven.languages.watched import Watch
from samenleven.model.pictures import find_picture_fault
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.problems import Message, Problem

FEW_PLACES = 12  # that one process reads sooner than two


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
    ) -> None:
        """Read the places that have changed."""
        self._settings, self._root, self._inputs, self._store = settings, root, inputs, store
        self._digests, self._workers = digests, workers
        self.watch = Watch()
        self._readings = Readings(settings, store, inputs.code, known, self.watch.note)
        places, self._problems = find_places(settings)
        self._readings.update(places, self.digest_of, self._spread)
        self.watch.take()  # what the rules fetched decides nothing but what they said
        store.save()

    @property
    def kept(self) -> dict[Place, Kept]:
        """Return what is known of each place."""
        return self._readings.kept

    @property
    def is_faulty(self) -> bool:
        """Tell whether any file has a problem, which may lie in a draft."""
        return bool(self._problems or self._readings.faulty)

    def digest_of(self, path: str) -> str:
        """Return the digest of a file, by its path below the folder that holds the content."""
        folder = self._settings.content.parent
        return self._digests.of(path if folder == self._root else os.fspath(folder / path))

    def _spread(self, work: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        return spread(read_packed, work, least=FEW_PLACES, workers=self._workers)

    @cached_property
    def _pages(self) -> tuple[dict[Place, Page], list[Problem]]:
        readings = ((place, self._readings.load(place)) for place in self.kept)
        return collect_pages(readings, self._settings)

    @cached_property
    def _published(self) -> Mapping[Place, Page]:
        day = date.fromisoformat(self._inputs.day)
        return choose_published(self._pages[0], self._settings, day)

    @cached_property
    def site(self) -> Site:
        """Return the site, whatever is wrong with it."""
        day = date.fromisoformat(self._inputs.day)
        site = make_site(self._published, self._settings, day)
        return note_waiting(site, self._pages[0])

    def check(self) -> None:
        """Raise what is wrong with the content. Raises: Faulty."""
        pages, problems = self._pages
        published = self._published
        # What was kept was judged when it was read.
        anew = [published[place] for place in self._readings.faulty if place in published]
        judged = judge_pages(anew, self._settings)
        faults = check_pages(pages, published, self.site, self._find_fault)
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
        key = digest("mos", self._inputs.code, repr(sorted(self._inputs.catalogs.items())))
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
    def catalogs(self) -> dict[str, gettext.GNUTranslations]:
        """Return the catalog of each language, ready for use."""
        return {lang: gettext.GNUTranslations(BytesIO(mo)) for lang, mo in self.mos.items()}
