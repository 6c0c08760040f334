"""Read each place of the content once, and keep what came of it by the bytes of its files.

What is kept of a place is an outline, which each build has at hand, and in the store a pickle of
its `Reading` and one of its entry in each language, which are loaded when somebody asks. They hold
no long texts: the HTML of a body is kept by itself and fetched when a page is built from it; the
Markdown is read from its file again. So the memory of a build grows with what it builds.

A reading with problems is never kept: it is read again until it is mended.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from samenleven.cache.digests import digest
from samenleven.cache.store import Store, pack
from samenleven.languages.outline import Outline, make_outline
from samenleven.languages.reading import Page, Reading, read_place
from samenleven.languages.site import judge_pages
from samenleven.model.body import Body, BodyReader
from samenleven.model.entries import Entry
from samenleven.model.files import STATE
from samenleven.model.settings import Settings
from samenleven.model.source import Found, Place, Source, decode
from samenleven.problems import Problem

Files = tuple[tuple[str, str], ...]  # path and digest of each
FEW = 4  # places that are read again language by language; of more, all is read


class Lost(Exception):
    """Raised when something that was kept is no longer there: the build must begin anew."""


class KeptBody(Body):
    """A body whose HTML is fetched each time that it is asked for."""

    def __init__(self, body: Body, place: Place, lang: str, key: str) -> None:
        """Take all but the HTML, which is kept under `key`."""
        rest = {name: value for name, value in vars(body).items() if name != "html"}
        vars(self).update(rest, place=place, lang=lang, key=key)

    @property
    def key(self) -> str:
        """Return the key of the HTML."""
        key: str = vars(self)["key"]
        return key

    @property
    def html(self) -> str:
        """Return the HTML. Raises: Lost."""
        fetched: str = vars(self)["fetch"](self)
        return fetched

    def __getstate__(self) -> dict[str, Any]:
        """Leave out how it is fetched, which is of this process."""
        return {name: value for name, value in vars(self).items() if name != "fetch"}


class KeptSource(Source):
    """A source whose body is read from its file each time that it is asked for."""

    def __init__(self, source: Source) -> None:
        """Take all but the body, and the place of the checkout."""
        vars(self).update({k: v for k, v in vars(source).items() if k not in ("body", "file")})

    @property
    def body(self) -> str:
        """Return the Markdown."""
        vars(self)["note"](self)
        lines = decode(self.file.read_bytes()).split("\n")
        return "\n".join(lines[self.body_line - 1 :])

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is of this process."""
        return {name: value for name, value in vars(self).items() if name not in ("note", "file")}


class Kept(NamedTuple):
    """What is known of a place without looking into it."""

    files: Files
    key: str  # of its reading in the store, or "" with problems
    heads: Mapping[str, str]  # by language, the digest of all but its text
    texts: Mapping[str, str]  # by language, the key of the HTML of its body; by file, its digest
    outline: Outline | None  # None where nothing can be shown

    def to_row(self) -> tuple[Any, ...]:
        """Return it as bare tuples."""
        return *self[:4], self.outline.to_row() if self.outline else None

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Kept:
        """Return what `to_row` made a row of."""
        return cls._make((*row[:4], Outline.from_row(row[4]) if row[4] else None))

    def pages(self) -> tuple[str, ...]:
        """Return the paths of its pages."""
        return tuple(path for path, _ in self.files if not path.endswith(STATE))

    def keys(self) -> Iterator[str]:
        """Yield the keys of all that the store has of it."""
        if not self.key:
            return
        yield self.key
        yield _kept_key(self.key)
        for lang in self.outline.versions if self.outline else ():
            yield _entry_key(self.key, lang)
            yield self.texts[lang]


def _kept_key(key: str) -> str:
    return f"{key} kept"


def _entry_key(key: str, lang: str) -> str:
    return f"{key} {lang}"


class Packed(NamedTuple):
    """A reading as it goes into the store, from this process or another."""

    reading: Reading | None  # only with problems
    blob: bytes
    heads: Mapping[str, str]
    texts: Mapping[str, str]
    htmls: tuple[tuple[str, bytes], ...]
    outline: Outline | None
    entries: Mapping[str, bytes]  # by language


