"""What of a segment is kept from our source, and what is words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.translation.inline import count_words, has_words, placeholders, split_words


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Zie [de stad](https://www.kortrijk.be/).", ["https://www.kortrijk.be/"]),
        ('Zie [a](b.md "Een titel").', ["b.md"]),
        ("![Een fiets](bike (1).png)", ["bike (1).png"]),
        (
            "[a]({filename}../b.md#c) en [d]({static}e.pdf)",
            ["{filename}../b.md#c", "{static}e.pdf"],
        ),
        ("[a](<b c.md>)", ["<b c.md>"]),
        ("`code` en ``meer ` code``", ["`code`", "``meer ` code``"]),
        ("Bel <b>nu</b><br>", ["<b>", "</b>", "<br>"]),
        ("Een regel\nen een andere", ["\n"]),
        ("Een noot.[^1]", ["[^1]"]),
        ("Lees [dit][plan]", ["[plan]"]),
        ("*nu*{: .groot } en [b](c){ .knop }", ["{: .groot }", "c", "{ .knop }"]),
        ("Zie https://example.be/a?b=c.", ["https://example.be/a?b=c"]),
        ("<https://example.be/>", ["<https://example.be/>"]),
        ("Mail info@example.be of a.b@c.example.be!", ["info@example.be", "a.b@c.example.be"]),
        (r"Geen \`code\` en \<b>", []),
        ("Minder < meer > niets; 5 * 3 {nee}", []),
    ],
)
def test_addresses_code_and_tags_are_kept(words: str, kept: list[str]) -> None:
    assert placeholders(words) == kept


@given(st.text("`[]()<>\\{}#: \nab@./h", max_size=60))
def test_the_parts_joined_are_the_words(words: str) -> None:
    parts = split_words(words)
    assert "".join(parts) == words
    assert len(parts) % 2 == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [("Wat is het?", 3), ("[de stad](a b.md) – `x y`", 2), ("https://a.be/", 0), ("€ 7,50", 1)],
)
def test_only_words_are_counted(words: str, count: int) -> None:
    assert count_words(words) == count
    assert has_words(words) == bool(count)
