"""Put the files of photos into one folder of the output, and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from samenleven.images.sets import ImageSet


def publish(sets: Iterable[ImageSet], folder: Path) -> list[str]:
    """Make `folder` hold the files of these photos alone; return the names that are gone.

    Bytes under a name never change, so what lies there already stays. A file is a second name
    for the one in the cache where the file system can do that; nobody writes into either.
    Raises: FileNotFoundError where someone took files out of the cache: it must go as a whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
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
