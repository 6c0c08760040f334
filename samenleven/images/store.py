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
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

VERSION = 1  # of the index
CLOCK = 2_000_000_000  # nanoseconds; the coarsest clock of a file system (FAT)
HALF = ".new-"  # how the names begin of folders that are being filled
CONTENT_BYTES = 16
FACTS = "facts"  # the settings under which the facts of a photo lie
FACTS_FILE = "facts.json"  # width, height, average colour, whether it moves

Made = dict[str, Any]  # by settings: the files of a part as text, and under FACTS the facts


def hash_bytes(data: bytes) -> str:
    """Return the name of a content."""
    return blake2b(data, digest_size=CONTENT_BYTES).hexdigest()


def hash_settings(*settings: object) -> str:
    """Return the name of settings; they must be told apart by their repr."""
    return blake2b(repr(settings).encode(), digest_size=4).hexdigest()


class Store:
    """The cache, read once for a run. Not for use by two threads."""

    def __init__(self, cache: Path) -> None:
        """Read the index, and look into the folders that it does not know."""
        self.folder = cache / "images" / "parts"
        self._file = cache / "images" / "index.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        index = self._read_index()
        self._sources: dict[str, list[Any]] = index["sources"]  # path: size, time, content
        self._photos: dict[str, Made] = index["photos"]  # by content
        self._is_changed = False
        self._trusted_before = self._index_time() - CLOCK
        if index["time"] != self._folder_time():
            self._look_into_folders()

    def _index_time(self) -> int:
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0

    def _folder_time(self) -> int:
        """Return the time of the last folder that came or went (POSIX, 4.9)."""
        return self.folder.stat().st_mtime_ns

    def _read_index(self) -> dict[str, Any]:
        try:
            index = json.loads(self._file.read_bytes())
            if index["version"] == VERSION and {"sources", "photos", "time"} <= index.keys():
                return dict(index)
        except (OSError, ValueError, KeyError, TypeError):
            pass  # none yet, or a damaged one: it is made again
        return {"sources": {}, "photos": {}, "time": 0}

    def _look_into_folders(self) -> None:
        """Take what lies there for true: a run may have been killed, or was beside this one."""
        known, self._photos = self._photos, {}
        for name in os.listdir(self.folder):  # noqa: PTH208 - names are all that is needed
            content, _, settings = name.partition("-")
            if settings and not name.startswith(HALF):
                row = known.get(content, {}).get(settings)
                made = self._photos.setdefault(content, {})
                made[settings] = row or _look_into(self.folder / name)
        self._is_changed = True

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
        row = [stat.st_size, stat.st_mtime_ns, content]
        if known != row or stat.st_mtime_ns >= self._trusted_before:
            self._sources[file] = row
            self._is_changed = True  # written later than the file, it can be trusted next time
        return content

    def last_content_of(self, file: str) -> str | None:
        """Return the content of a file, or what it was when it was last seen."""
        try:
            return self.content_of(file)
        except OSError:
            return str(self._sources[file][2]) if file in self._sources else None

    def find(self, content: str) -> Made:
        """Return what was made of a photo; nothing for one that is new."""
        return self._photos.get(content, {})

    def add(self, folders: Iterable[str]) -> None:
        """Take note of folders that were just made."""
        for name in folders:
            content, _, settings = name.partition("-")
            self._photos.setdefault(content, {})[settings] = _look_into(self.folder / name)
            self._is_changed = True

    def save(self) -> None:
        """Write the index if it changed. Of two runs at once the last one's stands."""
        if not self._is_changed:
            return
        tables = {"sources": self._sources, "photos": self._photos}
        index = {"version": VERSION, "time": self._folder_time(), **tables}
        half = self._file.with_name(f"{HALF}{os.getpid()}.json")
        half.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
        half.replace(self._file)
        self._is_changed = False

    def forget(self, content: str) -> Iterator[tuple[str, str]]:
        """Remove all that was made of a content; yield each folder and what lay in it."""
        self._sources = {name: row for name, row in self._sources.items() if row[2] != content}
        for settings, files in self._photos.pop(content, {}).items():
            shutil.rmtree(self.folder / f"{content}-{settings}", ignore_errors=True)
            if settings != FACTS:
                yield f"{content}-{settings}", files
        self._is_changed = True

    def keep_only(self, folders: set[str], files: set[str]) -> int:
        """Remove all folders but these, and forget all sources but these; return the bytes freed.

        Not while another run is at work: half-made folders go too.
        """
        contents = {folder.partition("-")[0] for folder in folders}
        used = folders | {f"{content}-{FACTS}" for content in contents}
        unused = [self.folder / name for name in {*os.listdir(self.folder)} - used]  # noqa: PTH208 - names are all it needs
        freed = sum(file.stat().st_size for folder in unused for file in folder.iterdir())
        for folder in unused:
            shutil.rmtree(folder, ignore_errors=True)
        self._sources = {name: row for name, row in self._sources.items() if name in files}
        self._look_into_folders()
        return freed


def _look_into(folder: Path) -> Any:
    """Return the facts, or the files of a part as "name bytes;name bytes", by width."""
    if folder.name.endswith(f"-{FACTS}"):
        return json.loads((folder / FACTS_FILE).read_bytes())
    entries = sorted(os.scandir(folder), key=lambda entry: int(entry.name.partition("x")[0]))
    return ";".join(f"{entry.name} {entry.stat().st_size}" for entry in entries)


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
