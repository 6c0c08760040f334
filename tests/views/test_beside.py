"""A translation beside its Dutch text."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenleven.checks.output import ids_of, read_site, text_of
from samenleven.views.beside import pair_blocks, split_blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>a<br>b</p>\n<ul><li>c</li></ul>", ["<p>a<br>b</p>", "<ul><li>c</li></ul>"]),
        ('<h2 id="x">a</h2><hr><p>b</p>', ['<h2 id="x">a</h2>', "<hr><p>b</p>"]),
        ("<div><div><p>a</p></div></div><p>b</p>", ["<div><div><p>a</p></div></div>", "<p>b</p>"]),
        ("loose <b>text</b>", ["loose <b>text</b>"]),
        ("", []),
    ],
)
def test_a_body_is_cut_at_its_outermost_elements(html: str, blocks: list[str]) -> None:
    assert split_blocks(html) == blocks


def pairs(source: str, own: str) -> list[tuple[str, str]]:
    return [(str(pair.source), str(pair.own)) for pair in pair_blocks(source, own)]


WHO = '<h2 id="who">Wie?</h2>', '<h2 id="who">Qui ?</h2>'


def test_paragraphs_stand_beside_their_translation() -> None:
    assert pairs(f"<p>a</p>{WHO[0]}<p>b</p>", f"<p>A</p>{WHO[1]}<p>B</p>") == [
        ("<p>a</p>", "<p>A</p>"),
        WHO,
        ("<p>b</p>", "<p>B</p>"),
    ]


def test_a_section_of_other_paragraphs_stays_together_and_the_next_is_in_line() -> None:
    assert pairs(f"<p>a</p><p>b</p>{WHO[0]}", f"<p>AB</p>{WHO[1]}") == [
        ("<p>a</p>\n<p>b</p>", "<p>AB</p>"),
        WHO,
    ]


def test_sections_are_told_by_their_anchors_not_by_their_order() -> None:
    when = '<h2 id="when">Wanneer?</h2>', '<h2 id="when">Quand ?</h2>'
    assert pairs(WHO[0] + when[0], when[1] + WHO[1]) == [WHO, when]


def test_what_only_one_has_is_shown() -> None:
    assert pairs(WHO[0], "<p>A</p>") == [(WHO[0], ""), ("", "<p>A</p>")]


def test_a_page_of_the_site_has_both_texts_and_each_anchor_once(example_output: Path) -> None:
    site = read_site(example_output, "https://lindebeek.example/stad")
    path = next(
        path
        for path in sorted(site.pages)
        if path.startswith("ar/programmes/") and path.endswith("/nl/index.html")
    )
    page = site.pages[path]
    ids = ids_of(page.root)
    assert len(ids) == len(set(ids))
    own = site.pages[path.removesuffix("nl/index.html") + "index.html"]
    article = next(own.root.iter("article"))
    words = text_of(page.root)
    for paragraph in article.iter("p", "h2"):
        if paragraph.getparent().get("class") == "prose flow":
            assert text_of(paragraph) in words
