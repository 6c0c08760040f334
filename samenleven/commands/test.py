"""Set up what the tests need, run the linters, then all tests."""

from __future__ import annotations

import subprocess
import sys

from samenleven.checks.browser import ensure_browser
from samenleven.checks.linters import lint
from samenleven.checks.node import install_node_packages
from samenleven.checks.packages import ensure_servers
from samenleven.commands.build import ROOT


def run_tests(only: str = "") -> int:
    """Return 0 when the linters and all tests pass; `only` picks tests by name."""
    install_node_packages()
    ensure_browser()
    ensure_servers()
    failed = 0 if only else lint()
    if only:
        return _run("-k", only)
    # The tests of a file stay together, for they share what they build; files of few tests, which
    # are the longest, would come last.
    spread = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
    together = _run("-m", "not alone", *spread)
    return _run("-m", "alone") or together or failed


def _run(*options: str) -> int:
    command = [sys.executable, "-m", "pytest", *options]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
