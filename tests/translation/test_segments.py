"""Cutting a file into segments and putting it together: nothing is lost, words are offered."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.segments import read_tags
from samenleven.model.entries import Accessibility, Programme
from samenleven.model.front_matter import FORBIDDEN, parse_front_matter
from samenleven.model.source import Found, Place, read_source
from samenleven.translation.blocks import Kind
from samenleven.translation.fields import Columns, Table, words_table, write_scalar
from samenleven.translation.inline import split_words
from samenleven.translation.segments import body_start, cut, cut_body, cut_source, fill

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"]
TABLE: Table = {"title": None, "limitations": None, "stops": Columns("key", frozenset({"name"}))}
FILES = sorted(
    [*ROOT.glob("content/**/index.*.md"), *ROOT.glob("tests/example_site/content/**/index.*.md")]
)
ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝčñšž")
PIECES = st.sampled_from(
    [
        *("---\n", "title: x\n", "\n", "\n\n", "  \n", "    ", "\t", "> ", "- ", "1. ", "## "),
        *("```", "~~~\n", "`", "``", "|", "|-|-|\n", "\\|", ": ", "[^1]: ", "*[a]: "),
        *("[a]: b\n", "[a](b)", "![a](b c)", "[a]", "[a][b]", "<div>", "</div>", "<!--", "-->"),
        *("<a\nb>", "<b>", '!!! note "a"\n', "{#id}", "{: .a}", "***\n", "===\n", "[TOC]\n"),
        *("\r\n", "\ufeff", "é"),
    ]
)
MARKED = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)


def offered(body: str) -> list[tuple[str, str]]:
    return [(part.kind.value, part.words) for part in cut_body(body) if part.is_offered]


@given(MARKED)
def test_literals_and_segments_joined_are_the_file(text: str) -> None:
    segments = cut(text, TABLE)
    ends = [place for part in segments for place in (part.start, part.end)]
    assert ends == sorted(ends)
    assert fill(text, segments, {}) == text


@given(MARKED)
def test_the_same_words_put_back_are_the_file_byte_for_byte(text: str) -> None:
    segments = cut(text, TABLE)
    assert fill(text, segments, {n: part.words for n, part in enumerate(segments)}) == text


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])
def test_every_page_keeps_its_form_when_all_its_words_change(file: Path) -> None:
    text = file.read_text("utf-8")
    segments = cut(text, words_table(Accessibility) | words_table(Programme))
    new = fill(
        text,
        segments,
        {n: accented(part.words) for n, part in enumerate(segments) if part.is_offered},
    )
    assert tags(new[body_start(new) :]) == tags(text[body_start(text) :])
    assert [part.kind for part in cut_body(new)] == [part.kind for part in cut_body(text)]


def accented(words: str) -> str:
    parts = split_words(words)
    return "".join(
        part if number % 2 else part.translate(ACCENTS) for number, part in enumerate(parts)
    )


def tags(body: str) -> list[object]:
    return read_tags(body, MARKDOWN)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("Een zin\ndie verder gaat.", [("paragraph", "Een zin die verder gaat.")]),
        ("Een  \nandere regel", [("paragraph", "Een\nandere regel")]),
        ("## Voor wie? {#who}", [("heading", "Voor wie?")]),
        ("Titel\n=====\n\nTekst", [("heading", "Titel"), ("paragraph", "Tekst")]),
        ("- Brood\n- Fruit\n    - Appels", [("item", w) for w in ("Brood", "Fruit", "Appels")]),
        (
            "1. Bel ons.\n\n    Op maandag.\n\n        code",
            [("item", "Bel ons."), ("paragraph", "Op maandag.")],
        ),
        ("In\n2018. Een zin", [("paragraph", "In 2018. Een zin")]),
        ("> Samen lukt\n> het beter.", [("paragraph", "Samen lukt het beter.")]),
        ("OKAN\n:   Onderwijs.", [("term", "OKAN"), ("definition", "Onderwijs.")]),
        ("[^1]: Een voetnoot.", [("footnote", "Een voetnoot.")]),
        ("*[HTML]: de taal", [("abbreviation", "de taal")]),
        ('!!! note "Let op"\n    Kom.', [("title", "Let op"), ("paragraph", "Kom.")]),
        ("| Les | € |\n|-----|--:|\n| a \\| b |  |", [("cell", "Les"), ("cell", "a \\| b")]),
        ("<div>\n<p>Een</p><p>Twee</p>\n</div>", [("paragraph", "Een"), ("paragraph", "Twee")]),
        ('<p\n  class="a"\n>\nTekst', [("paragraph", "Tekst")]),
        ("```\ncode\n```\n\n    code\n\n<pre>\ncode\n\n</pre>", []),
        ("[TOC]\n\n***\n\n<!-- een\n\ntwee -->\n\n![](a.png)\n\n{: .groot }", []),
        ("[a]: https://example.be/ 'Titel'", [("title", "Titel")]),
        (
            "[de stad] en [hier][]\n\n[de stad]: a\n[hier]: b",
            [("paragraph", "[de stad][de stad] en [hier][hier]")],
        ),
    ],
)
def test_a_translator_is_offered_words(body: str, parts: list[tuple[str, str]]) -> None:
    assert offered(body) == parts


def test_segments_know_their_section_and_headings_their_anchor() -> None:
    parts = cut_body("Voor.\n\n## Wat? {#what}\n\nEen.\n\n### Wie?\n\nTwee.")
    assert [(part.section, part.name) for part in parts] == [
        *((0, ""), (1, "what"), (1, ""), (2, ""), (2, "")),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Een zin die\nverder gaat.", "Een zin\n  die verder gaat."),
        ("- Een lang\n  punt", "*   Een lang punt"),
        ("| a | b |\n|---|---|\n| c | d |", "|a |b|\n|:--|--:|\n|c   |    d|"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_wrapping_and_aligning_change_no_identity(one: str, other: str) -> None:
    assert [part.id for part in cut_body(one)] == [part.id for part in cut_body(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zie [de stad](a.md).", "Zie [de stad](b.md)."),
        ("Typ `een` hier.", "Typ `twee` hier."),
        ("Mail a@example.be nu", "Mail b@example.be nu"),
    ],
)
def test_an_address_or_code_changes_the_identity_and_not_that_of_the_words(
    one: str, other: str
) -> None:
    (before,), (after,) = cut_body(one), cut_body(other)
    assert before.id != after.id
    assert before.words_id == after.words_id


def test_a_new_address_more_changes_the_words() -> None:
    (before,), (after,) = cut_body("Typ `a` hier."), cut_body("Typ `a` `b` hier.")
    assert before.words_id != after.words_id


@pytest.mark.parametrize(
    ("body", "words", "written"),
    [
        ("- Een\n  twee", "1. sınıf", "- 1\\. sınıf"),
        ("Een", "# deux", "\\# deux"),
        ("> Een  \n> twee", "Un\ndeux", "> Un  \n> deux"),
        ("| a | b |\n|---|---|", "x | `y|z`", "| x \\| `y|z` | b |\n|---|---|"),
    ],
)
def test_other_words_make_no_other_blocks(body: str, words: str, written: str) -> None:
    assert fill(body, cut_body(body), {0: words}) == written


FRONT = """\
---
title: "Roots: dans"
slug: roots
updated: 2026-02-01
limitations:
  - Geen geluid.
  - >-
    Geen
    gebarentaal.
