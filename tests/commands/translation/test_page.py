"""The page of the status in `serve`: the table, and the Dutch then and now beside each other."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from samenleven.commands.translation.page import build_page, mark_changes
from samenleven.translation.work import find_parts
from tests.commands.translation.conftest import OpenDesk
from tests.translation.one_page import OnePage

PATH = "content/programmes/roots/index.fr.md"


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("een twee drie", "een vier drie", "een <del>twee</del> <ins>vier</ins> drie"),
        ("een", "een <b>", "een <ins>&lt;b&gt;</ins>"),
        ("", "nieuw", "<ins>nieuw</ins>"),
        ("weg", "", "<del>weg</del>"),
        ("gelijk", "gelijk", "gelijk"),
    ],
)
def test_what_changed_in_the_dutch_is_marked(old: str, new: str, marked: str) -> None:
    assert mark_changes(old, new) == marked


def test_a_part_that_is_behind_is_one_click_from_the_table(
    page: OnePage, open_desk: OpenDesk
) -> None:
    page.change(page.dutch, ("Het is leuk.", "Het is <leuk>."))
    desk = open_desk()
    found = [(one, find_parts(one, desk.others)) for one in desk.pages.values()]
    tree: Any = html.fromstring("\n".join(build_page(found, desk)))
    (link,) = tree.xpath("//td/a")
    assert (link.text, link.get("href")) == ("1/7", f"#{PATH}")
    assert tree.xpath("//h2/@id") == [PATH]
    assert [node.text_content() for node in tree.xpath("//h3/following-sibling::p")] == [
        "Je danst en je zingt. Het is leuk. <leuk>.",
        "Vous dansez et vous chantez. C'est amusant.",
        "Klopt de vertaling nog? Geef dan deze opdracht:"
        f" python3 -m samenleven translation read {PATH}",
    ]
