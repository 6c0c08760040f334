"""Every row of table.py: what `check` says of it, what `build` says of all at once, what stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samenleven.commands.check import check_content
from tests.conftest import ROOT
from tests.faults.conftest import Page, Site
from tests.faults.table import ROWS, Row
from tests.trees import tree

TOLD = [row for row in ROWS if row.said]
NAMES = [f"{row.number} {row.what}" for row in TOLD]


def make_page(site: Site, row: Row) -> Page:
    """Make the page of a row, without its fault."""
    return Page(site, f"row-{ROWS.index(row)}")


def messages(row: Row, page: Page) -> list[str]:
    """Return what is said of a row, with the names of its files."""
    names = {
        "{page}": f"content/{page.nl}",
        "{fr}": f"content/{page.fr}",
        "{at}": f"content/{page.folder}",
    }
    lines = []
    for line in row.said:
        for name, path in names.items():
            line = line.replace(name, path)
        lines.append(line)
    return lines


def test_the_table_has_all_rows_in_order() -> None:
    assert list(dict.fromkeys(row.number for row in ROWS)) == list(range(1, 47))
    assert sorted(row.number for row in ROWS) == [row.number for row in ROWS]


@pytest.mark.parametrize("row", [row for row in ROWS if not row.said], ids=lambda row: row.what)
def test_a_row_that_is_seen_elsewhere_names_tests_that_are_there(row: Row) -> None:
    assert row.seen
    for name in row.seen:
        file, _, function = name.partition("::")
        assert re.search(rf"^def {function}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("row", TOLD, ids=NAMES)
def test_a_bad_input_is_told_whole(
    site: Site, row: Row, capsys: pytest.CaptureFixture[str]
) -> None:
    page = make_page(site, row)
    row.spoil(page)
    assert check_content(site.root / "pelicanconf.py") == 1
    out, err = capsys.readouterr()
    *lines, count = err.splitlines()
    assert (out, lines) == ("", messages(row, page))
    assert count == ("Eén probleem." if len(lines) == 1 else f"{len(lines)} problemen.")


def test_a_build_tells_all_bad_inputs_at_once_and_leaves_the_last_site(site: Site) -> None:
    assert site.build().returncode == 0
    last = {place.name: tree(place) for place in Path(site.root).glob(".output*") if place.is_dir()}
    last["output"] = tree(site.output)
    told = []
    for row in TOLD:
        if row.number != 28:  # which takes its two seconds
            page = make_page(site, row)
            row.spoil(page)
            told += messages(row, page)
    done = site.build()
    *lines, count = done.stderr.splitlines()
    assert (done.returncode, sorted(lines)) == (1, sorted(told))
    assert count == f"{len(told)} problemen."
    assert "Traceback" not in done.stdout
    assert {name: tree(Path(site.root, name)) for name in last} == last
    left = {path.name for path in Path(site.root).glob(".output*")}
    assert left <= {".output.lock", *last}
