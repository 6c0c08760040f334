"""Compare the development of photos with that of other tools, on the same photos, in one run.

    python -m bench.images --photos FOLDER --peers FOLDER [--tables quality scale tools]

Prints tables in Markdown, for `bench/images.md`. Only CPU seconds are told (user and system, all
processes of a tool), for these hardly depend on what else a machine does. The last photo by name
is the one that is added.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.image_quality import compare_quality
from bench.image_scale import compare_scale
from bench.image_tools import INSTALL, Tool, all_tools

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("cold", "unchanged", "one added", "fresh checkout")


class Cost(NamedTuple):
    """What one run took."""

    cpu: float  # seconds, of all processes
    peak: float  # MiB, of the largest process


def run(command: tuple[str, ...], folder: Path, peers: Path) -> Cost:
    """Run a tool to its end and return its cost. Raises: RuntimeError when it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PEERS_NODE": str(peers / "node")}
    log = folder / "log.txt"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=stream, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: {log.read_text(errors='replace')[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run_stages(tool: Tool, photos: list[Path], folder: Path, peers: Path) -> Iterator[Cost]:
    """Yield the costs of all photos but one, of nothing changed, of the last, of new times."""
    source = folder / "photos"
    source.mkdir(parents=True)
    for photo in photos[:-1]:
        shutil.copy2(photo, source)
    tool.prepare(folder)
    yield run(tool.command, folder, peers)
    if tool.is_warm:
        yield run(tool.command, folder, peers)
        shutil.copy2(photos[-1], source)
        yield run(tool.command, folder, peers)
        for photo in source.iterdir():
            photo.touch()
        yield run(tool.command, folder, peers)


def weigh(folder: Path, originals: list[Path]) -> dict[str, int]:
    """Return the bytes of each format below a folder, without originals that lie there too."""
    names = {photo.name for photo in originals}
    sizes: dict[str, int] = defaultdict(int)
    for file in folder.rglob("*"):
        kind = file.suffix.removeprefix(".").replace("jpeg", "jpg")
        if file.is_file() and kind in ("avif", "webp", "jpg") and file.name not in names:
            sizes[kind] += file.stat().st_size
    return sizes


def compare_tools(photos: list[Path], peers: Path, rounds: int) -> Iterator[str]:
    """Yield the table of all tools: medians of the rounds, which are interleaved."""
    tools = [tool for tool in all_tools(peers) if tool.needs.exists()]
    costs: dict[str, list[list[Cost]]] = defaultdict(list)
    sizes: dict[str, dict[str, int]] = {}
    for number in range(rounds):
        for tool in tools:
            sys.stderr.write(f"round {number + 1}: {tool.name}\n")
            with TemporaryDirectory() as place:
                folder = Path(place) / "job"
                stages = run_stages(tool, photos, folder, peers)
                first = next(stages)
                sizes[tool.name] = weigh(folder / "output", photos)
                costs[tool.name].append([first, *stages])
    yield f"| tool | {' | '.join(STAGES)} | peak MiB | AVIF / WebP / JPEG MB |"
    yield "| --- |" + " --: |" * (len(STAGES) + 1) + " --- |"
    for tool in tools:
        stages = [[cost.cpu for cost in row] for row in zip(*costs[tool.name], strict=True)]
        cells = [f"{median(stage):.2f}" for stage in stages] + ["–"] * (len(STAGES) - len(stages))
        peak = max(cost.peak for row in costs[tool.name] for cost in row)
        kinds = (sizes[tool.name].get(kind, 0) for kind in ("avif", "webp", "jpg"))
        weight = " / ".join(f"{size / 1e6:.2f}" if size else "–" for size in kinds)
        yield f"| {tool.name} | {' | '.join(cells)} | {peak:.0f} | {weight} |"


def describe(photos: list[Path], peers: Path) -> Iterator[str]:
    """Yield what was measured, with what, on what."""
    from PIL import Image, features
    from PIL import __version__ as pillow

    pixels = []
    for photo in photos:
        with Image.open(photo) as image:
            pixels.append(f"{photo.stem} {image.width * image.height / 1e6:.1f} MP")
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    yield f"Machine: {os.cpu_count()} cores, {cpu}. Python {platform.python_version()}."
    yield f"Pillow {pillow}, libavif {features.version('avif')}."
    yield f"Photos: {', '.join(pixels)}; the last is the one added."
    tools = all_tools(peers)
    found = {f"{tool.name.split()[0]} {tool.version}" for tool in tools if tool.version}
    yield f"Beside it: {', '.join(sorted(found))}; Node {_ask('node', '--version')}."
    missing = [tool.name for tool in tools if not tool.needs.exists()]
    if missing:
        yield f"Not installed: {', '.join(missing)}. To install:\n```\n{INSTALL}\n```"


def _ask(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return "is not installed"


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--peers", type=Path, default=Path("peers"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=int, default=5000)
    parser.add_argument("--tables", nargs="+", default=["quality", "scale", "tools"])
    options = parser.parse_args()
    photos, peers = sorted(options.photos.resolve().iterdir()), options.peers.resolve()
    tables = {
        "quality": compare_quality(photos, peers),
        "scale": compare_scale(options.scale, photos[-1]),
        "tools": compare_tools(photos, peers, options.rounds),
    }
    for part in (describe(photos, peers), *(tables[name] for name in options.tables)):
        sys.stdout.write("\n".join((*part, "", "")))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
