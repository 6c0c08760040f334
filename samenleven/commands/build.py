"""Run Pelican, the same way for `build`, `serve` and `publish`."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def build_site(settings: str, *, root: Path = ROOT, fatal: str = "errors", **overrides: Any) -> int:
    """Build the site with a settings file in `root`; return Pelican's exit code.

    `overrides` are settings that replace those of the file. A plugin that fails ends the build:
    Pelican alone would log it and go on.
    """
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
                del sys.modules[name]
        sys.modules.update(beside)


def _is_beside(name: str, file: Path) -> bool:
    """Tell whether a module has the name of a settings file in the folder of `file`."""
    return file.with_name(f"{name}.py").is_file() and name.endswith("conf")
