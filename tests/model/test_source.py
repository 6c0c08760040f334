"""Finding the sources and taking them apart."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.model.front_matter import Value, parse_front_matter
from samenleven.model.source import Found, Place, decode, find_sources, read_source
from samenleven.problems import Invalid, Problem

SECTIONS = frozenset({"", "programmes"})


def find(content: Path) -> list[Found | Problem]:
    return list(find_sources(content, SECTIONS, ("nl", "fr")))


def read(folder: Path, text: str) -> tuple[dict[str, Value], str, int]:
    file = folder / "index.nl.md"
    file.write_bytes(text.encode())
    source = read_source(Found("index.nl.md", file, Place("", ""), "nl"))
    return source.fields, source.body, source.body_line


@pytest.mark.parametrize(
    ("name", "place", "lang"),
    [
        ("index.nl.md", Place("", ""), "nl"),
        ("programmes/index.fr.md", Place("programmes", ""), "fr"),
        ("programmes/roots-2/index.nl.md", Place("programmes", "roots-2"), "nl"),
    ],
)
def test_the_folder_says_the_place_and_the_name_the_language(
    tmp_path: Path, name: str, place: Place, lang: str
) -> None:
    file = tmp_path / "content" / name
    file.parent.mkdir(parents=True)
    file.touch()
    assert find(tmp_path / "content") == [Found(f"content/{name}", file, place, lang)]


def test_sources_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["index.fr.md", "index.nl.md", "programmes/a/index.nl.md", "programmes/b/index.nl.md"]
    for name in reversed(names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [found.path for found in find(tmp_path)] == [f"{tmp_path.name}/{name}" for name in names]


@pytest.mark.parametrize("name", [".git/index.nl.md", "programmes/photo.jpg", "index.nl.md.swp"])
def test_what_is_no_markdown_or_is_hidden_is_passed_by(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    assert find(tmp_path) == []


def test_a_source_is_its_fields_and_its_body_with_their_lines(tmp_path: Path) -> None:
    fields, body, line = read(tmp_path, "---\ntitle: A\n# note\norder: 1\n---\nB\n\nC\n")
    assert fields == {"title": Value("A", 2), "order": Value("1", 4)}
    assert (body, line) == ("B\n\nC\n", 6)


def test_a_rule_in_the_body_does_not_end_the_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: A\n---\nB\n\n---\n\nC")[1] == "B\n\n---\n\nC"


@pytest.mark.parametrize("data", [b"a\r\nb\rc\nd", b"\xef\xbb\xbfa\nb\nc\nd"])
def test_line_ends_are_line_feeds_and_the_mark_is_gone(data: bytes) -> None:
    assert decode(data) == "a\nb\nc\nd"


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    with suppress(Invalid):
        assert "\r" not in decode(data)


@pytest.mark.parametrize("text", ["no", "1.0", "2026-01-02", "~", "null", "0x1F", "1e3", "yes"])
def test_no_value_is_guessed(text: str) -> None:
    assert parse_front_matter(f"key: {text}", 2) == {"key": Value(text, 2)}


def test_the_line_of_a_value_is_that_of_its_key_or_of_its_item() -> None:
    text = "a:\n  - x\n  - y\nb:\n  - name: z\n    url:\n      w\n"
    assert parse_front_matter(text, 10) == {
        "a": Value([Value("x", 11), Value("y", 12)], 10),
        "b": Value([Value({"name": Value("z", 14), "url": Value("w", 15)}, 14)], 13),
    }


@given(st.text(alphabet=":-#[]{}\"'&*!|>%@`?,~ \n\tab1\\\u2029\ud7ff", max_size=60))
def test_any_front_matter_is_fields_or_a_problem_on_one_of_its_lines(text: str) -> None:
    try:
        lines = [value.line for value in parse_front_matter(text, 2).values()]
    except Invalid as wrong:
        lines = [wrong.line]
    assert [line for line in lines if not 2 <= line <= len(text.splitlines()) + 3] == []
