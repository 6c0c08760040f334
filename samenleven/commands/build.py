"""Build the site, the same way for `build`, `serve` and `publish`."""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

from samenleven.incremental.unchanged import is_unchanged, look, needs_pelican

ROOT = Path(__file__).resolve().parents[2]


def build_site(
    settings: str, *, root: Path = ROOT, fatal: str = "errors", workers: int = 0, **overrides: Any
) -> int:
    """Build the site with a settings file in `root`; return the exit code.

    `overrides` are settings that replace those of the file. What did not change is not built again.
    `workers` are the processes to spread work over, 0 for one a core.
    Where more is asked than the rooms make, such as plugins of others, Pelican builds.
    """
    values = {**read_values(root / settings), **overrides}
    if needs_pelican(values):
        return build_by_pelican(settings, root=root, fatal=fatal, **overrides)
    seen = look(values, root)
    if is_unchanged(values, root, seen):
        print("Nothing has changed.")
        return 0
    # All that reads, renders and checks is imported only where there is something to do.
    from samenleven.incremental.build import build_incrementally

    return build_incrementally(values, root, seen, workers)


def build_by_pelican(
    settings: str, *, root: Path = ROOT, fatal: str = "errors", **overrides: Any
) -> int:
    """Build everything with Pelican; return its exit code.

    A plugin that fails ends the build: Pelican alone would log it and go on.
    """
    import subprocess

    command = [sys.executable, "-m", "pelican", "-s", settings, "--fatal", fatal]
    if overrides:
        command += ["-e", *(f"{name}={json.dumps(value)}" for name, value in overrides.items())]
    # The package is found from any folder, and nothing is written beside the sources.
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def read_values(file: Path) -> dict[str, Any]:
    """Return the values that a settings file sets; it may import another one beside it."""
    known = set(sys.modules)
    sys.path.insert(0, str(file.parent))
    beside = {name: sys.modules.pop(name) for name in list(known) if _is_beside(name, file)}
    try:
        return runpy.run_path(str(file))
    finally:
        sys.path.remove(str(file.parent))
        for name in set(sys.modules) - known | beside.keys():
            if _is_beside(name, file):
                sys.modules.pop(name, None)
        sys.modules.update(beside)


def _is_beside(name: str, file: Path) -> bool:
    """Tell whether a module has the name of a settings file in the folder of `file`."""
    return file.with_name(f"{name}.py").is_file() and name.endswith("conf")