def pack_reading(reading: Reading, is_judged_well: bool = True) -> Packed:
    """Return what is to be kept of a reading; one with problems is handed on whole."""
    page = reading.page
    if page is None or reading.problems or not is_judged_well:
        outline = _outline_of(page, page.entries()) if page else None
        return Packed(reading, b"", {}, {}, (), outline, {})
    htmls, texts = [], {}
    bodies: dict[str, Body] = {}
    for lang, body in page.bodies.items():
        if isinstance(body, KeptBody):
            bodies[lang], texts[lang] = body, body.key
            continue
        data = body.html.encode()
        texts[lang] = digest("html", data)
        htmls.append((texts[lang], pack(data)))
        bodies[lang] = KeptBody(body, page.place, lang, texts[lang])
    reads = {
        lang: read._replace(source=KeptSource(read.source)) for lang, read in page.reads.items()
    }
    page = replace(page, reads=reads, bodies=bodies)
    blob = pack(pickle.dumps(replace(reading, page=page), 5))
    entries = page.entries()
    outline = _outline_of(page, entries)
    packed = {lang: pack(pickle.dumps(entry, 5)) for lang, entry in entries.items()}
    return Packed(None, blob, _heads_of(page), texts, tuple(htmls), outline, packed)


def _outline_of(page: Page, entries: Mapping[str, Entry]) -> Outline | None:
    if not entries:
        return None
    drafts = frozenset(lang for lang, read in page.reads.items() if read.is_draft)
    return make_outline(entries, page.source_lang, drafts)


def _heads_of(page: Page) -> dict[str, str]:
    """Return the digest of all that other pages can see of each language of this one.

    Sets have no order of their own that is the same in another process; all else has.
    """
    heads = {}
    for lang, read in sorted(page.reads.items()):
        body = page.bodies[lang]
        # Their lines matter only to messages, and a site with messages is not kept.
        links = [(link.place, link.fragment) for link in body.links]
        files = [file.path for file in body.files]
        photos = [(photo.name, photo.alt) for photo in body.photos]
        rest = (sorted(body.anchors), body.headings, links, files, photos)
        heads[lang] = digest(repr((page.type.__name__, read.values, rest)))
    return heads


