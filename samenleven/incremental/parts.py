"""The parts of a build: assets, photos, documents, pages, and the files beside them."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from samenleven.cache.digests import digest, digest_bytes
from samenleven.cache.store import Store
from samenleven.incremental.content import Content, Faulty
from samenleven.incremental.index import (
    Done,
    Index,
    Numbers,
    Piece,
    Written,
    file_key,
    numbers_in,
    pack_numbers,
)
from samenleven.incremental.pages import Press, Work, page_key
from samenleven.incremental.unchanged import Inputs
from samenleven.incremental.workers import spread
from samenleven.incremental.writers import WRITERS, Late, Writer
from samenleven.languages.kept import Lost
from samenleven.languages.site import Site
from samenleven.languages.type_rules import ONE_OF_A_SITE
from samenleven.languages.urls import media_path
from samenleven.languages.watched import Answers, Query, WatchedSite, watch_words
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.problems import Problem
from samenleven.views.album import write_scenes
from samenleven.views.build import Task, list_tasks
from samenleven.views.cloths import find_cloths, find_quilt
from samenleven.views.origins import Origins

JINJA = {"trim_blocks": True, "lstrip_blocks": True}  # Pelican's own, for JINJA_ENVIRONMENT
# Questions that a file answers, without the site; a text may change and the site be as it was.
OF_FILES = frozenset({"text", "words", "all of words", "source"})
# Questions about a page that only the files of its place answer.
OF_PLACES = frozenset({"text", "source", "version", "page", "outline", "path"})
FEW_PAGES = 120  # that one process builds sooner than two


Share = tuple[str, str, list[Piece]]  # a language, the digest of its pieces, and those
# What came of it: the files, what is to be said, what was asked, and read of the output.
Files = tuple[dict[str, bytes], tuple[Problem, ...], tuple[Query, ...], tuple[tuple[str, str], ...]]


class Build:
    """One build; `known` is what the last one noted."""

    def __init__(
        self,
        settings: Settings,
        options: Mapping[str, Any],
        root: Path,
        inputs: Inputs,
        store: Store,
        content: Content,
        known: Index,
        workers: int,
    ) -> None:
        """Take the settings, and what is known of the files that they name."""
        self._settings, self._options, self._root = settings, options, root
        self._cache = root / ".cache"
        self._inputs, self._store, self._content = inputs, store, content
        self._workers = workers
        self._jinja = options.get("JINJA_ENVIRONMENT", JINJA)
        # What makes a page of a view, but for the words.
        self._theme = digest(inputs.code, inputs.templates, repr(self._jinja))
        self._photos = known.written.get("photos", Written({})).files
        self._new = self._begin()
        is_known = self._new.base == known.base and not content.is_faulty
        self._known = known if is_known else Index()
        self._read: dict[str, str] = {}  # what a writer has read of the output, with its digests

    def _begin(self) -> Index:
        """Return the index with the digests that decide what is to be done."""
        inputs, content = self._inputs, self._content
        base = digest(inputs.code, inputs.settings, inputs.day, inputs.files)
        heads = digest(*(f"{place!r} {kept.heads}" for place, kept in content.kept.items()))
        looks = digest(self._theme, repr(content.words))
        return Index(
            base,
            digest(base, heads, inputs.photos),
            names_of(inputs),
            inputs.photos,
            looks,
            content.kept,
        )

    def run(self) -> Index:
        """Return the index of the site as it is now; its files are in the store.

        Raises: Faulty, Lost.
        """
        self._check()
        self._make_assets()
        self._make_album()
        self._list_documents()
        self._make_pages()
        self._write_others()
        return self._new

    @cached_property
    def _site(self) -> Site:
        return self._content.site

    @cached_property
    def _answers(self) -> Answers:
        new, content = self._new, self._content
        return Answers(lambda: content.site, content.kept, new.album, content.words)

    def _is_as_it_was(self) -> bool:
        """Tell whether nothing has changed but texts, words of the theme and its files."""
        return self._new.checks == self._known.checks

    def _check(self) -> None:
        """Look for problems, and take what the site itself asked. Raises: Faulty."""
        new, known = self._new, self._known
        if not self._are_same(known.asked_by_checks):
            known = self._known = Index()
        if self._is_as_it_was():
            new.notices = known.notices
            self._asked_by_checks = self._old_queries(known.asked_by_checks)
            return
        again = self._find_again()
        self._content.check(again)
        new.notices = [*self._site.notices]
        before = () if again is None else self._old_queries(known.asked_by_checks)
        self._asked_by_checks = (*before, *self._content.watch.take())
        self._content.forget()

    def _find_again(self) -> Collection[Place] | None:
        """Return the places to check again: the changed, and those that point at one; None for all.

        The last build found the others good, and with them all that decides about them.
        """
        new, known, touched = self._new, self._known, self._content.touched
        outlines = (kept.get(place) for kept in (known.kept, new.kept) for place in touched)
        types = {kept.outline.type for kept in outlines if kept and kept.outline}
        if known.base != new.base or known.photos != new.photos or types & {*ONE_OF_A_SITE}:
            return None
        return [
            place
            for place, kept in new.kept.items()
            if place in touched or (kept.outline and kept.outline.points_to(touched))
        ]

    def _are_same(self, texts: Numbers) -> bool:
        """Tell whether texts that were fetched for the whole site are as they were."""
        known = (self._known.questions[number] for number in numbers_in(texts))
        return all(self._answers.of(query) == answer for query, answer in known)

    def _old_queries(self, numbers: Numbers) -> tuple[Query, ...]:
        return tuple(self._known.questions[number][0] for number in numbers_in(numbers))

    def _is_stale(self, asked: Numbers) -> bool:
        """Tell whether an answer has changed."""
        return not self._stale.isdisjoint(numbers_in(asked))

    def _make_assets(self) -> None:
        new, known = self._new, self._known
        if self._is_as_it_was() and known.assets_key.endswith(self._inputs.static):
            new.assets, new.assets_key = known.assets, known.assets_key
            new.written["assets"] = known.written["assets"]
            return
        cloths, quilt = find_cloths(self._site), find_quilt(self._site)
        key = digest("assets", self._inputs.code, self._inputs.static, repr((cloths, quilt)))
        new.assets_key = f"{key} {self._inputs.static}"
        if new.assets_key == known.assets_key:
            new.assets, new.written["assets"] = known.assets, known.written["assets"]
            return
        kept = self._store.get(key)
        if kept is not None:
            new.assets, new.written["assets"] = pickle.loads(kept)
            return
        from samenleven.views.asset_files import write_assets  # the looms take a while to load

        static = self._settings.theme / "static"
        with tempfile.TemporaryDirectory() as folder:
            new.assets = write_assets(static, Path(folder), cloths, self._cache, quilt)
            new.written["assets"] = Written(self._collect(Path(folder)))
        self._store.put(key, pickle.dumps((new.assets, new.written["assets"]), 5))

    def _make_album(self) -> None:
        new, known = self._new, self._known
        new.album_key = known.album_key if self._is_as_it_was() else self._find_album_key()
        if new.album_key == known.album_key:
            new.album = known.album
            for name in ("photos", "scenes"):
                new.written[name] = known.written[name]
        else:
            # Many builds have no new photo, and the room takes a while to load.
            from samenleven.incremental.pictures import list_photos, make_photos
            from samenleven.views.asset_files import draw_preview

            sets, problems = make_photos(self._site, self._cache, self._options)
            if problems:
                raise Faulty(sorted(problems))
            new.written["photos"] = Written(*list_photos(sets, self._root, self._photos))
            with tempfile.TemporaryDirectory() as folder:
                draw = partial(draw_preview, self._cache)
                new.album = write_scenes(self._site, sets, Path(folder), draw)
                new.written["scenes"] = Written(self._collect(Path(folder)))
        vars(self).pop("_answers", None)  # they know no photos yet

    def _find_album_key(self) -> str:
        """Return the digest of what decides the photos: their files, and what is made of each."""
        asked = [
            (place, photo.file, photo.credit, photo.focus, photo.cover)
            for place, outline in self._site.outlines.items()
            for photo in outline.photos
        ]
        left = [left[:2] for left in self._site.left_out]
        return digest(self._new.base, self._new.photos, repr(asked), repr(left))

    def _list_documents(self) -> None:
        if self._is_as_it_was():
            self._new.written["files"] = self._known.written["files"]
            return
        content = self._settings.content
        found, places = {}, {}
        for path in self._site.files:
            found[media_path(path)] = self._content.digest_of(f"{content.name}/{path}")
            places[media_path(path)] = os.path.relpath(content / path, self._root)
        self._new.written["files"] = Written(found, places)

    def _collect(self, folder: Path) -> dict[str, str]:
        """Return the digest of each file below `folder`, and keep its bytes."""
        return {path: self._keep(data) for path, data in _read_files(folder)}

    def _keep(self, data: bytes) -> str:
        """Return the digest of the bytes of a file, and keep them."""
        found = digest_bytes(data)
        if not self._store.has(file_key(found)):
            self._store.put(file_key(found), data)
        return found

    def _make_pages(self) -> None:
        new, known = self._new, self._known
        tasks = [*known.pages] if self._is_as_it_was() else [*list_tasks(self._site)]
        self._stale = self._find_stale()
        old = known.pages if new.assets == known.assets else {}
        todo = [*self._find_work(tasks, old)]
        # What nobody asks any longer stays until all begins anew, with the next day at the latest.
        self._numbers = {query: at for at, (query, _) in enumerate(known.questions)}
        made = dict(self._make(todo))
        new.pages = {task: made.get(task) or known.pages[task] for task in tasks}

    def _find_stale(self) -> frozenset[int]:
        """Return the numbers of the known questions whose answers have changed."""
        known, touched = self._known, self._content.touched
        kinds = OF_FILES if self._is_as_it_was() else None
        return frozenset(
            number
            for number, (query, answer) in enumerate(known.questions)
            if (kinds is None or query[0] in kinds)
            and not (query[0] in OF_PLACES and query[1:3] not in touched)
            and self._answers.of(query) != answer
        )

    def _find_work(self, tasks: Iterable[Task], old: Mapping[Task, Done]) -> Iterator[Work]:
        """Yield the pages that are not as they were."""
        for task in tasks:
            done = old.get(task)
            if done is None or self._is_stale(done.asked):
                yield task, None
            elif not self._looks_the_same(done):
                yield task, done

    def _looks_the_same(self, done: Done) -> bool:
        if self._new.looks == self._known.looks:
            return True
        words = self._content.words
        return page_key(done.view, done.langs, self._theme, words) == done.key

    def _make(self, todo: list[Work]) -> Iterator[tuple[Task, Done]]:
        if not todo:
            return
        press = self._press()
        if len(todo) >= FEW_PAGES:
            press.prepare()
        results = spread(press.make, todo, least=FEW_PAGES, workers=self._workers)
        for number, (done, page, view, asked) in results:
            for key, data in ((done.key, page), (done.view, view)):
                if data:
                    self._store.put_packed(key, data)
            numbers = done.asked or _number(asked, self._numbers)
            yield todo[number][0], done._replace(asked=numbers)

    def _press(self) -> Press:
        assert self._new.assets
        self._store.save()
        return Press(
            site=self._site,
            watch=self._content.watch,
            store=self._store,
            catalogs=self._content.catalogs,
            words=self._content.words,
            assets=self._new.assets,
            album=self._new.album,
            theme=self._theme,
            options=self._jinja,
            forget=self._content.forget,
        )

    @cached_property
    def _late(self) -> Late:
        """Return what writers see: a site and catalogs that note what they ask."""
        watch = self._content.watch
        site = WatchedSite(self._site, watch)
        return Late(
            site=site,
            catalogs=watch_words(self._content.catalogs, watch),
            origins=Origins(site),
            options=self._options,
            paths=frozenset(),
            read=self._read_output,
            cache=self._cache,
        )

    def _write_others(self) -> None:
        """Write the other files, and note all questions with their answers."""
        new, known = self._new, self._known
        for name, writer in WRITERS.items():
            if writer.room not in self._options["PLUGINS"]:
                continue
            stale: list[Share] = []
            files = new.digests() if writer.reads_output else {}
            others = [path for path in files if not path.endswith(".html")]
            places = [*writer.places(self._site, self._options)]
            for lang in self._settings.languages if writer.by_language else ("",):
                part = f"{name} {lang}"
                pieces = {place: self._make_piece(part, writer, lang, place) for place in places}
                new.pieces.update({(part, place): piece for place, piece in pieces.items()})
                told = (self._inputs.static, *others) if writer.reads_output else ()
                key = digest(*told, *(f"{at!r} {piece.key}" for at, piece in pieces.items()))
                old = known.written.get(part)
                is_same = old and old.key == key and not self._is_stale(old.asked)
                if old and is_same and all(files.get(path) == was for path, was in old.read):
                    new.written[part] = old
                else:
                    stale.append((lang, key, [*pieces.values()]))
            for (lang, key, _), written in self._write(writer, stale, others):
                new.written[f"{name} {lang}"] = replace(written, key=key)
        new.asked_by_checks = _number(self._asked_by_checks, self._numbers)
        new.questions = [
            known.questions[number]
            if number < len(known.questions) and number not in self._stale
            else (query, self._answers.of(query))
            for query, number in self._numbers.items()
        ]

    def _make_piece(self, part: str, writer: Writer, lang: str, place: Place) -> Piece:
        """Return what a writer says of a page, as it is known or made anew."""
        known = self._known.pieces.get((part, place))
        if known and not self._is_stale(known.asked):
            return known
        self._content.watch.take()
        data = pickle.dumps(writer.make(self._late, lang, place), 5)
        asked = _number(self._content.watch.take(), self._numbers)
        key = f"piece {digest_bytes(data)}"
        self._store.put(key, data)
        self._content.forget()  # most pieces are of one page, and each page has one
        return Piece(asked, key)

    def _write(
        self, writer: Writer, work: list[Share], paths: Collection[str]
    ) -> Iterator[tuple[Share, Written]]:
        """Yield what a writer writes for each language that has another piece."""
        if not work:
            return
        late = replace(self._late, paths=frozenset(paths))
        self._store.save()
        write = partial(self._write_share, writer, late)
        results = spread(write, work, least=writer.least, workers=self._workers)
        for number, (files, notices, asked, read) in results:
            digests = {path: self._keep(data) for path, data in files.items()}
            numbers = _number(asked, self._numbers)
            yield work[number], Written(digests, asked=numbers, notices=notices, read=read)

    def _write_share(self, writer: Writer, late: Late, work: Iterable[Share]) -> Iterator[Files]:
        self._store.reopen()
        self._content.watch.take()
        for lang, _, pieces in work:
            self._read.clear()
            texts = [pickle.loads(self._fetch(piece.key)) for piece in pieces]
            with tempfile.TemporaryDirectory() as folder:
                notices = tuple(writer.write(late, lang, texts, Path(folder)) or ())
                files = dict(_read_files(Path(folder)))
            yield files, notices, self._content.watch.take(), tuple(self._read.items())

    def _read_output(self, path: str) -> bytes:
        """Return the bytes of a file that is in the store, and note it. Raises: Lost."""
        data = self._fetch(self._new.stored()[path])
        self._read[path] = digest_bytes(data)
        return data

    def _fetch(self, key: str) -> bytes:
        data = self._store.get(key)
        if data is None:
            raise Lost
        return data


def _read_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each file below a folder, and its bytes."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def names_of(inputs: Inputs) -> str:
    """Return the digest of what decides which files are pages, and of what place."""
    return digest("names", inputs.code, inputs.settings, inputs.names)


def _number(asked: Iterable[Query], numbers: dict[Query, int]) -> Numbers:
    """Return the numbers of questions; a new one gets the next."""
    return pack_numbers(numbers.setdefault(query, len(numbers)) for query in asked)
