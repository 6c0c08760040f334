"""How editors name a page and a language, and what they hear of a name that is wrong."""

from __future__ import annotations

import pytest

from samenleven.problems import Invalid
from tests.commands.translation.conftest import OpenDesk
from tests.translation.one_page import PLACE, OnePage


@pytest.mark.parametrize(
    "path",
    [
        "content/programmes/roots",
        "./content/programmes/roots/",
        "programmes/roots",
        "programmes/roots/index.fr.md",
        "content\\programmes\\roots\\index.nl.md",
    ],
)
def test_a_page_is_named_by_its_folder_or_a_file_of_it(open_desk: OpenDesk, path: str) -> None:
    assert open_desk().page(path).place == PLACE


def test_a_page_is_named_by_where_it_lies_on_disk(page: OnePage, open_desk: OpenDesk) -> None:
    assert open_desk().page(str(page.folder)).place == PLACE


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "roots",
            'er is geen pagina "roots" met een goed Nederlands bestand.'
            ' Bedoelde je "programmes/roots"?',
        ),
        (
            "content/programmes/rots",
            'er is geen pagina "content/programmes/rots" met een goed Nederlands bestand.'
            ' Bedoelde je "programmes/roots"?',
        ),
        (
            "../../etc/passwd",
            'er is geen pagina "../../etc/passwd" met een goed Nederlands bestand.'
            " Schrijf haar map, zoals content/programmes/roots.",
        ),
    ],
)
def test_a_page_that_is_not_there(open_desk: OpenDesk, path: str, message: str) -> None:
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        desk.page(path)
    assert f"{desk.said(wrong.value.what)} {desk.said(wrong.value.remedy)}" == message


@pytest.mark.parametrize("lang", ["nl", "frr", ""])
def test_a_language_that_is_not_translated_into(open_desk: OpenDesk, lang: str) -> None:
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        desk.check_lang(lang)
    assert desk.said(wrong.value.what) == f'"{lang}" is geen taal waarin we vertalen.'
