"""The file of a state: what is written is read, and what was changed in it is not believed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.translation.blocks import Kind
from samenleven.translation.segments import Segment
from samenleven.translation.state import (
    State,
    Trace,
    format_state,
    parse_state,
    read_state,
    state_file,
)

HEADING = Trace(
    Segment(Kind.HEADING, "Voor wie is het?", name="who"),
    *("77aa00bb11cc22dd", "machine", date(2026, 11, 21)),
)
CODE = Trace(
    Segment(Kind.CODE, "```\n\n  a\n```"),
    *("0123456789abcdef", "agency", date(2026, 2, 1), "taaldienst"),
)
TEXT = """\
# Which Dutch text each part of the translation was made from. Written by
# `python3 -m samenleven translation`: change the translation, never this file.

heading:who machine 2026-11-21 dutch=70421f3b43f19c32 words=70421f3b43f19c32 target=77aa00bb11cc22dd
> Voor wie is het?

code agency 2026-02-01 dutch=0000 words=0000 target=0123456789abcdef read by taaldienst
> ```
>
>   a
> ```
"""


def test_a_state_is_lines_that_can_be_read() -> None:
    written = format_state([HEADING, CODE])
    dutch, words = CODE.dutch.id, CODE.dutch.words_id
    assert written == TEXT.replace("=0000 words=0000", f"={dutch} words={words}")
    assert parse_state(written) == State((HEADING, CODE))


@given(
    st.sampled_from([kind for kind in Kind if kind is not Kind.CODE]),
    st.text("ab \u00e9#>:-=\u0631", min_size=1).map(str.strip).filter(bool),
)
def test_what_is_written_is_read(kind: Kind, words: str) -> None:
    trace = Trace(Segment(kind, words, name="a b.md"), "0" * 16, "human", date(2026, 1, 1))
    assert parse_state(format_state([trace, HEADING])) == State((trace, HEADING))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("> Voor wie", "> Voor mij"),
        ("70421f3b43f19c32", "70421f3b43f19c33"),
        ("heading:who", "kop:who"),
        ("2026-11-21", "2026-13-21"),
        (" machine ", " robot "),
        ("> Voor wie is het?\n", ""),
        ("> Voor", "Voor"),
    ],
)
def test_a_part_that_was_changed_by_hand_is_left_out(old: str, new: str) -> None:
    text = format_state([HEADING, CODE])
    assert old in text
    assert parse_state(text.replace(old, new, 1)) == State((CODE,), is_whole=False)


def test_a_translation_may_have_no_state_or_an_unreadable_one(tmp_path: Path) -> None:
    page = tmp_path / "index.fr.md"
    assert state_file(page).name == "index.fr.state"
    assert read_state(page) is None
    state_file(page).write_bytes(b"\xff\xfe")
    assert read_state(page) == State((), is_whole=False)
