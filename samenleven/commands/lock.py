"""Renew the lock files: every package with its version and hashes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEADER = "# Made by: python3 -m samenleven lock\n"
COMMAND = (
    *(sys.executable, "-m", "uv", "pip", "compile", "--no-config"),
    *("--default-index", "https://pypi.org/simple", "--system-certs"),
    *("--extra", "search"),  # readers of this site search; another city may leave it out
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade"),
    *("--no-emit-index-url", "--no-header", "--annotation-style", "line", "pyproject.toml"),
)
FILES = {
    "requirements.lock": (),
    "requirements-dev.lock": ("--group", "dev", "-c", "requirements.lock"),
}


def write_locks(root: Path) -> int:
    """Write both lock files and return 0, or the exit code of uv; then nothing has changed."""
    for name, options in FILES.items():
        done = subprocess.run(
            [*COMMAND, *options], cwd=root, stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            return done.returncode
        (root / name).write_text(HEADER + done.stdout, encoding="utf-8")
    return 0
