"""One page and stylesheet with planted faults, and one page without any."""

from pathlib import Path

import pytest

from samenleven.checks.markup import CheckerError, check_markup, run_html_validate

GOOD = """<!DOCTYPE html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenleven in de stad</title>
<link rel="stylesheet" href="/theme/main.css">
<script src="/theme/main.js" defer></script>
</head>
<body>
<main id="content">
<h1>Samenleven</h1>
<p>Elke week komen de vrijwilligers samen in het buurthuis, waar iedereen welkom is.</p>
</main>
</body>
</html>
"""
FAULTY = GOOD.replace(
    "<h1>", '<p id="content">Tweemaal</p>\n<img src="/photo.jpg">\n<button>Zoek</button>\n<h1>'
)
# What the Nu checker does not know, but the standard does, is no fault.
MODERN_CSS = """@layer base, components;
@import url("/theme/other.css") layer(base);
@property --angle { syntax: "<angle>"; inherits: false; initial-value: 0deg; }
.card { container-type: inline-size; color: oklch(30% 0.1 200deg); }
@container (inline-size > 20rem) { .card { margin-inline: auto; } }
"""


def write_site(folder: Path, html: str, css: str) -> None:
    (folder / "nl").mkdir()
    (folder / "theme").mkdir()
    (folder / "nl/index.html").write_text(html, "utf-8")
    (folder / "theme/main.css").write_text(css, "utf-8")


def test_good_page_gives_no_finding(tmp_path: Path) -> None:
    write_site(tmp_path, GOOD, MODERN_CSS)
    assert check_markup(tmp_path) == []


def test_faults_are_found_with_file_and_line(tmp_path: Path) -> None:
    write_site(tmp_path, FAULTY, ".card {\n  colr: red;\n}\n")
    assert check_markup(tmp_path) == [
        "nl/index.html:11: vnu: The first occurrence of ID “content” was here.",
        'nl/index.html:12: no-dup-id: Duplicate ID "content"',
        "nl/index.html:12: vnu: Duplicate ID “content”.",
        "nl/index.html:13: vnu: An “img” element must have an “alt” attribute, except under "
        "certain conditions. For details, consult guidance on providing text alternatives for "
        "images.",
        'nl/index.html:13: wcag/h37: <img> is missing required "alt" attribute',
        'nl/index.html:14: no-implicit-button-type: <button> is missing recommended "type" '
        "attribute",
        "theme/main.css:2: vnu: CSS: “colr”: Property “colr” doesn't exist.",
    ]


def test_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="html-validate did not run:\nNo files matching"):
        list(run_html_validate(tmp_path))


def test_the_policy_of_a_page_is_for_scripts_that_run_and_not_for_data(tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
    data = '<script type="application/ld+json">{"@type":"Place"}</script>'
    page = GOOD.replace("<title>", f"{policy}\n<title>")
    write_site(tmp_path, page.replace("</head>", f"{data}\n</head>"), MODERN_CSS)
    assert check_markup(tmp_path) == []
    run = page.replace("</head>", "<script>go()</script>\n</head>")
    (tmp_path / "nl/index.html").write_text(run, "utf-8")
    (found,) = check_markup(tmp_path)
    assert found.startswith("nl/index.html:10: vnu: Inline script violates Content Security Policy")
