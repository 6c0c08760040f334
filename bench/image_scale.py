"""What thousands of photos cost that did not change, and one more among them.

Their derivatives are one photo's, linked for each: what is measured never reads them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

from samenleven.images.develop import develop
from samenleven.images.recipes import RELEASE
from samenleven.images.sets import Request
from samenleven.images.store import hash_bytes

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7
OLD = 1_700_000_000  # seconds since 1970
CONTENT = 32  # letters of a content's name


def compare_scale(count: int, photo: Path) -> Iterator[str]:
    """Yield the table: an empty site, `count` photos, and one more of them that is new."""
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=cache) as place:
        folder = Path(place)
        for name in ("empty", "photos"):
            (folder / name).mkdir()
        _make_photos(folder, count, photo)
        empty, full = (_measure(folder, name) for name in ("empty", "photos"))
        alone, added = _measure_one_more(folder, photo)
    yield f"| {count} photos, process as a whole | CPU s | above an empty build |"
    yield "| --- | --: | --: |"
    yield f"| no photo | {empty:.3f} | |"
    yield f"| {count} photos, unchanged | {full:.3f} | {full - empty:.3f} |"
    yield f"| one new photo alone | {alone:.3f} | |"
    yield f"| one new photo among {count} | {added:.3f} | {added - alone:.3f} above that photo |"


def _make_photos(folder: Path, count: int, photo: Path) -> None:
    first = folder / "first"
    first.mkdir()
    shutil.copy(photo, first / "0.jpg")
    develop([Request(first / "0.jpg", "p")], folder / "cache-photos", RELEASE)
    parts = folder / "cache-photos/images/parts"
    made = [*parts.iterdir()]
    for number in range(count):
        data = b"\xff\xd8 a photo in name only %d" % number
        file = folder / f"photos/{number}.jpg"
        file.write_bytes(data)
        os.utime(file, (OLD, OLD))
        for part in made:
            copy = parts / (hash_bytes(data) + part.name[CONTENT:])
            copy.mkdir()
            for derivative in part.iterdir():
                os.link(derivative, copy / derivative.name)


def _run(folder: Path, name: str) -> float:
    """Return the CPU seconds of a process that develops and publishes the photos of a folder."""
    before = getrusage(RUSAGE_CHILDREN)
    arguments = (folder / name, folder / f"cache-{name}", folder / f"output-{name}", "release")
    command = [sys.executable, "-m", "bench.image_own", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _measure(folder: Path, name: str) -> float:
    for _ in range(2):
        _run(folder, name)
    return median(_run(folder, name) for _ in range(ROUNDS))


def _measure_one_more(folder: Path, photo: Path) -> tuple[float, float]:
    """Return the CPU seconds of one photo in an empty cache, and among all the others."""
    (folder / "alone").mkdir()
    alone, added = [], []
    for number in range(3):
        data = photo.read_bytes() + b"%d" % number  # another content with the same pixels
        for name, times in (("alone", alone), ("photos", added)):
            file = folder / name / "new.jpg"
            file.write_bytes(data)
            times.append(_run(folder, name))
            file.unlink()
            _run(folder, name)
        shutil.rmtree(folder / "cache-alone")
    return median(alone), median(added)