stops:
  - key: bridge
    name: De brug
    place: x
  - {key: tower, name: 'De toren'}
---
Tekst.
"""


def test_front_matter_offers_the_words_of_the_table_by_their_path() -> None:
    parts = [(part.name, part.words) for part in cut(FRONT, TABLE) if part.kind is Kind.FIELD]
    assert parts == [
        ("title", "Roots: dans"),
        ("limitations.0", "Geen geluid."),
        ("limitations.1", "Geen gebarentaal."),
        ("stops.bridge.name", "De brug"),
        ("stops.tower.name", "De toren"),
    ]


def test_front_matter_is_written_as_yaml_that_reads_the_same() -> None:
    words = ["a: b", "- x", 'zij "zegt"', "Le pont", "La tour, haute"]
    new = fill(FRONT, cut(FRONT, TABLE), dict(enumerate(words)))
    assert [part.words for part in cut(new, TABLE)] == [*words, "Tekst."]
    assert new.replace('"a: b"', '"Roots: dans"').startswith(FRONT[:60])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_survive_as_a_yaml_value(text: str) -> None:
    words = " ".join(FORBIDDEN.sub("", text).split())
    written = write_scalar(words)
    assert parse_front_matter(f"a: {written}", 1)["a"].data == words
    assert "\n" not in written


def test_a_slug_is_chosen_and_not_translated() -> None:
    assert "slug" not in words_table(Programme)
    assert {"title", "summary", "audience", "action"} <= set(words_table(Programme))
    assert words_table(Accessibility)["limitations"] is None


def test_a_file_that_was_read_gives_the_same_segments(tmp_path: Path) -> None:
    file = tmp_path / "index.nl.md"
    file.write_bytes(FRONT.replace("\n", "\r\n").encode())
    read = read_source(Found("index.nl.md", file, Place("", ""), "nl"))
    assert [(part.id, part.name) for part in cut_source(read, TABLE)] == [
        (part.id, part.name) for part in cut(FRONT, TABLE)
    ]
