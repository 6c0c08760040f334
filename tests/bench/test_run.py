"""A small run of the comparison: it builds, and its tables say what it built."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus import make_corpus
from bench.report import make_report, write_report
from bench.run import CASES, Cost, measure
from bench.tools import OURS, find_tools


def test_our_site_and_pelicans_hold_every_page(tmp_path: Path) -> None:
    tools = [tool for tool in find_tools(tmp_path)[0] if tool.name in (OURS, "Pelican")]
    costs = measure(tools, [2], 1, tmp_path)
    pages = {key[2]: {cost.pages for found in [costs[key]] for cost in found} for key in costs}
    # Pelican: 2 pages, a list and 2 lists of subjects in 8 languages.
    assert pages["Pelican"] == {(2 + 1 + 2) * 8}
    # Ours: 9 pages in 8 languages, 7 of them beside the Dutch, the chooser and 9 pages for 404.
    assert pages[OURS] == {9 * 8 + 9 * 7 + 1 + 9}
    assert {key[1] for key in costs} == {*CASES}


def test_the_tools_that_are_missing_are_named(tmp_path: Path) -> None:
    found, missing = find_tools(tmp_path)
    assert [tool.name for tool in found] == [OURS, "Pelican"]
    assert missing == ["Hugo", "Eleventy", "Astro", "Nikola"]


def test_the_same_arguments_give_the_same_pages() -> None:
    assert make_corpus(3) == make_corpus(3)
    assert make_corpus(3) != make_corpus(3, seed=2)


COSTS = {
    (100, "cold", "Hugo"): [Cost(1, 2, 200, 900), Cost(3, 4, 200, 900), Cost(1, 3, 200, 900)],
    (100, "cold", OURS): [Cost(2, 6, 90, 1600)],
    (200, "cold", OURS): [Cost(4, 12, 95, 3200)],
}


def test_a_table_tells_medians_ratios_and_growth() -> None:
    lines = list(make_report(COSTS, {"Hugo": "0.1"}))
    assert "| Hugo | 3.00 | 1.00 | 200 | 1.00 | - | 900 | 3 |" in lines
    assert f"| {OURS} | 6.00 | 2.00 | 90 | 2.00 | - | 1600 | 1 |" in lines
    assert f"| {OURS} | 1.00 | 7.5 |" in lines


@pytest.mark.parametrize("old", ["", "what the last run said\n"])
def test_the_tables_take_the_place_of_the_last_ones(tmp_path: Path, old: str) -> None:
    file = tmp_path / "README.md"
    file.write_text(f"Before.\n<!-- figures -->\n{old}<!-- /figures -->\nAfter.\n", "utf-8")
    write_report(file, COSTS, {})
    text = file.read_text("utf-8")
    assert text.startswith("Before.\n<!-- figures -->\n")
    assert text.endswith("<!-- /figures -->\nAfter.\n")
    assert "### Growth of a cold build" in text
    assert "the last run" not in text
