"""With its shortcuts, Python-Markdown writes the same bytes as without them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from samenleven.model.shortcuts import take_shortcuts

ROOT = Path(__file__).resolve().parents[2]
OPTIONS: dict[str, Any] = runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"]
FILES = sorted(
    file
    for folder in (ROOT, ROOT / "content", ROOT / "docs", ROOT / "tests/example_site")
    for file in (folder.glob("*.md") if folder == ROOT else folder.rglob("*.md"))
)
# Every mark that the syntax knows, and words to stand between them.
PIECES = [
    *"`\\[]!<>&*_#|:-+=~.()\"'{} \n\t",
    *("\n\n", "    ", "  \n", "\n* ", "\n1. ", "\n> ", "\n# ", "\n- ", "\n: ", "\n=", "\n-"),
    *("[^1]", "[^1]: ", "*[HTML]: ", "HTML", "[a]: ../b.md", "[a]", "![a](b.png)", "[a](b.md)"),
    *("[TOC]", "\n[TOC]\n", "\n```\n", "<b>", "</b>", "\n<div markdown='1'>\n", "\n</div>\n"),
    *(
        "&amp;",
        "&#91;",
        "<https://a.be>",
        "<a@b.be>",
        "{: .c #d}",
        "{#e}",
        "| a | b |\n| - | - |\n",
    ),
    *("!!! note\n", "    !!! tip\n", "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03"),
    *("woord", "één", "كلمة", "слово"),
]


def make(*extra: str) -> Markdown:
    options = {**OPTIONS, "extensions": [*OPTIONS["extensions"], "markdown.extensions.toc", *extra]}
    return Markdown(**options)


PLAIN, QUICK = make(), make()
take_shortcuts(QUICK)


def converted(md: Markdown, text: str) -> tuple[str, Any] | str:
    try:
        html = md.reset().convert(text)
    except Exception as error:
        return repr(error)
    return html, md.toc_tokens  # type: ignore[attr-defined]


def test_the_shortcuts_are_taken() -> None:
    kinds = {type(step).__module__ for step in QUICK.treeprocessors}
    assert "samenleven.model.shortcuts" in kinds
    assert type(QUICK.parser).__module__ == "samenleven.model.shortcuts"
    # The library's private method that one of them stands for; if it is gone, so is the gain.
    assert hasattr(type(PLAIN.treeprocessors["inline"]), "_InlineProcessor__handleInline")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_files_of_this_project_become_the_same(file: Path) -> None:
    text = file.read_text("utf-8")
    assert converted(QUICK, text) == converted(PLAIN, text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_mix_of_marks_becomes_the_same(text: str) -> None:
    assert converted(QUICK, text) == converted(PLAIN, text)


def test_the_steps_of_other_extensions_stay() -> None:
    md = make("markdown.extensions.smarty", "markdown.extensions.nl2br", "legacy_em")
    plain = make("markdown.extensions.smarty", "markdown.extensions.nl2br", "legacy_em")
    take_shortcuts(md)
    text = 'Een "woord" -- en _nog_\neen__woord__...'
    assert converted(md, text) == converted(plain, text)
