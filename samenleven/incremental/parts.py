"""The parts of a build: what was read, the assets, the pages, and the files beside them."""

from __future__ import annotations

import gettext
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.cache.digests import Digests, digest, digest_bytes
from samenleven.cache.store import Store
from samenleven.deploy.root import write_root
from samenleven.feeds.atom import write_feeds
from samenleven.incremental.pages import Done, Press, Task, page_key
from samenleven.incremental.unchanged import Inputs
from samenleven.incremental.workers import spread
from samenleven.languages.catalogs import read_mos
from samenleven.languages.kept import Kept, Readings, read_packed
from samenleven.languages.reading import collect_pages, find_places
from samenleven.languages.site import Site, publish_pages
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.problems import Problem
from samenleven.views.assets import Assets, write_assets
from samenleven.views.build import ViewBuilder
from samenleven.views.cloths import find_cloths
from samenleven.views.files import publish_files

# What writes files beside the pages, below a folder. Each may read the entries of the site, the
# texts of bodies, and the files beside pages; whatever else it reads must be told in `Inputs`.
WRITERS: Mapping[str, Callable[[Site, Path], None]] = {
    "files": publish_files,
    "feeds": write_feeds,
    "root": write_root,
}
JINJA = {"trim_blocks": True, "lstrip_blocks": True}  # Pelican's own, for JINJA_ENVIRONMENT
FEW_PLACES, FEW_PAGES = 12, 120  # that one process builds sooner than two


class Faulty(Exception):
    """Raised when the content or the catalogs have problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Written(NamedTuple):
    """What a writer wrote."""

    texts: Mapping[tuple[Place, str], str]  # whose HTML it fetched, and the key of that
    files: Mapping[str, str]  # the digest of each file


@dataclass
class Index:
    """What a build notes of its parts."""

    frame: str = ""  # the digest of what decides all views, but for the texts
    kept: dict[Place, Kept] = field(default_factory=dict)
    assets: Assets | None = None
    pages: dict[Task, Done] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)

    def files(self) -> dict[str, tuple[str, str]]:
        """Return the digest and the key of each file of the output, by its path."""
        files = {
            path: (found, file_key(found))
            for written in self.written.values()
            for path, found in written.files.items()
        }
        return files | {done.file: (done.digest, done.key) for done in self.pages.values()}

    def keys(self) -> Iterator[str]:
        """Yield the keys of all that it needs in the store."""
        for kept in self.kept.values():
            yield kept.key
            yield from kept.texts.values()
        yield from (done.key for done in self.pages.values())
        for written in self.written.values():
            yield from (file_key(found) for found in written.files.values())


def file_key(found: str) -> str:
    """Return the key of the bytes with this digest, of what is no page."""
    return f"file {found}"


class Build:
    """One build; `known` is what the last one noted."""

    def __init__(
        self,
        settings: Settings,
        options: Mapping[str, Any],
        inputs: Inputs,
        store: Store,
        known: Index,
        workers: int,
    ) -> None:
        """Take the settings, and what is known of the files that they name."""
        self._settings, self._options = settings, options
        self._inputs, self._store, self._known = inputs, store, known
        self._workers = workers
        self._readings = Readings(settings, store, inputs.code, known.kept)
        self._problems: list[Problem] = []

    def run(self, digests: Digests) -> Index:
        """Return the index of the site as it is now; its files are in the store.

        Raises: Faulty, Lost.
        """
        places, self._problems = find_places(self._settings)
        self._readings.update(places, digests.of, self._spread_reading)
        self._store.save()
        catalogs = self._words
        heads = (f"{place} {kept.head}" for place, kept in self._readings.kept.items())
        inputs = self._inputs
        frame = digest(
            *(inputs.code, inputs.settings, inputs.day, inputs.files, inputs.static),
            *catalogs.values(),
            *heads,
        )
        is_faulty = bool(self._problems or self._readings.faulty)
        if is_faulty or frame != self._known.frame:
            self._known = Index()
            self._site  # noqa: B018 - raises Faulty
        new = Index(frame, self._readings.kept)
        self._make_assets(new)
        self._make_pages(new)
        self._write_others(new)
        return new

    def _spread_reading(self, work: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        return spread(read_packed, work, least=FEW_PLACES, workers=self._workers)

    @cached_property
    def _site(self) -> Site:
        readings = ((place, self._readings.load(place)) for place in self._readings.kept)
        pages, problems = collect_pages(readings, self._settings)
        day = date.fromisoformat(self._inputs.day)
        site, faults = publish_pages(pages, [*self._problems, *problems], self._settings, day)
        if faults:
            raise Faulty(faults)
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

    def _make_assets(self, new: Index) -> None:
        if self._known.assets:
            new.assets, new.written["assets"] = self._known.assets, self._known.written["assets"]
            return
        cloths = find_cloths(self._site)
        key = digest("assets", self._inputs.code, self._inputs.static, repr(cloths))
        kept = self._store.get(key)
        if kept is not None:
            new.assets, new.written["assets"] = pickle.loads(kept)
            return
        theme, cache = self._settings.theme, self._settings.content.parent / ".cache"
        with tempfile.TemporaryDirectory() as folder:
            new.assets = write_assets(theme / "static", Path(folder), cloths, cache)
            new.written["assets"] = Written({}, self._collect(Path(folder)))
        self._store.put(key, pickle.dumps((new.assets, new.written["assets"]), 5))

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
        tasks = self._known.pages or dict.fromkeys(ViewBuilder.list_views(self._site))
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
        catalogs = {lang: gettext.GNUTranslations(BytesIO(mo)) for lang, mo in self._mos.items()}
        self._store.save()
        return Press(
            site=self._site,
            readings=self._readings,
            store=self._store,
            catalogs=catalogs,
            words=self._words,
            assets=new.assets,
            templates=self._inputs.templates,
            options=self._options.get("JINJA_ENVIRONMENT", JINJA),
        )

    def _write_others(self, new: Index) -> None:
        for name, write in WRITERS.items():
            written = self._known.written.get(name)
            if not written or not self._readings.are_same(written.texts):
                self._readings.asked.clear()
                with tempfile.TemporaryDirectory() as folder:
                    write(self._site, Path(folder))
                    written = Written({**self._readings.asked}, self._collect(Path(folder)))
            new.written[name] = written
