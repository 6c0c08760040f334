"""The parts of a build: what was read, the assets, the pages, and the files beside them."""

from __future__ import annotations

import gettext
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from samenleven.cache.digests import Digests, digest, digest_bytes
from samenleven.cache.store import Store
from samenleven.deploy.root import write_root
from samenleven.feeds.files import write_files
from samenleven.incremental.index import Done, Index, Written, file_key
from samenleven.incremental.pages import Press, page_key
from samenleven.incremental.pictures import list_photos, make_photos
from samenleven.incremental.unchanged import Inputs
from samenleven.incremental.workers import spread
from samenleven.languages.catalogs import read_mos
from samenleven.languages.kept import Readings, read_packed
from samenleven.languages.reading import collect_pages, find_places
from samenleven.languages.site import Site, choose_published, judge_pages, publish_pages
from samenleven.languages.urls import media_path
from samenleven.model.settings import Settings
from samenleven.problems import Problem
from samenleven.views.album import write_scenes
from samenleven.views.assets import draw_preview, write_assets
from samenleven.views.build import Catalogs, list_tasks
from samenleven.views.cloths import find_cloths, find_quilt

# What writes files beside the pages, below a folder. Each may read the entries of the site, the
# texts of bodies, and the catalogs; whatever else it reads must be told in `Inputs`.
WRITERS: Mapping[str, Callable[[Site, Catalogs, Path], None]] = {
    "feeds": write_files,
    "root": lambda site, _, folder: write_root(site, folder),
}
JINJA = {"trim_blocks": True, "lstrip_blocks": True}  # Pelican's own, for JINJA_ENVIRONMENT
FEW_PLACES, FEW_PAGES = 12, 120  # that one process builds sooner than two


