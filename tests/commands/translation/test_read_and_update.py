"""`translation read` and `translation update`: what needs no translator."""

from __future__ import annotations

import pytest

from samenleven.commands.translation.read import confirm_read
from samenleven.commands.translation.update import update_translations
from samenleven.problems import Invalid
from samenleven.translation.state import read_state, state_file
from tests.commands.translation.conftest import OpenDesk
from tests.translation.one_page import OnePage

OLD = "Het is voor jongeren die nieuw zijn in de stad."
PATH = "content/programmes/roots/index.fr.md"
STATE = "content/programmes/roots/index.fr.state"
Capture = pytest.CaptureFixture[str]


def test_what_was_read_and_is_right_is_fresh_and_dated(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, "Het is voor alle jongeren."), ("2026-02-01", "2026-03-01"))
    assert confirm_read(open_desk(), [PATH], "", "") == 0
    assert capsys.readouterr().out == (
        f"{PATH}: delen genoteerd als gelezen en juist: 1.\n{PATH}\n{STATE}\n"
    )
    assert page.standings() == []
    assert "translation: machine\ntranslated_from: 2026-03-01\n" in page.french.read_text("utf-8")


def test_only_the_named_parts_are_noted(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, "Het is voor alle jongeren."), ("Dit gaat over", "Het gaat om"))
    assert confirm_read(open_desk(), [PATH], "11", "") == 0
    assert capsys.readouterr().out == (
        f"{PATH}: delen genoteerd als gelezen en juist: 1.\n"
        f"{PATH}: delen die nog achterlopen: 1.\n{STATE}\n"
    )
    assert page.standings() == [("stale", "Het gaat om cultuur.")]


def test_a_folder_stands_for_all_translations_of_the_page(
    page: OnePage, open_desk: OpenDesk
) -> None:
    page.change(page.dutch, (OLD, "Het is voor alle jongeren."))
    assert confirm_read(open_desk(), ["content/programmes/roots"], "", "") == 0
    assert page.standings() == []


def test_with_a_role_the_whole_page_was_read(page: OnePage, open_desk: OpenDesk) -> None:
    assert confirm_read(open_desk(), [PATH], "", "service d'intégration") == 0
    text = page.french.read_text("utf-8")
    assert "translation: machine-reviewed\n" in text
    assert "reviewed_by: service d'intégration\n" in text
    state = read_state(page.french)
    assert state
    assert {trace.reviewer for trace in state.traces if trace.dutch.is_offered} == {
        "service d'intégration"
    }


@pytest.mark.parametrize(
    ("path", "only", "message"),
    [
        (
            PATH.replace("fr", "de"),
            "",
            '"de" is geen taal waarin we vertalen. Bekend zijn: fr.',
        ),
        (PATH, "een", '"een" zijn geen nummers. Schrijf ze zo: --only 3,5'),
    ],
)
def test_what_cannot_be_read(open_desk: OpenDesk, path: str, only: str, message: str) -> None:
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        confirm_read(desk, [path], only, "")
    assert f"{desk.said(wrong.value.what)} {desk.said(wrong.value.remedy)}" == message


def test_a_translation_that_is_not_there_cannot_be_read(page: OnePage, open_desk: OpenDesk) -> None:
    page.french.unlink()
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        confirm_read(desk, [PATH], "", "")
    assert desk.said(wrong.value.what) == f"{PATH} bestaat niet."


def test_a_changed_link_comes_over_and_the_part_stays_fresh(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    page.change(page.dutch, ("(../zang/index.nl.md)", "(../lied/index.nl.md#uur)"))
    assert update_translations(open_desk(), []) == 0
    assert capsys.readouterr().out == f"{PATH}\n{STATE}\nGeschreven bestanden: 2.\n"
    assert "- Chant le [mardi](../lied/index.nl.md#uur)\n" in page.french.read_text("utf-8")
    assert page.standings() == []
    assert update_translations(open_desk(), []) == 0
    assert capsys.readouterr().out == "Geschreven bestanden: 0.\n"


def test_what_the_dutch_lost_goes_unless_it_was_edited(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    page.change(page.dutch, (f"{OLD}\n\n", ""), ("- Dans op maandag\n", ""))
    page.change(page.french, ("- Danse le lundi\n", "- Danse chaque lundi\n"))
    assert update_translations(open_desk(), []) == 0
    assert (
        capsys.readouterr().out
        == f"""\
{PATH}
{STATE}
{PATH}: bekijk deze delen zelf:
   14  het Nederlands heeft dit niet meer
       Nederlands toen: Dans op maandag
       vertaling: Danse chaque lundi
Geschreven bestanden: 2.
"""
    )
    text = page.french.read_text("utf-8")
    assert update_translations(open_desk(), []) == 0
    assert page.french.read_text("utf-8") == text
    assert "C'est pour les jeunes" not in text
    assert "- Danse chaque lundi\n" in text


def test_a_lost_state_is_made_anew_and_what_has_no_counterpart_is_listed(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    before = state_file(page.french).read_text("utf-8")
    state_file(page.french).unlink()
    assert update_translations(open_desk(), [PATH]) == 0
    assert state_file(page.french).read_text("utf-8") == before
    capsys.readouterr()
    state_file(page.french).unlink()
    page.change(page.french, ("- Danse le lundi\n", ""), ("Vous dansez", "En plus.\n\nVous dansez"))
    assert update_translations(open_desk(), [PATH]) == 0
    assert (
        capsys.readouterr().out
        == f"""\
{STATE}
{PATH}: bekijk deze delen zelf:
    8  nog niet vertaald
       Nederlands nu: Dans op maandag
   16  het Nederlands heeft dit niet
       vertaling: En plus.
Geschreven bestanden: 1.
"""
    )


def test_a_changed_sentence_is_left_to_a_translator(
    page: OnePage, open_desk: OpenDesk, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, "Het is voor alle jongeren."))
    before = page.french.read_bytes(), state_file(page.french).read_bytes()
    assert update_translations(open_desk(), []) == 0
    assert capsys.readouterr().out == "Geschreven bestanden: 0.\n"
    assert (page.french.read_bytes(), state_file(page.french).read_bytes()) == before
