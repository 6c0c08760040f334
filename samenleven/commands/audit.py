"""Look at every page of the built site, as browsers, checkers and readers do."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from samenleven.checks.axe import audit_pages
from samenleven.checks.budgets import check_budgets
from samenleven.checks.crawl import crawl_site
from samenleven.checks.lighthouse import check_lighthouse, served_as_by_host
from samenleven.checks.markup import check_markup
from samenleven.checks.privacy import check_privacy
from samenleven.checks.reach import check_reach
from samenleven.checks.server import served
from samenleven.commands.build import build_site

# A page of each template, in Dutch and in Arabic.
TEMPLATES = (
    "",
    "404.html",
    *("nl/", "nl/programmes/", "nl/programmes/roots/", "nl/news/minister-bezoekt-roots/"),
    *("nl/zoeken/", "ar/search/", "nl/zonder-internet/", "ar/without-internet/"),
    *("nl/contacts/", "nl/contacts/stad-kortrijk/", "nl/privacy/", "nl/toegankelijkheid/"),
    *("nl/404.html", "ar/404.html", "ar/", "ar/programmes/", "ar/programmes/roots/"),
    *("ar/news/roots-minister-visit/", "ar/contacts/", "ar/contacts/city-desk/"),
    *("ar/privacy/", "ar/accessibility/", "uk/programmes/roots/"),
)


def audit_site(settings: str = "pelicanconf.py") -> int:
    """Build the site aside and print every finding on every page; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        base = "http://localhost:8000"
        if build_site(settings, OUTPUT_PATH=str(output), SITEURL=base):
            return 1
        findings = [
            *_run("links, languages, anchors", lambda: crawl_site(output, base)),
            *_run("private metadata", lambda: check_privacy(output)),
            *_run("HTML and CSS", lambda: check_markup(output)),
            *_run("browser and accessibility", lambda: audit_folder(output)),
            *_run("weight and reach", lambda: measure_folder(output)),
            *_run("Lighthouse, a page a template", lambda: judge_folder(output)),
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


def measure_folder(output: Path) -> list[str]:
    """Return what is too heavy, moves, or cannot be reached on the pages of TEMPLATES."""
    with served(output) as address:
        urls = [f"{address}/{path}" for path in TEMPLATES]
        return [*check_budgets(urls), *check_reach(urls)]


def judge_folder(output: Path) -> list[str]:
    """Return the scores of Lighthouse below full marks on the pages of TEMPLATES.

    A page that misses them in one run gets the median of three: the speed varies.
    """
    with served_as_by_host(output) as address:
        urls = [f"{address}/{path}" for path in TEMPLATES]
        missed = {line.split(":")[0] for line in check_lighthouse(urls, runs=1)}
        return check_lighthouse([url for url in urls if urlsplit(url).path in missed])


def _run(name: str, step: Callable[[], list[str]]) -> list[str]:
    print(f"Looking at {name} ...", flush=True)
    return step()