class Faulty(Exception):
    """Raised when the content or the catalogs have problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Build:
    """One build; `known` is what the last one noted."""

    def __init__(
        self,
        settings: Settings,
        options: Mapping[str, Any],
        root: Path,
        inputs: Inputs,
        store: Store,
        known: Index,
        workers: int,
    ) -> None:
        """Take the settings, and what is known of the files that they name."""
        self._settings, self._options, self._root = settings, options, root
        self._cache = root / ".cache"
        self._inputs, self._store, self._known = inputs, store, known
        self._photos = known.written.get("photos", Written({})).files
        self._workers = workers
        self._readings = Readings(settings, store, inputs.code, known.kept)
        self._problems: list[Problem] = []

    def run(self, digests: Digests) -> Index:
        """Return the index of the site as it is now; its files are in the store.

        Raises: Faulty, Lost.
        """
        places, self._problems = find_places(self._settings)
        self._readings.update(places, partial(self._digest_of, digests), self._spread_reading)
        self._store.save()
        new = Index(self._frame(), kept=self._readings.kept)
        is_faulty = bool(self._problems or self._readings.faulty)
        known = self._known
        if is_faulty or new.frame != known.frame or not self._readings.are_same(known.texts):
            self._known = Index()
            self._site  # noqa: B018 - raises Faulty
            new.texts = {**self._readings.asked}
            new.notices = [left.problem for left in self._site.left_out]
        else:
            new.texts, new.notices = known.texts, known.notices
        self._make_assets(new)
        self._make_album(new)
        self._list_documents(new, digests)
        self._make_pages(new)
        self._write_others(new)
        return new

    def _frame(self) -> str:
        """Return the digest of what decides every view, but for the texts."""
        inputs, catalogs = self._inputs, self._words
        parts = (inputs.code, inputs.settings, inputs.day, inputs.files, inputs.static)
        heads = (f"{place} {kept.head}" for place, kept in self._readings.kept.items())
        return digest(*parts, *catalogs.values(), *heads)

    def _digest_of(self, digests: Digests, path: str) -> str:
        """Return the digest of a file, by its path below the folder that holds the content."""
        folder = self._settings.content.parent
        return digests.of(path if folder == self._root else os.fspath(folder / path))

    def _spread_reading(self, work: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        return spread(read_packed, work, least=FEW_PLACES, workers=self._workers)

    @cached_property
    def _site(self) -> Site:
        readings = ((place, self._readings.load(place)) for place in self._readings.kept)
        pages, problems = collect_pages(readings, self._settings)
        day = date.fromisoformat(self._inputs.day)
        published = choose_published(pages, self._settings, day)
        site, faults = publish_pages(pages, published, self._settings, day)
        # What was kept was judged when it was read.
        anew = [published[place] for place in self._readings.faulty if place in published]
        found = {*self._problems, *problems, *faults, *judge_pages(anew, self._settings)}
        if found:
            raise Faulty(sorted(found))
        return site

    @cached_property
    def _mos(self) -> dict[str, bytes]:
        """Return the compiled catalog of each language. Raises: Faulty."""
        key = digest("mos", self._inputs.code, repr(sorted(self._inputs.catalogs.items())))
        key = digest(key, *self._settings.languages)
        kept = self._store.get(key)
        if kept is not None:
            known: dict[str, bytes] = pickle.loads(kept)
            return known
        mos, problems = read_mos(self._settings)
        if problems:
            self._raise_with(problems)
        self._store.put(key, pickle.dumps(mos, 5))
        return mos

    def _raise_with(self, problems: list[Problem]) -> None:
        """Raise what is wrong with the catalogs, together with what is wrong with the content."""
        try:
            self._site  # noqa: B018
        except Faulty as fault:
            problems = [*problems, *fault.problems]
        raise Faulty(sorted({*problems}))

    @cached_property
    def _words(self) -> dict[str, str]:
        return {lang: digest_bytes(mo) for lang, mo in self._mos.items()}

    @cached_property
    def _catalogs(self) -> Catalogs:
        return {lang: gettext.GNUTranslations(BytesIO(mo)) for lang, mo in self._mos.items()}

    def _make_assets(self, new: Index) -> None:
        if self._known.assets:
            new.assets, new.written["assets"] = self._known.assets, self._known.written["assets"]
            return
        cloths, quilt = find_cloths(self._site), find_quilt(self._site)
        key = digest("assets", self._inputs.code, self._inputs.static, repr((cloths, quilt)))
        kept = self._store.get(key)
        if kept is not None:
            new.assets, new.written["assets"] = pickle.loads(kept)
            return
        static = self._settings.theme / "static"
        with tempfile.TemporaryDirectory() as folder:
            new.assets = write_assets(static, Path(folder), cloths, self._cache, quilt)
            new.written["assets"] = Written(self._collect(Path(folder)))
        self._store.put(key, pickle.dumps((new.assets, new.written["assets"]), 5))

    def _make_album(self, new: Index) -> None:
        if self._known.assets:
            new.album = self._known.album
            for name in ("photos", "scenes"):
                new.written[name] = self._known.written[name]
            return
        sets, problems = make_photos(self._site, self._cache, self._options)
        if problems:
            raise Faulty(sorted(problems))
        found, places = list_photos(sets, self._root, self._photos)
        new.written["photos"] = Written(found, places=places)
        with tempfile.TemporaryDirectory() as folder:
            draw = partial(draw_preview, self._cache)
            new.album = write_scenes(self._site, sets, Path(folder), draw)
            new.written["scenes"] = Written(self._collect(Path(folder)))

    def _list_documents(self, new: Index, digests: Digests) -> None:
        if self._known.assets:
            new.written["files"] = self._known.written["files"]
            return
        content = self._settings.content
        found, places = {}, {}
        for path in self._site.files:
            found[media_path(path)] = self._digest_of(digests, f"{content.name}/{path}")
            places[media_path(path)] = os.path.relpath(content / path, self._root)
        new.written["files"] = Written(found, places=places)

    def _collect(self, folder: Path) -> dict[str, str]:
        """Return the digest of each file below `folder`, and keep its bytes."""
        files = {}
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                data = file.read_bytes()
                found = files[file.relative_to(folder).as_posix()] = digest_bytes(data)
                if not self._store.has(file_key(found)):
                    self._store.put(file_key(found), data)
        return files

    def _make_pages(self, new: Index) -> None:
        tasks = self._known.pages or dict.fromkeys(list_tasks(self._site))
        todo = [task for task, done in tasks.items() if not done or not self._is_good(done)]
        new.pages = {task: done for task, done in tasks.items() if done}
        if not todo:
            return
        press = self._press(new)
        for number, (done, page) in spread(
            press.make, todo, least=FEW_PAGES, workers=self._workers
        ):
            new.pages[todo[number]] = done
            if page:
                self._store.put_packed(done.key, page)
        new.pages = {task: new.pages[task] for task in tasks}  # in an order of their own

    def _is_good(self, done: Done) -> bool:
        key = page_key(done.view, done.langs, self._inputs.templates, self._words)
        return key == done.key and self._readings.are_same(done.texts)

    def _press(self, new: Index) -> Press:
        assert new.assets
        self._store.save()
        return Press(
            site=self._site,
            readings=self._readings,
            store=self._store,
            catalogs=self._catalogs,
            words=self._words,
            assets=new.assets,
            album=new.album,
            templates=self._inputs.templates,
            options=self._options.get("JINJA_ENVIRONMENT", JINJA),
        )

    def _write_others(self, new: Index) -> None:
        for name, write in WRITERS.items():
            written = self._known.written.get(name)
            if not written or not self._readings.are_same(written.texts):
                self._readings.asked.clear()
                with tempfile.TemporaryDirectory() as folder:
                    write(self._site, self._catalogs, Path(folder))
                    written = Written(self._collect(Path(folder)), {**self._readings.asked})
            new.written[name] = written
