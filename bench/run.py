"""Build the same pages with every tool, and tell what each build took.

    python3 -m samenleven bench --sizes 100,500 --repeats 3 --peers FOLDER

The tools take turns, so that what else the machine does falls on all of them. CPU seconds are the
figures to trust; wall seconds hang on the rest of the machine. Memory is that of the largest
process of a tool.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpus import Corpus, make_corpus
from bench.report import write_report
from bench.sites.ours import section_of
from bench.tools import INSTALL, OURS, PROJECT, Tool, find_tools, read_version

CASES = ("cold", "unchanged", "a sentence", "a title", "a template")
SLOW = 120  # seconds; a tool that takes longer is measured once


class Cost(NamedTuple):
    """What one build took."""

    wall: float  # seconds
    cpu: float  # seconds, of all its processes
    peak: float  # MB, of the largest process
    pages: int  # files of HTML that there are after it


Costs = dict[tuple[int, str, str], list[Cost]]  # by size, case and tool


class BuildError(Exception):
    """Raised when a tool could not build the pages; says what it said."""


def run_bench(sizes: Sequence[int], repeats: int, folder: Path, work: Path) -> int:
    """Measure all tools on corpora of these sizes and write bench/README.md; return 0."""
    tools, missing = find_tools(folder)
    if missing:
        print(f"Not installed: {', '.join(missing)}.\n{INSTALL.replace('FOLDER', str(folder))}")
    costs = measure(tools, sizes, repeats, work)
    versions = {tool.name: read_version(tool) for tool in tools}
    write_report(PROJECT / "bench/README.md", costs, versions)
    return 0


def measure(tools: Sequence[Tool], sizes: Sequence[int], repeats: int, work: Path) -> Costs:
    """Return the cost of each build. Raises: BuildError."""
    costs: Costs = defaultdict(list)
    for size in sizes:
        corpus = make_corpus(size)
        for tool in tools:
            prepare(tool, corpus, work / f"{tool.name}-{size}")
        for repeat in range(repeats):
            for tool in tools:
                first = costs[size, "cold", tool.name][:1]
                if not (first and first[0].wall > SLOW):
                    for case, cost in measure_tool(tool, corpus, work, repeat):
                        costs[size, case, tool.name].append(cost)
                        print(f"{size} {tool.name}, {case}: {cost}", file=sys.stderr)
    return costs


def prepare(tool: Tool, corpus: Corpus, folder: Path) -> None:
    """Write the project of a tool into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tool.write(folder, corpus)
    if tool.name == OURS:
        shutil.copytree(PROJECT / "theme", folder / "theme")
    if tool.modules:
        (folder / "node_modules").mkdir()
        for package in Path(tool.modules).iterdir():
            if package.name not in (".astro", ".vite"):  # caches of other sites
                (folder / "node_modules" / package.name).symlink_to(package)


def measure_tool(tool: Tool, corpus: Corpus, work: Path, repeat: int) -> Iterator[tuple[str, Cost]]:
    """Yield the cost of each case, one after the other on the same project."""
    folder = work / f"{tool.name}-{len(corpus.pages)}"
    page = corpus.pages[(7 * repeat + 3) % len(corpus.pages)]
    place = f"{section_of(page.number)}/{page.key}"
    text = folder / tool.text.format(place=place, key=page.key)
    for case in CASES:
        if case == "cold":
            for name in (tool.output, *tool.kept):
                _remove(folder / name)
        elif case == "a sentence":
            text.write_text(f"{text.read_text('utf-8')}\nUne phrase de plus.\n", "utf-8")
        elif case == "a title":
            old = page.texts["fr"].title
            text.write_text(text.read_text("utf-8").replace(old, f"{old} x", 1), "utf-8")
        elif case == "a template":
            template = folder / tool.template
            comment = tool.comment.format(f"{repeat}")
            template.write_text(f"{template.read_text('utf-8')}{comment}\n", "utf-8")
        yield case, build(tool, folder)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def build(tool: Tool, folder: Path) -> Cost:
    """Build once and return what it took. Raises: BuildError."""
    settled = {"PYTHONPATH": str(PROJECT) if tool.name == OURS else "", "NO_COLOR": "1"}
    quiet = {"ASTRO_TELEMETRY_DISABLED": "1", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    # As with who edits: Python keeps the modules that it compiled, and an empty value says so.
    quiet["PYTHONDONTWRITEBYTECODE"] = ""
    log = folder.with_suffix(".log")
    with log.open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(
            tool.command,
            cwd=folder,
            env={**os.environ, **settled, **quiet},
            stdout=stream,
            stderr=stream,
            stdin=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(f"{tool.name}: {log.read_text('utf-8')[-2000:]}")
    pages = sum(1 for _ in (folder / tool.output).rglob("*.html"))
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, pages)
