"""`translation new`: a file to write over, which no check refuses."""

from __future__ import annotations

import pytest

from samenleven.commands.translation.begin import begin_translation
from samenleven.problems import Invalid
from samenleven.translation.state import state_file
from tests.commands.translation.conftest import OpenDesk
from tests.translation.one_page import OnePage

PATH = "content/programmes/roots/index.fr.md"
NEW = """\
---
# Roots
title: Roots
# Dans en muziek voor jongeren.
summary: Dans en muziek voor jongeren.
# Jongeren.
audience: Jongeren.
# Vraag het aan de stad.
action: Vraag het aan de stad.
translation: human
translated_from: 2026-02-01
status: draft
---
<!-- Dit gaat over cultuur. -->

Dit gaat over cultuur.

<!-- ## Wat doe je? {#what} -->

## Wat doe je? {#what}

<!-- Je danst en je zingt. Het is leuk. -->

Je danst en je zingt. Het is leuk.

- Dans op maandag
- Zang op [dinsdag](../zang/index.nl.md)

<!-- ## Voor wie? {#who} -->

## Voor wie? {#who}

<!-- Het is voor jongeren die nieuw zijn in de stad. -->

Het is voor jongeren die nieuw zijn in de stad.

| Dag     | Uur |
|---------|-----|
| maandag | 14  |
"""


def test_a_new_translation_holds_the_words_to_translate_with_the_dutch_beside_them(
    page: OnePage, open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    page.french.unlink()
    state_file(page.french).unlink()
    assert begin_translation(open_desk(), "fr", "content/programmes/roots") == 0
    assert page.french.read_text("utf-8") == NEW
    assert capsys.readouterr().out == (
        f"{PATH} is gemaakt. Schrijf de vertaling over het Nederlands en wis daarna de regel"
        ' "status: draft".\n'
    )
    assert open_desk().problems == []
    assert len([found for found, _ in page.standings() if found == "missing"]) == 15


def test_a_translation_that_is_there_is_not_written_over(open_desk: OpenDesk) -> None:
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        begin_translation(desk, "fr", "programmes/roots")
    assert desk.said(wrong.value.what) == f"{PATH} bestaat al."
