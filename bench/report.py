"""Write the tables of the comparison into bench/README.md, between its two marks."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean, median
from typing import Any

BEGIN, END = "<!-- figures -->\n", "<!-- /figures -->\n"
HUGO, PELICAN, OURS = "Hugo", "Pelican", "samenleven"
Costs = Mapping[tuple[int, str, str], Sequence[Any]]


def write_report(file: Path, costs: Costs, versions: Mapping[str, str]) -> None:
    """Put the tables in the place of those of the last run."""
    text = file.read_text("utf-8")
    head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
    tables = "\n".join(make_report(costs, versions))
    file.write_text(f"{head}{BEGIN}\n{tables}\n{END}{tail}", "utf-8")


def make_report(costs: Costs, versions: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the tables."""
    tools = ", ".join(f"{name} {version}" for name, version in versions.items())
    yield f"{datetime.now(UTC):%Y-%m-%d}: {tools}; {describe_machine()}"
    for size in sorted({key[0] for key in costs}):
        for case in dict.fromkeys(key[1] for key in costs):
            yield from _table(costs, size, case)
    yield from _growth(costs)


def describe_machine() -> str:
    """Return the machine in some words, without any name."""
    load = f"load {os.getloadavg()[0]:.0f} at the end" if hasattr(os, "getloadavg") else ""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = platform.python_version()
    return f"{cores} cores, {platform.system()} {platform.machine()}, Python {python}, {load}."


def _table(costs: Costs, size: int, case: str) -> Iterator[str]:
    rows = {key[2]: found for key, found in costs.items() if key[:2] == (size, case) and found}
    yield f"\n### {size} pages in 8 languages: {case}\n"
    yield "| tool | CPU s | wall s | peak MB | CPU / Hugo | wall / Pelican | pages | runs |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for name, found in sorted(rows.items(), key=lambda row: _middle(row[1], "cpu")):
        figures = (
            f"{_middle(found, 'cpu'):.2f}",
            f"{_middle(found, 'wall'):.2f}",
            f"{_middle(found, 'peak'):.0f}",
            _ratio(found, rows.get(HUGO), "cpu"),
            _ratio(found, rows.get(PELICAN), "wall"),
            str(found[-1].pages),
            str(len(found)),
        )
        yield f"| {name} | {' | '.join(figures)} |"


def _middle(costs: Sequence[Any], name: str) -> float:
    return float(median(getattr(cost, name) for cost in costs))


def _ratio(costs: Sequence[Any], others: Sequence[Any] | None, name: str) -> str:
    return f"{_middle(costs, name) / _middle(others, name):.2f}" if others else "-"


def _growth(costs: Costs) -> Iterator[str]:
    """Yield how the cost of a cold build grows: the exponent of CPU seconds against pages."""
    sizes = sorted({key[0] for key in costs})
    if len(sizes) < 2:
        return
    yield "\n### Growth of a cold build\n"
    yield "| tool | exponent | CPU ms a source at the largest |"
    yield "|---|---:|---:|"
    for name in dict.fromkeys(key[2] for key in costs):
        points = [
            (math.log(size), math.log(_middle(found, "cpu")))
            for size in sizes
            if (found := costs.get((size, "cold", name)))
        ]
        if len(points) > 1:
            largest = _middle(costs[sizes[-1], "cold", name], "cpu") * 1000 / sizes[-1] / 8
            yield f"| {name} | {_slope(points):.2f} | {largest:.1f} |"


def _slope(points: Sequence[tuple[float, float]]) -> float:
    x, y = (fmean(axis) for axis in zip(*points, strict=True))
    above = sum((a - x) * (b - y) for a, b in points)
    return above / sum((a - x) ** 2 for a, _ in points)
