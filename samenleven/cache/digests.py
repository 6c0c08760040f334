"""Know the digest of a file without reading it again, as long as nothing has touched it.

A file is the same when its size, its times (of its bytes and of its inode), and its inode are. A
file that was touched is read and may prove the same: what is kept never hangs on time alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Set
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias

SIZE = 16  # bytes of a digest
SETTLED = 2_000_000_000  # nanoseconds: FAT notes times in steps of two seconds
Mark: TypeAlias = tuple[int, int, int, int]  # bytes, and what the system notes of a file
Marks: TypeAlias = dict[str, Mark]  # by path
Table: TypeAlias = dict[str, tuple[str, Mark]]  # path -> digest, and the mark that it had


def digest(*parts: bytes | str) -> str:
    """Return the digest of some bytes and texts; where one part ends and the next begins counts."""
    total = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def digest_bytes(data: bytes) -> str:
    """Return the digest of the bytes of a file."""
    return blake2b(data, digest_size=SIZE).hexdigest()


def mark_of(stat: os.stat_result) -> Mark:
    """Return what tells that a file was touched."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


class Digests:
    """The digests of files below a folder; `known` is what the last build noted."""

    def __init__(self, root: Path, known: Table, now: int) -> None:
        """Take the time `now` in nanoseconds: what was touched just before may be touched again."""
        self._root, self._known, self._now = os.fspath(root), known, now
        self.table: Table = {}

    def recall(self) -> None:
        """Take the digests of all known files that nothing has touched: `of` for thousands."""
        base, stat = f"{self._root}{os.sep}", os.stat
        for path, row in self._known.items():
            size, changed, noted, inode = row[1]
            try:
                now = stat(base + path)
            except OSError:
                continue
            # Of another kind it could not be: its inode would be another too.
            is_same = now.st_mtime_ns == changed and now.st_ctime_ns == noted
            if is_same and now.st_size == size and now.st_ino == inode:
                self.table[path] = row

    def of(self, path: str) -> str:
        """Return the digest of a file, "" if none can be read there. `path` may be absolute."""
        if path in self.table:
            return self.table[path][0]
        file = os.path.join(self._root, path)  # noqa: PTH118 - ten thousand times a build
        try:
            stat = os.stat(file)  # noqa: PTH116
            if not S_ISREG(stat.st_mode):  # a pipe would be waited for
                return ""
            mark = mark_of(stat)
            known = self._known.get(path)
            if known and known[1] == mark:
                self.table[path] = known
                return known[0]
            with open(file, "rb") as stream:  # noqa: PTH123
                found = digest_bytes(stream.read())
        except OSError:
            return ""
        # What changes twice within the clock's step keeps its mark: do not trust it next time.
        if max(mark[1], mark[2]) > self._now - SETTLED:
            mark = (*mark[:3], 0)
        self.table[path] = found, mark
        return found

    def known_of(self, path: str) -> str:
        """Return the digest of a file that was looked at, "" of one that was not there."""
        return self.table[path][0] if path in self.table else ""


def walk(folder: Path, *, hidden: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the path of each file below `folder`, as "folder's name/...", and whether it is a link.

    The order is its own. What Python compiled is left out, and, unless `hidden`, what begins with a
    dot.
    """
    stack = [(os.fspath(folder), folder.name)]
    while stack:
        place, name = stack.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if (entry.name.startswith(".") and not hidden) or entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                stack.append((entry.path, f"{name}/{entry.name}"))
            else:
                yield f"{name}/{entry.name}", entry.is_symlink()


def mark_folders(folder: Path, paths: Iterable[str]) -> Marks:
    """Return what tells that a file came or went in one of the folders at `paths` below `folder`.

    It is empty where one is missing, or where a file that comes now might not be told.
    """
    base, latest = f"{os.fspath(folder)}{os.sep}", time.time_ns() - SETTLED
    try:
        marks = {path: mark_of(os.stat(base + path)) for path in paths}  # noqa: PTH116
    except OSError:
        return {}
    return {} if any(max(mark[1], mark[2]) > latest for mark in marks.values()) else marks


def folders_of(paths: Iterable[str]) -> Set[str]:
    """Return every folder above the files at these paths."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def count_files(folder: Path) -> int:
    """Return how many files lie below `folder`."""
    count, stack = 0, [os.fspath(folder)]
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
                else:
                    count += 1
    return count
