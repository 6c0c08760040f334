"""Look at every page of the built site, as browsers, checkers and readers do."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from samenleven.checks.axe import audit_pages
from samenleven.checks.crawl import crawl_site
from samenleven.checks.markup import check_markup
from samenleven.checks.server import served
from samenleven.commands.build import build_site


def audit_site(settings: str = "pelicanconf.py") -> int:
    """Build the site aside and print every finding on every page; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        base = "http://localhost:8000"
        if build_site(settings, OUTPUT_PATH=str(output), SITEURL=base):
            return 1
        findings = [
            *_run("links, languages, anchors", lambda: crawl_site(output, base)),
            *_run("HTML and CSS", lambda: check_markup(output)),
            *_run("browser and accessibility", lambda: audit_folder(output)),
        ]
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"{len(findings)} findings.")
    return 1 if findings else 0


def audit_folder(output: Path, pages: Sequence[str] = ()) -> list[str]:
    """Return what the browser finds on pages of a built site (files below it; without: all)."""
    paths = pages or [path.relative_to(output).as_posix() for path in output.rglob("*.html")]
    with served(output) as address:
        urls = [f"{address}/{path.removesuffix('index.html')}" for path in sorted(paths)]
        return audit_pages(urls)


def _run(name: str, step: Callable[[], list[str]]) -> list[str]:
    print(f"Looking at {name} ...", flush=True)
    return step()
