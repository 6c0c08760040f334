"""The vCards, read back by the library of Thunderbird."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from samenleven.feeds.vcard import build_vcard
from samenleven.languages.site import Site
from samenleven.model.entries import Contact
from samenleven.model.source import Place

URL = "https://lindebeek.example/stad"
DESK = Place("contacts", "city-desk")


def desk(site: Site, lang: str) -> Contact:
    entry = site.version(DESK, lang)
    assert isinstance(entry, Contact)
    return entry


@pytest.mark.parametrize(
    ("lang", "title", "role", "hours", "path"),
    [
        (
            "nl",
            "Stad Lindebeek",
            "Wij helpen je de juiste dienst te vinden.",
            "Maandag tot vrijdag van 9 tot 12 uur\nWoensdag ook van 14 tot 17 uur",
            "nl/contacts/stad/",
        ),
        (
            "ar",
            "بلدية Lindebeek",
            "نساعدك لتجد المصلحة المناسبة.",
            "من الاثنين إلى الجمعة من الساعة 9 إلى 12\nيوم الأربعاء أيضًا من الساعة 14 إلى 17",
            "ar/contacts/city-desk/",
        ),
    ],
)
def test_a_vcard_says_what_the_page_says_in_its_language(
    example_site: Site,
    read_back: Callable[[str, str], Any],
    lang: str,
    title: str,
    role: str,
    hours: str,
    path: str,
) -> None:
    kind, properties, _ = read_back("vcard", build_vcard(desk(example_site, lang), example_site))
    assert kind == "vcard"
    plain = {name: value for name, _, _, value in properties}
    assert plain["version"] == "3.0"
    assert (plain["fn"], plain["role"], plain["note"]) == (title, role, hours)
    assert plain["n"] == [title, "", "", "", ""]
    assert plain["adr"] == ["", "", "Lindeplein 1", "Lindebeek", "", "9999", ""]
    assert plain["email"] == "info@example.be"
    assert plain["url"] == f"{URL}/{path}"
    phones = [value for key, _, _, value in properties if key == "tel"]
    assert phones == ["+32 9 000 00 00", "+32 9 000 00 09"]


def test_every_line_of_a_vcard_fits_and_ends_as_the_rfc_says(example_site: Site) -> None:
    text = build_vcard(desk(example_site, "ar"), example_site)
    lines = text.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)


def test_the_same_desk_gives_the_same_bytes(example_site: Site) -> None:
    entry = desk(example_site, "nl")
    assert build_vcard(entry, example_site) == build_vcard(entry, example_site)
