"""What was made before, by the content of photos and the settings, and never by their names.

`<cache>/images/parts/<content>-<settings>/` holds what one recipe made of one photo, and comes
into being by one rename: a folder by that name is whole. `index.json` only saves time: it knows
the content of files by their size and time, and what lies in the folders. Without it, sources
are read again and folders looked into, and nothing is encoded.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

VERSION = 1  # of the index
CLOCK = 2_000_000_000  # nanoseconds; the coarsest clock of a file system (FAT)
HALF = ".new-"  # how the names begin of folders that are being filled
CONTENT_BYTES = 16
FACTS = "facts"  # the settings under which the facts of a photo lie
FACTS_FILE = "facts.json"


def hash_bytes(data: bytes) -> str:
    """Return the name of a content."""
    return blake2b(data, digest_size=CONTENT_BYTES).hexdigest()


def hash_settings(*settings: object) -> str:
    """Return the name of settings; they must be told apart by their repr."""
    return blake2b(repr(settings).encode(), digest_size=4).hexdigest()


class Store:
    """The cache, read once for a run. Not for use by two threads."""

    def __init__(self, cache: Path) -> None:
        """Read the index and list the folders."""
        self.folder = cache / "images" / "parts"
        self._file = cache / "images" / "index.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._there = set(os.listdir(self.folder))  # noqa: PTH208 - names are all that is needed
        self._trusted_before = self._index_time() - CLOCK
        index = self._read_index()
        self._sources: dict[str, list[Any]] = index["sources"]  # path: size, time, content
        self._parts: dict[str, str] = index["parts"]  # folder: names and sizes of its files
        self._facts: dict[str, list[Any]] = index["facts"]  # content: width, height, ...
        self._is_changed = False

    def _index_time(self) -> int:
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0

    def _read_index(self) -> dict[str, dict[str, Any]]:
        try:
            index = json.loads(self._file.read_bytes())
            if index["version"] == VERSION and {"sources", "parts", "facts"} <= index.keys():
                return dict(index)
        except (OSError, ValueError, KeyError, TypeError):
            pass  # none yet, or a damaged one: it is made again
        return {"sources": {}, "parts": {}, "facts": {}}

    def content_of(self, file: str) -> str:
        """Return the name of a file's content; it is read only where size or time changed.

        A file that changed just before the index was written may change again in the same tick
        of the clock, so its time says nothing. Raises: OSError.
        """
        stat = os.stat(file)  # noqa: PTH116 - thousands of times
        known = self._sources.get(file)
        is_same = known and known[0] == stat.st_size and known[1] == stat.st_mtime_ns
        if known and is_same and stat.st_mtime_ns < self._trusted_before:
            return str(known[2])
        content = hash_bytes(Path(file).read_bytes())
        self._note(self._sources, file, [stat.st_size, stat.st_mtime_ns, content])
        return content

    def find_part(self, folder: str) -> str | None:
        """Return the files of a part as `name size` separated by `;`, or None if not made yet."""
        if folder not in self._there:
            return None
        known = self._parts.get(folder)
        if known is None:  # made by a run that was killed, or beside this one
            entries = sorted(os.scandir(self.folder / folder), key=_width)
            known = ";".join(f"{entry.name} {entry.stat().st_size}" for entry in entries)
            self._note(self._parts, folder, known)
        return known

    def find_facts(self, content: str) -> list[Any] | None:
        """Return what is known of a photo, or None."""
        folder = f"{content}-{FACTS}"
        if folder not in self._there:
            return None
        known = self._facts.get(content)
        if known is None:
            known = json.loads((self.folder / folder / FACTS_FILE).read_bytes())
            self._note(self._facts, content, known)
        return known

    def add(self, folders: Iterable[str]) -> None:
        """Take note of folders that were just made."""
        self._there.update(folders)

    def _note(self, table: dict[str, Any], name: str, value: Any) -> None:
        if table.get(name) != value:
            table[name] = value
            self._is_changed = True

    def save(self) -> None:
        """Write the index if it changed. Of two runs at once the last one's stands."""
        if not self._is_changed:
            return
        tables = {"sources": self._sources, "parts": self._parts, "facts": self._facts}
        text = json.dumps({"version": VERSION, **tables}, separators=(",", ":"))
        half = self._file.with_name(f"{HALF}{os.getpid()}.json")
        half.write_text(text, encoding="utf-8")
        half.replace(self._file)
        self._is_changed = False

    def last_content_of(self, file: str) -> str | None:
        """Return the content of a file, or what it was when it was last seen."""
        try:
            return self.content_of(file)
        except OSError:
            return str(self._sources[file][2]) if file in self._sources else None

    def forget(self, content: str) -> list[tuple[str, str]]:
        """Remove all that was made of a content; return the folders and what lay in them."""
        gone = {name for name in self._there if name.partition("-")[0] == content}
        listed = [(name, self.find_part(name) or "") for name in sorted(gone)]
        self._sources = {name: row for name, row in self._sources.items() if row[2] != content}
        self._remove(gone)
        return [(name, files) for name, files in listed if not name.endswith(FACTS)]

    def keep_only(self, folders: set[str], files: set[str]) -> None:
        """Remove all folders but these, and forget all sources but these.

        Not while another run is at work: half-made folders go too.
        """
        contents = {folder.partition("-")[0] for folder in folders}
        used = folders | {f"{content}-{FACTS}" for content in contents}
        self._sources = {name: row for name, row in self._sources.items() if name in files}
        self._remove(self._there - used)

    def _remove(self, folders: set[str]) -> None:
        for name in folders:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        self._there -= folders
        self._parts = {name: row for name, row in self._parts.items() if name in self._there}
        kept = {name.partition("-")[0] for name in self._there}
        self._facts = {name: row for name, row in self._facts.items() if name in kept}
        self._is_changed = True


def _width(entry: os.DirEntry[str]) -> tuple[int, str]:
    width = entry.name.partition("x")[0]
    return int(width) if width.isdigit() else 0, entry.name


def write_part(parts: Path, folder: str, files: dict[str, bytes]) -> None:
    """Write the files of a part under another name and rename the folder: all or nothing."""
    half = parts / f"{HALF}{os.getpid()}-{folder}"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    for name, data in files.items():
        (half / name).write_bytes(data)
    try:
        half.rename(parts / folder)
    except OSError:
        if not (parts / folder).is_dir():
            raise
        shutil.rmtree(half)  # another run made the same meanwhile