class Readings:
    """The readings of all places, as far as they are asked for."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        code: str,
        known: Mapping[Place, Kept],
        note: Callable[..., None],
    ) -> None:
        """Take what was kept by the last build; `code` stands for all that reads.

        `note` is told of each text that is fetched: "text", the place, the language of a body or
        the path of a file.
        """
        self._settings, self._store, self._known = settings, store, known
        decides = (settings.markdown, settings.source_lang, settings.rules, settings.content.name)
        self._recipe = digest(code, repr(decides))
        self.kept: dict[Place, Kept] = {}
        self.faulty: dict[Place, Reading] = {}
        self._note = note

    def update(
        self,
        places: Mapping[Place, Sequence[str]],
        digest_of: Callable[[str], str],
        spread: Spread,
    ) -> None:
        """Read the places whose files have changed; `places` are all, with the paths of pages."""
        changed: list[tuple[Place, Files, str]] = []
        for place, paths in places.items():
            beside = [each for path in paths for each in (path, _state_of(path))]
            files = tuple([(path, digest_of(path)) for path in beside])
            known = self._known.get(place)
            is_same = known and known.files == files and self._may_use(known)
            key = known.key if known and is_same else self._key(files)
            kept = known if is_same else self._find_kept(key)
            if kept and self._store.has(key):
                self.kept[place] = kept
            else:
                changed.append((place, files, key))
        few = len(changed) <= FEW
        work = [
            Work(
                [self._find(place, path) for path in places[place]],
                self._settings,
                self._same(place, files) if few else {},
            )
            for place, files, _ in changed
        ]
        for number, packed in spread(work):
            self._keep(*changed[number], packed)
        self.kept = {place: self.kept[place] for place in places}

    def _find_kept(self, key: str) -> Kept | None:
        """Return what is known of a place whose reading has this key, though it was not noted.

        A build that ended with problems noted nothing, but what it read is in the store.
        """
        blob = self._store.get(_kept_key(key))
        kept: Kept | None = pickle.loads(blob) if blob else None
        return kept

    def _find(self, place: Place, path: str) -> Found:
        lang = path.rpartition("/")[2].removeprefix("index.").removesuffix(".md")
        return Found(path, self._settings.content.parent / path, place, lang)

    def _same(self, place: Place, files: Files) -> dict[str, Body]:
        """Return the bodies of a place in the languages in which it is as it was."""
        known = self._known.get(place)
        if known is None or not self._may_use(known) or not self._store.has(known.key):
            return {}
        page = self._load(known).page
        if page is None:
            return {}
        changed = {path.rpartition(".")[0] for path, _ in {*files} ^ {*known.files}}
        return {
            lang: page.bodies[lang]
            for lang, read in page.reads.items()
            if read.source.path.rpartition(".")[0] not in changed
        }

    def _key(self, files: Files) -> str:
        return f"{self._recipe} {digest(*(part for file in files for part in file))}"

    def _may_use(self, kept: Kept) -> bool:
        """Tell whether a place was read as this build reads."""
        return kept.key.startswith(self._recipe)

    def _keep(self, place: Place, files: Files, key: str, packed: Packed) -> None:
        texts = {**packed.texts, **dict(files)}
        if packed.reading is not None:
            self.faulty[place] = packed.reading
            self.kept[place] = Kept(files, "", packed.heads, texts, packed.outline)
            return
        kept = self.kept[place] = Kept(files, key, packed.heads, texts, packed.outline)
        self._store.put_packed(key, packed.blob)
        self._store.put(_kept_key(key), pickle.dumps(kept, 5))
        for text, html in packed.htmls:
            self._store.put_packed(text, html)
        for lang, entry in packed.entries.items():
            self._store.put_packed(_entry_key(key, lang), entry)

    def load(self, place: Place) -> Reading:
        """Return the reading of a place. Raises: Lost."""
        return self.faulty.get(place) or self._load(self.kept[place])

    def load_entry(self, place: Place, lang: str) -> Entry:
        """Return the entry of a place in a language of its outline. Raises: Lost."""
        faulty = self.faulty.get(place)
        if faulty and faulty.page:
            return faulty.page.entries()[lang]
        blob = self._store.get(_entry_key(self.kept[place].key, lang))
        if blob is None:
            raise Lost
        entry: Entry = pickle.loads(blob)
        vars(entry.body)["fetch"] = self._fetch
        return entry

    def _load(self, kept: Kept) -> Reading:
        blob = self._store.get(kept.key)
        if blob is None:
            raise Lost
        reading: Reading = pickle.loads(blob)
        if reading.page:
            for body in reading.page.bodies.values():
                vars(body)["fetch"] = self._fetch
            for read in reading.page.reads.values():
                file = self._settings.content.parent / read.source.path
                vars(read.source).update(file=file, note=self._note_source)
        return reading

    def _note_source(self, source: KeptSource) -> None:
        self._note("text", *source.place, source.path)

    def _fetch(self, body: KeptBody) -> str:
        mine = vars(body)
        self._note("text", *mine["place"], mine["lang"])
        html = self._store.get(mine["key"])
        if html is None:
            raise Lost
        return html.decode()


def _state_of(path: str) -> str:
    """Return the path of what may be noted beside a page: rules for translations read it."""
    return f"{path.removesuffix('.md')}{STATE}"


class Work(NamedTuple):
    """A place to read, and the bodies of the languages in which it is as it was."""

    found: list[Found]
    settings: Settings
    known: Mapping[str, Body]


Spread = Callable[[list[Work]], Iterable[tuple[int, Packed]]]


def read_packed(work: Sequence[Work]) -> Iterator[Packed]:
    """Yield what is to be kept of some places; one parser serves them all."""
    if not work:
        return
    settings = work[0].settings
    reader = BodyReader(settings.markdown)
    for found, _, known in work:
        reading = read_place(found, settings.source_lang, partial(_take_or_read, known, reader))
        yield pack_reading(reading, is_judged_well(reading, settings, known))


def _take_or_read(
    known: Mapping[str, Body], reader: BodyReader, source: Source
) -> tuple[Body, list[Problem]]:
    """Return the body of a source and its problems; one that is known had none."""
    body = known.get(source.lang)
    return (body, []) if body else reader.read(source)


def is_judged_well(reading: Reading, settings: Settings, known: Collection[str]) -> bool:
    """Tell whether the rules find nothing on a page, with its drafts and without them.

    They hold each translation to the Dutch: those that are `known` beside the Dutch were judged.
    """
    page = reading.page
    if page is None or reading.problems:
        return True
    if page.source_lang in known:
        page = page.only_in({page.source_lang, *(page.reads.keys() - {*known})})
    public = page if page.dutch.is_draft else page.without_drafts()
    versions = [page] if public is page else [page, public]
    return not any(judge_pages(versions, settings))
