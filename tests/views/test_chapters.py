"""A page as a chapter of a booklet."""

from __future__ import annotations

import pytest

from samenleven.views.chapters import fit_chapter


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<h1 class="t">A</h1>', '<h2 id="p" class="t">A</h2>'),
        ("<h1>A</h1><h2>B</h2><h5>C</h5>", '<h2 id="p">A</h2><h3>B</h3><h6>C</h6>'),
        ("<h6>A</h6><hr><header>", "<h6>A</h6><hr><header>"),
        ('<h2 id="who">A</h2>', '<h3 id="p-who">A</h3>'),
        ('<a href="#who">A</a>', '<a href="#p-who">A</a>'),
        ('<a href="/nl/x/#who">A</a>', '<a href="/nl/x/#who">A</a>'),
        ('<section class="c" aria-labelledby="at-x">', '<section class="c">'),
        ('<button popovertarget="term-x">A</button>', '<button popovertarget="term-x">A</button>'),
        ('<p>id="x" &lt;h1> href="#x"</p>', '<p>id="x" &lt;h1> href="#x"</p>'),
        ('<time data-id="a" datetime="x">', '<time data-id="a" datetime="x">'),
    ],
)
def test_headings_and_names_are_those_of_the_chapter(before: str, after: str) -> None:
    assert fit_chapter(before, "p") == after
