"""What a publication would change, and what is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from samenleven.deploy.tree import Changes, compare, find_refusals, parse_listing, read_folder

WHOLE = {"index.html": "a", "404.html": "b", "sitemap.xml": "c", "nl/index.html": "d"}
STATEMENTS = {"nl": "nl/toegankelijkheid/index.html"}
SITE = {**WHOLE, STATEMENTS["nl"]: "e", **{f"nl/{n}/index.html": "f" for n in range(20)}}


def refusals(new: dict[str, str]) -> list[str]:
    return list(find_refusals(SITE, new, STATEMENTS))


def test_a_folder_has_the_ids_of_git(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl/één.html").write_bytes("é\r\n".encode())
    for words in (("init", "-q"), ("config", "core.autocrlf", "false"), ("add", ".")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    tree = subprocess.run(
        ["git", "write-tree"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.strip()
    listing = subprocess.run(
        ["git", "ls-tree", "-r", "-z", tree], cwd=tmp_path, check=True, capture_output=True
    ).stdout.decode()
    assert parse_listing(listing) == read_folder(tmp_path) != {}


def test_changes_are_told_page_by_page() -> None:
    changes = compare({"a.html": "1", "b.html": "1", "s.css": "1"}, {"b.html": "2", "c.html": "1"})
    assert changes == Changes(("c.html",), ("b.html",), ("a.html", "s.css"))
    assert [*changes.lines()] == ["+ c.html", "~ b.html", "- a.html", "and 1 other files"]
    assert [*compare(WHOLE, WHOLE).lines()] == ["Nothing would change."]


@pytest.mark.parametrize(
    ("lost", "reason"),
    [
        ("404.html", "404.html is missing."),
        ("sitemap.xml", "sitemap.xml is missing."),
        (STATEMENTS["nl"], "nl/toegankelijkheid/index.html is missing."),
        ("nl/index.html", 'The language "nl" disappears.'),
    ],
)
def test_what_every_site_has_is_missed(lost: str, reason: str) -> None:
    assert refusals({path: name for path, name in SITE.items() if path != lost}) == [reason]


@pytest.mark.parametrize(("lost", "said"), [(2, []), (3, ["3 of 24 pages disappear."])])
def test_a_tenth_of_the_pages_may_go(lost: int, said: list[str]) -> None:
    gone = {f"nl/{number}/index.html" for number in range(lost)}
    assert refusals({path: name for path, name in SITE.items() if path not in gone}) == said
