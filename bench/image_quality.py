"""What each encoder needs for the same quality: bytes and CPU at SSIMULACRA2 = 75, 1024 pixels.

Each photo is encoded at some qualities, each file is scored, and bytes and seconds at the score are
interpolated. One thread everywhere.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from math import exp, log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from PIL import Image

from bench.image_tools import HERE
from samenleven.images.recipes import Recipe, avif, best_avif, jpeg

SCORE, WIDTH = 75, 1024
QUALITIES = {"avif": (44, 50, 56, 62, 68), "jpeg": (55, 63, 71, 79, 87)}
OURS = {
    "samenleven AVIF (release)": lambda quality: avif(quality, 6),
    "samenleven AVIF (best)": best_avif,
    "samenleven AVIF (speed 9)": lambda quality: avif(quality, 9),
    "samenleven JPEG": jpeg,
}


class Sample(NamedTuple):
    """One encoded file."""

    score: float
    size: int  # bytes
    cpu: float  # seconds


def compare_quality(photos: list[Path], peers: Path) -> Iterator[str]:
    """Yield the table of encoders; ratios are to sharp's of the same format."""
    python = peers / "py/bin/python"
    if not (python.exists() and (peers / "node/node_modules/sharp").exists()):
        yield "Not measured: quality, which needs sharp and ssimulacra2."
        return
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    for photo in photos:
        sys.stderr.write(f"quality: {photo.name}\n")
        with TemporaryDirectory() as place:
            for name, samples in _measure(photo, Path(place), peers).items():
                size, cpu = at_score(samples)
                totals[name][0] += size
                totals[name][1] += cpu
    yield f"| at SSIMULACRA2 {SCORE}, {WIDTH} px | kB | to sharp's | CPU s | to sharp's |"
    yield "| --- | --: | --: | --: | --: |"
    for name, (size, cpu) in totals.items():
        base = totals["sharp AVIF (defaults)" if "AVIF" in name else "sharp JPEG (defaults)"]
        yield (
            f"| {name} | {size / 1e3:.1f} | {size / base[0]:.2f} "
            f"| {cpu:.2f} | {cpu / base[1]:.2f} |"
        )


def _measure(photo: Path, folder: Path, peers: Path) -> dict[str, list[Sample]]:
    reference = folder / "reference.png"
    with Image.open(photo) as image:
        small = image.convert("RGB").resize(
            (WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS
        )
    small.info = {}
    small.save(reference)
    made: dict[str, list[tuple[Path, int, float]]] = {}
    for name, recipe in OURS.items():
        kind = recipe(60).format
        made[name] = [_encode(small, recipe(q), folder / f"{name}-{q}") for q in QUALITIES[kind]]
    for kind in QUALITIES:
        made[f"sharp {kind.upper()} (defaults)"] = [*_encode_by_sharp(reference, kind, peers)]
    return _score(made, reference, peers)


def _encode(image: Image.Image, recipe: Recipe, file: Path) -> tuple[Path, int, float]:
    times = []
    for _ in range(3):
        stream = BytesIO()
        start = process_time()
        image.save(stream, recipe.format, **dict(recipe.options))
        times.append(process_time() - start)
    file.write_bytes(stream.getvalue())
    return file, file.stat().st_size, median(times)


def _encode_by_sharp(reference: Path, kind: str, peers: Path) -> Iterator[tuple[Path, int, float]]:
    output = reference.with_name(f"sharp-{kind}")
    script = str(HERE / "image_peers/encode.mjs")
    done = subprocess.run(
        ["node", script, str(reference), str(output), kind, *map(str, QUALITIES[kind])],
        env={**os.environ, "PEERS_NODE": str(peers / "node")},
        capture_output=True,
        check=True,
    )
    for quality, cpu in json.loads(done.stdout).items():
        file = Path(f"{output}-{quality}")
        yield file, file.stat().st_size, cpu


def _score(
    made: dict[str, list[tuple[Path, int, float]]], reference: Path, peers: Path
) -> dict[str, list[Sample]]:
    files = [file for rows in made.values() for file, _, _ in rows]
    pairs = [(str(reference), str(_to_png(file))) for file in files]
    python, script = str(peers / "py/bin/python"), str(HERE / "image_peers/score.py")
    done = subprocess.run([python, script], input=json.dumps(pairs).encode(), capture_output=True)
    scores = dict(zip(files, json.loads(done.stdout), strict=True))
    return {
        name: [Sample(scores[file], size, cpu) for file, size, cpu in rows]
        for name, rows in made.items()
    }


def _to_png(file: Path) -> Path:
    """Write a picture as PNG beside it."""
    target = file.with_name(f"{file.name}.png")
    with Image.open(file) as image:
        image.convert("RGB").save(target)
    return target


def at_score(samples: list[Sample]) -> tuple[float, float]:
    """Return bytes and CPU seconds at the score, between (or beyond) the two nearest samples."""
    below, above = sorted(sorted(samples, key=lambda one: abs(one.score - SCORE))[:2])
    share = (SCORE - below.score) / (above.score - below.score)
    size = exp(log(below.size) + share * (log(above.size) - log(below.size)))
    return size, below.cpu + share * (above.cpu - below.cpu)
