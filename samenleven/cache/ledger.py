"""Note the parts of something large in a file, and what changes later in a small one beside it.

A part is a mapping, a list, or anything else, which is noted whole when it is another. Once a
quarter of all values has changed, all is noted anew.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from samenleven.cache.notes import read_note, without_collector, write_note

Parts = dict[str, Any]
Change = tuple[bool, Any]  # whether it is the part as a whole; else its new values, by key
ID = 16  # bytes
SOME = 4  # one value in so many may have changed


class Ledger:
    """The file of the parts, and the one of what has changed since."""

    def __init__(
        self,
        file: Path,
        dump: Callable[[Parts], bytes] = pickle.dumps,
        load: Callable[[bytes], Parts] = pickle.loads,
    ) -> None:
        """Take how the parts are written and read."""
        self.files = file, file.with_name(f"{file.name}.since")
        self._dump, self._load = dump, load
        self._id = b""
        self._known: Parts = {}  # as they were read; what they hold must stay as it is
        self._changes: dict[str, Change] = {}  # of those, since the large file was written

    def read(self) -> Parts:
        """Return the parts, or none: what is damaged or of another version is put away."""
        large, since = self.files
        data = read_note(large)
        if data is None:
            return {}
        changes = read_note(since) if since.exists() else None
        with without_collector():
            parts = self._load(data[ID:])
            if parts and changes and changes[:ID] == data[:ID]:  # of this large file
                self._changes = pickle.loads(changes[ID:])
        for name, change in self._changes.items():
            parts[name] = _apply(parts[name], change)
        self._id, self._known = data[:ID], dict(parts)
        return parts

    def write(self, parts: Parts) -> None:
        """Note the parts as they are now, once after they were read."""
        large, since = self.files
        if self._known.keys() != parts.keys():
            self._known = {}
        found = {name: _compare(self._known.get(name), part) for name, part in parts.items()}
        new = {name: change for name, change in found.items() if change != (False, {})}
        if self._known and not new:
            return
        for name, change in new.items():
            self._changes[name] = _join(self._changes.get(name), change, parts[name])
        many = sum(_count(value) for _, value in self._changes.values())
        if self._known and SOME * many < sum(map(_count, parts.values())):
            write_note(since, self._id + pickle.dumps(self._changes, 5))
        else:
            write_note(large, os.urandom(ID) + self._dump(parts))


def _count(value: object) -> int:
    return len(value) if isinstance(value, dict | list) else 0


def _compare(old: Any, new: Any) -> Change:
    """Return what is other in `new`; keys that are new come last, and none may have gone."""
    if isinstance(old, dict) and isinstance(new, dict):
        if [*islice(new, len(old))] != [*old]:
            return True, new
        return False, {k: v for k, v in new.items() if k not in old or _differ(old[k], v)}
    if isinstance(old, list) and isinstance(new, list) and len(new) >= len(old):
        size = len(old)
        return False, {i: v for i, v in enumerate(new) if i >= size or _differ(old[i], v)}
    return (True, new) if _differ(old, new) else (False, {})


def _differ(old: object, new: object) -> bool:
    return old is not new and old != new


def _join(before: Change | None, change: Change, part: object) -> Change:
    if before is None:
        return change
    is_whole = before[0] or change[0]
    return (True, part) if is_whole else (False, {**before[1], **change[1]})


def _apply(part: Any, change: Change) -> Any:
    is_whole, value = change
    if is_whole:
        return value
    if isinstance(part, dict):
        return {**part, **value}
    new = [*part]
    for at, one in value.items():
        new[at : at + 1] = [one]  # behind the last, it is one more
    return new
