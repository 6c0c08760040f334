"""Let Pagefind write its index: small files, of which a browser fetches those it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from samenleven.languages.urls import file_of
from samenleven.problems import Invalid, say
from samenleven.search.records import Record

PACKAGES = ("pagefind", "pagefind_bin")  # the extra `search` of pyproject.toml
ENTRY = "pagefind-entry.json"
# What search.js needs; the search boxes that Pagefind brings are left out.
KEPT = ("pagefind.js", ENTRY, "*.pf_meta", "wasm.*.pagefind")


def can_index() -> bool:
    """Tell whether Pagefind is installed."""
    return all(find_spec(name) for name in PACKAGES)


def write_index(records: Iterable[Record], folder: Path) -> None:
    """Write the index of all languages, a part for each, below `folder`.

    Pagefind reads a folder forty times faster than it takes pages one by one.

    Raises: Invalid, with what Pagefind says when it makes none.
    """
    with TemporaryDirectory() as site:
        for record in records:
            file = Path(site, file_of(record.path))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(record.html, encoding="utf-8")
        _run("--site", site, "--output-path", str(folder), "--silent")
    kept = {file for pattern in KEPT for file in folder.glob(pattern)}
    for file in folder.iterdir():
        if file.is_file() and file not in kept:
            file.unlink()
    _put_in_order(folder / ENTRY)


def _run(*options: str) -> None:
    command = [sys.executable, "-m", "pagefind", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        said = " ".join(f"{done.stdout} {done.stderr}".split())
        raise Invalid(
            say("Pagefind made no index of the pages: %(said)s", said=said),
            say("Build again. If it stays, install it anew, or set SEARCH_INDEX to False."),
        )


def _put_in_order(entry: Path) -> None:
    """Sort the languages, which Pagefind writes in another order each time."""
    listed = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(listed, sort_keys=True), encoding="utf-8")
