"""Run Pelican, the same way for `build`, `serve` and `publish`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_site(
    settings: str,
    *,
    extra: Mapping[str, str] | None = None,
    fatal: str = "errors",
    quiet: bool = False,
) -> int:
    """Build the site with a settings file of the checkout; return Pelican's exit code.

    `extra` holds settings as JSON texts. A plugin that fails is an error, never only a line
    in the log.
    """
    command = [sys.executable, "-m", "pelican", "-s", settings, "--fatal", fatal]
    if quiet:
        command.append("--quiet")
    if extra:
        command += ["-e", *(f"{name}={value}" for name, value in extra.items())]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
