"""Put the files of photos into one folder of the output, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path

from samenleven.images.sets import ImageSet

STAMPS = "published.json"  # in the cache: what was last put into which folder
KEPT_STAMPS = 4


def publish(sets: Collection[ImageSet], folder: Path) -> list[str]:
    """Make `folder` hold the files of these photos alone; return the names that are gone.

    Bytes under a name never change, so what lies there already stays, and a folder that holds
    the same as when it was last left is not looked into. A file is a second name for the one in
    the cache where the file system can do that; nobody writes into either.
    Raises: FileNotFoundError where someone took files out of the cache: it must go as a whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamps = _read_stamps(sets)
    digest = _digest(sets)
    if stamps.get(_name(folder)) == digest:
        return []
    gone = _put_all(sets, folder)
    _write_stamps(sets, {**stamps, _name(folder): digest})
    return gone


def _put_all(sets: Collection[ImageSet], folder: Path) -> list[str]:
    there = set(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    wanted = {file.name: file.path for photo in sets for file in photo.files}
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


def _digest(sets: Collection[ImageSet]) -> str:
    """Return the name of all that these sets publish."""
    lines = (
        f"{photo.request.stem} {part.folder} {part.files}" for photo in sets for part in photo.parts
    )
    return blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def _name(folder: Path) -> str:
    """Return what changes when a file comes to a folder or goes, and not when it is moved."""
    stat = folder.stat()
    return f"{stat.st_dev}-{stat.st_ino}-{stat.st_mtime_ns}"


def _stamps_file(sets: Collection[ImageSet]) -> Path | None:
    part = next((part for photo in sets for part in photo.parts), None)
    return Path(part.folder).parent.with_name(STAMPS) if part else None


def _read_stamps(sets: Collection[ImageSet]) -> dict[str, str]:
    file = _stamps_file(sets)
    try:
        return dict(json.loads(file.read_bytes())) if file else {}
    except (OSError, ValueError, TypeError):
        return {}


def _write_stamps(sets: Collection[ImageSet], stamps: dict[str, str]) -> None:
    if file := _stamps_file(sets):
        newest = dict([*stamps.items()][-KEPT_STAMPS:])
        half = file.with_name(f".new-{os.getpid()}-{STAMPS}")
        half.write_text(json.dumps(newest), encoding="utf-8")
        half.replace(file)
