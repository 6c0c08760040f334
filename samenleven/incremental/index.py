"""What a build notes of its parts, for the next one."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from samenleven.cache.ledger import Ledger, Parts
from samenleven.languages.kept import Kept
from samenleven.languages.watched import Query
from samenleven.model.source import Place
from samenleven.problems import Problem
from samenleven.record import record
from samenleven.views.album import Album
from samenleven.views.assets import Assets
from samenleven.views.build import Task

# Numbers of questions as machine words: of 500 pages there are 300,000.
Numbers: TypeAlias = bytes


def pack_numbers(numbers: Iterable[int]) -> Numbers:
    """Return numbers as they are noted."""
    return array("I", numbers).tobytes()


def numbers_in(packed: Numbers) -> memoryview[int]:
    """Return the numbers that were packed."""
    return memoryview(packed).cast("I")


class Done(NamedTuple):
    """What is noted of a page."""

    asked: Numbers  # of the questions that its view asked
    view: str  # the digest of the view, which is its key in the store
    langs: tuple[str, ...]  # of its frame, its article and the chapters in it
    file: str
    key: str  # of its bytes in the store
    digest: str  # of its bytes


@record(frozen=True)
class Written:
    """Files beside the pages."""

    files: Mapping[str, str]  # the digest of each
    # Where those lie that are not in the store, below the root.
    places: Mapping[str, str] = field(default_factory=dict)
    asked: Numbers = b""  # of the questions that were asked for them
    notices: tuple[Problem, ...] = ()
    key: str = ""  # of the pieces that they were made of, or of the paths that they tell of
    read: tuple[tuple[str, str], ...] = ()  # files of the output that were read, with their digests


class Piece(NamedTuple):
    """What a writer says of one page."""

    asked: Numbers  # of the questions that were asked for it
    key: str  # of its pickle in the store


@dataclass
class Index:
    """The parts of a site."""

    base: str = ""  # the digest of what decides everything
    checks: str = ""  # the digest of what decides whether there are problems, but for texts
    names: str = ""  # the digest of the names of the files of content
    photos: str = ""  # that of the files of photos
    looks: str = ""  # that of templates and catalogs
    kept: dict[Place, Kept] = field(default_factory=dict)
    questions: list[tuple[Query, str]] = field(default_factory=list)  # and their answers
    asked_by_checks: Numbers = b""
    notices: list[Problem] = field(default_factory=list)  # of the site
    assets: Assets | None = None
    assets_key: str = ""
    album_key: str = ""
    album: Album = field(default_factory=dict)
    pages: dict[Task, Done] = field(default_factory=dict)
    pieces: dict[tuple[str, Place], Piece] = field(default_factory=dict)  # by writer
    written: dict[str, Written] = field(default_factory=dict)

    def digests(self) -> dict[str, str]:
        """Return the digest of each file of the output, by its path."""
        files = {
            path: found for part in self.written.values() for path, found in part.files.items()
        }
        return files | {done.file: done.digest for done in self.pages.values()}

    def places(self) -> dict[str, str]:
        """Return where the files lie that are not in the store."""
        return {path: at for part in self.written.values() for path, at in part.places.items()}

    def stored(self) -> dict[str, str]:
        """Return the key of each file that is in the store."""
        keys = {
            path: file_key(found)
            for part in self.written.values()
            for path, found in part.files.items()
            if path not in part.places
        }
        return keys | {done.file: done.key for done in self.pages.values()}

    def all_notices(self) -> Iterator[Problem]:
        """Yield what an editor should know, of the site and of what was written."""
        yield from self.notices
        for part in self.written.values():
            yield from part.notices

    def count(self) -> int:
        """Return how many values it needs in the store, about."""
        of_places = (
            len(kept.outline.versions) if kept.outline else 1 for kept in self.kept.values()
        )
        return 2 * len(self.pages) + len(self.pieces) + 3 * sum(of_places)

    def keys(self) -> Iterator[str]:
        """Yield the keys of all that it needs in the store."""
        for kept in self.kept.values():
            yield from kept.keys()
        yield from (piece.key for piece in self.pieces.values())
        yield from (done.view for done in self.pages.values())
        yield from self.stored().values()


def note_of(file: Path, code: str) -> Ledger:
    """Return where an index is noted; only the code that wrote it can read it."""
    return Ledger(file, lambda parts: code.encode() + _dump(parts), partial(_load, code.encode()))


def _dump(parts: Parts) -> bytes:
    """Return what `_load` reads; what there is much of as bare tuples, which is faster.

    Each part is a pickle of its own: one of all would look up each text among all others.
    """
    rows = {
        "kept": [(tuple(place), kept.to_row()) for place, kept in parts["kept"].items()],
        "pages": [
            (*place, kind, lang, number, *done)
            for (kind, place, lang, number), done in parts["pages"].items()
        ],
    }
    return pickle.dumps({name: pickle.dumps(part, 5) for name, part in (parts | rows).items()}, 5)


def _load(code: bytes, data: bytes) -> Parts:
    if not data.startswith(code):
        return {}
    parts: Parts = pickle.loads(data[len(code) :])
    parts = {name: pickle.loads(part) for name, part in parts.items()}
    parts["kept"] = {Place(*place): Kept.from_row(row) for place, row in parts["kept"]}
    parts["pages"] = {
        Task(kind, Place(section, key), lang, number): Done(*done)
        for section, key, kind, lang, number, *done in parts["pages"]
    }
    return parts


def file_key(found: str) -> str:
    """Return the key of the bytes with this digest, of what is no page."""
    return f"file {found}"
