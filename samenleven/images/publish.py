"""Put the files of photos into one folder of the output, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from hashlib import blake2b
from pathlib import Path

from samenleven.images.sets import ImageSet, Part

STAMPS = "published.json"  # in the cache: what was last put into which folder
LINES = "published.txt"  # beside it: all parts of the last one, as `_lines` names them
KEPT_STAMPS = 4

Lines = dict[str, tuple[str, Part]]  # "stem folder files": the stem and the part


def publish(sets: Collection[ImageSet], folder: Path) -> list[str]:
    """Make `folder` hold the files of these photos alone; return the names that are gone.

    Bytes under a name never change, so what lies there already stays. A folder that is as it was
    last left is not looked into, and no part of it is that stays. A file is a second name for the
    one in the cache where the file system can do that; nobody writes into either.
    Raises: FileNotFoundError where someone took files out of the cache: it must go as a whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines, cache = _lines(sets), _cache_of(sets)
    stamps = _read_stamps(cache)
    left = stamps.get(_name(folder))
    data = "\n".join(lines).encode()
    if left == _digest(data):
        return []
    gone = _put_all(lines, folder, _read_lines(cache, left))
    if cache:
        _write(cache / LINES, data)  # before the stamp, which is worth nothing without it
        newest = [*stamps.items(), (_name(folder), _digest(data))][-KEPT_STAMPS:]
        _write(cache / STAMPS, json.dumps(dict(newest)).encode())
    return gone


def _put_all(lines: Lines, folder: Path, known: set[str] | None) -> list[str]:
    """Put and remove what differs from the `known` lines; None: from what lies there."""
    if known is None:
        there = {*os.listdir(folder)}  # noqa: PTH208 - names are all that is needed
    else:
        there = {name for line in known - lines.keys() for name in _names(line)}
        lines = {line: lines[line] for line in lines.keys() - known}
    wanted = {
        file.name: file.path for stem, part in lines.values() for file in part.derivatives(stem)
    }
    for name in wanted.keys() - there:
        _put(wanted[name], folder / name)
    gone = sorted(there - wanted.keys())
    for name in gone:
        (folder / name).unlink()
    return gone


def _put(source: str, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without links
        half = target.with_name(f".{target.name}.half")
        shutil.copyfile(source, half)
        half.replace(target)


def _lines(sets: Collection[ImageSet]) -> Lines:
    """Return all that these sets publish; where the cache lies is no part of a line."""
    return {
        f"{photo.request.stem} {part.folder.rpartition('/')[2]} {part.files}": (
            photo.request.stem,
            part,
        )
        for photo in sets
        for part in photo.parts
    }


def _names(line: str) -> Iterator[str]:
    """Yield the names that were published of a part, by its line."""
    stem, folder, files = line.split(" ", 2)
    return (file.name for file in Part("", folder, files).derivatives(stem))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _name(folder: Path) -> str:
    """Return what changes when a file comes to a folder or goes, and not when it is moved."""
    stat = folder.stat()
    return f"{stat.st_dev}-{stat.st_ino}-{stat.st_mtime_ns}"


def _cache_of(sets: Collection[ImageSet]) -> Path | None:
    part = next((part for photo in sets for part in photo.parts), None)
    return Path(part.folder).parent.parent if part else None


def _read_stamps(cache: Path | None) -> dict[str, str]:
    try:
        return dict(json.loads((cache / STAMPS).read_bytes())) if cache else {}
    except (OSError, ValueError, TypeError):
        return {}


def _read_lines(cache: Path | None, digest: str | None) -> set[str] | None:
    """Return the lines of this digest; None where they are damaged or another folder's."""
    try:
        data = (cache / LINES).read_bytes() if cache else b""
    except OSError:
        return None
    return {*data.decode().split("\n")} if _digest(data) == digest else None


def _write(file: Path, data: bytes) -> None:
    half = file.with_name(f".new-{os.getpid()}-{file.name}")
    half.write_bytes(data)
    half.replace(file)
