"""Run Pelican, the same way for `build`, `serve` and `publish`."""

from __future__ import annotations

import json
import os
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
