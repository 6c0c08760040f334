"""Keep bytes by key in one file, whole or not at all.

SQLite gives atomic writes and readers beside a writer. It does not notice a byte that has changed
on the disk, so each value is held against its own digest. A file that is damaged, cut off or of
another version is put away with a word on stderr; the build then makes all of it anew.

The store is trusted as the checkout itself is: values are pickles of this package.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

VERSION = 1  # of the form of the file
CHECK = 8  # bytes of the digest before each value
TABLE = "CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
DROPS = 1  # times that a file is begun anew
PATIENCE = 5  # seconds to wait for another build that writes


class Store:
    """A file of kept values. Where it cannot be used, it is empty and keeps nothing."""

    def __init__(self, file: Path) -> None:
        """Open the file, or begin a new one."""
        self._file = file
        self._base: sqlite3.Connection | None = None
        self._new: dict[str, bytes] = {}
        self._process = os.getpid()
        self._drops = 0
        for _ in range(2):  # the second time with the file put away
            with self._guarded():
                self._base = self._open()
                return

    def _open(self) -> sqlite3.Connection | None:
        if self._drops > DROPS:  # a disk that is full or broken; what is new stays in memory
            return None
        self._file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None)
        base.execute("PRAGMA synchronous=OFF")  # what a power cut leaves is noticed, see above
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                base.close()
                raise sqlite3.DatabaseError("it was written by another version")
            base.execute(TABLE)
            base.execute(f"PRAGMA user_version={VERSION}")
        return base

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Drop the file when it turns out to be damaged; leave it alone when it is in use."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) and "readonly" not in str(error):
                self._drop(str(error))
        except sqlite3.DatabaseError as error:
            self._drop(str(error))
        except OSError as error:
            self._say(str(error))

    def _drop(self, why: str) -> None:
        self._drops += 1
        if self._drops == 1:
            self._say(why)
        self.close()
        for name in (self._file, *self._file.parent.glob(f"{self._file.name}-*")):
            with contextlib.suppress(OSError):
                name.unlink()

    def _say(self, why: str) -> None:
        sys.stderr.write(
            f"The cache {self._file.name} could not be used, and begins anew: {why}.\n"
        )

    def get(self, key: str) -> bytes | None:
        """Return what is kept, or None."""
        value = self._new.get(key)
        if value is None and self._base:
            with self._guarded():
                row = self._base.execute("SELECT value FROM kept WHERE key=?", (key,)).fetchone()
                value = row[0] if row else None
        return self._unpack(value) if value is not None else None

    def _unpack(self, value: bytes) -> bytes | None:
        try:
            data = zlib.decompress(value[CHECK:])
        except zlib.error:
            data = b""
        if value[:CHECK] == blake2b(data, digest_size=CHECK).digest():
            return data
        self._drop("it is damaged")
        return None

    def has(self, key: str) -> bool:
        """Tell whether there is a value, without looking at it."""
        if key in self._new:
            return True
        row = None
        if self._base:
            with self._guarded():
                row = self._base.execute("SELECT 1 FROM kept WHERE key=?", (key,)).fetchone()
        return row is not None

    def put(self, key: str, data: bytes) -> None:
        """Keep a value from the next `save()` on."""
        self.put_packed(key, pack(data))

    def put_packed(self, key: str, value: bytes) -> None:
        """Keep what `pack()` returned, in this process or another."""
        self._new[key] = value
        if len(self._new) >= 500:
            self.save()

    def save(self) -> None:
        """Write what is new, all or nothing; a file that turns out to be damaged begins anew."""
        for _ in range(2):
            if self._base and self._new:
                with self._guarded():
                    self._write(self._base)
            if not self._base:  # it was put away; one that is only in use stays as it is
                with self._guarded():
                    self._base = self._open()

    def _write(self, base: sqlite3.Connection) -> None:
        base.execute("BEGIN IMMEDIATE")
        base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._new.items())
        base.execute("COMMIT")
        self._new = {}

    def forget_all_but(self, keys: Iterable[str], most: int) -> None:
        """Let go of what none of `keys` names, once there are more than `most` values."""
        if not self._base:
            return
        with self._guarded():
            if self._base.execute("SELECT count(*) FROM kept").fetchone()[0] <= most:
                return
            self._base.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            self._base.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((k,) for k in keys))
            self._base.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")
            self._base.execute("DROP TABLE used")
            self._base.execute("VACUUM")

    def reopen(self) -> None:
        """Open the file anew in a process that was forked: a connection is of one process."""
        if self._base and self._process != os.getpid():
            # The one of the parent is not closed here: that would let go of the parent's locks.
            self._parents, self._base = self._base, None
            self._process = os.getpid()
            with self._guarded():
                self._base = self._open()

    def close(self) -> None:
        """Let go of the file."""
        if self._base:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
        self._base = None


def pack(data: bytes) -> bytes:
    """Return a value as it lies in the file: small, behind its digest."""
    return blake2b(data, digest_size=CHECK).digest() + zlib.compress(data, 1)
