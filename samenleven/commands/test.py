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
    command = [sys.executable, "-m", "pytest", *(["-k", only] if only else [])]
    return subprocess.run(command, cwd=ROOT, check=False).returncode or failed
