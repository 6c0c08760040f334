"""The linters of the source: Python, templates and stylesheets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from samenleven.checks.node import CHECKOUT, run_node

STYLELINT = "stylelint/bin/stylelint.mjs"
TEMPLATES = "theme/templates"
STYLESHEETS = "theme/static/css"

# Run as modules of this Python, so that the versions of the lock file judge, not the machine's.
PYTHON_LINTERS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
}


def lint() -> int:
    """Run every linter, name each as it starts, and return 0 when all are content, else 1."""
    codes = [run_module(name, command) for name, command in PYTHON_LINTERS.items()]
    if (CHECKOUT / TEMPLATES).is_dir():
        codes.append(run_module("djlint", ["djlint", TEMPLATES, "--lint", "--quiet"]))
    if (CHECKOUT / STYLESHEETS).is_dir():
        codes.append(run_stylelint())
    return int(any(codes))


def run_module(name: str, command: Sequence[str]) -> int:
    """Run a linter written for Python, its output shown as it comes, and return its exit code."""
    announce(name)
    return subprocess.run([sys.executable, "-m", *command], cwd=CHECKOUT, check=False).returncode


def run_stylelint() -> int:
    """Run stylelint by the rules of .stylelintrc.json and return its exit code."""
    announce("stylelint")
    done = run_node([STYLELINT, f"{STYLESHEETS}/**/*.css"])
    sys.stderr.write(done.stdout + done.stderr)
    return done.returncode


def announce(name: str) -> None:
    """Name the linter that runs now."""
    sys.stderr.write(f"{name} ...\n")
