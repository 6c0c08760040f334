"""What an editor reads about old slugs."""

from __future__ import annotations

import pytest

from tests.problems.conftest import TinySite

ROOTS = "programmes/roots/index.nl.md"
FRENCH = "programmes/roots/index.fr.md"
NL, FR = f"content/{ROOTS}", f"content/{FRENCH}"


def give(*slugs: str) -> str:
    return "\n".join(["old_slugs:", *(f"  - {slug}" for slug in slugs)])


def test_an_old_slug_that_nothing_else_has_is_right_in_any_file(site: TinySite) -> None:
    site.add_field(ROOTS, give("wortels", "roots-2025"))
    site.add_field(FRENCH, give("racines"))
    assert site.problems() == []


def test_the_present_address_is_not_an_old_one(site: TinySite) -> None:
    site.add_field(ROOTS, give("wortels", "roots"))
    assert site.problems() == [
        f'{NL}:10: old_slugs: "/nl/programmes/roots/" is het adres dat de pagina nu heeft. '
        "Wis die slug hier."
    ]


def test_an_address_of_another_page_is_not_free(site: TinySite) -> None:
    site.write(
        "programmes/choir/index.nl.md",
        "---\ntitle: Koor\nslug: zingen\nsummary: Zing mee.\nupdated: 2026-02-01\naudience: Wie.\n"
        "action: Kom.\ncontact: desk\n---\n",
    )
    site.add_field(FRENCH, give("zingen"))
    assert site.problems() == [
        f'{FR}:9: old_slugs: het adres "/fr/programmes/zingen/" is ook dat van '
        "content/programmes/choir/index.nl.md. Wis die slug hier."
    ]


def test_two_pages_cannot_have_had_one_address(site: TinySite) -> None:
    site.write(
        "programmes/choir/index.nl.md",
        "---\ntitle: Koor\nsummary: Zing mee.\nupdated: 2026-02-01\naudience: Wie.\n"
        f"action: Kom.\ncontact: desk\n{give('cultuur')}\n---\n",
    )
    site.add_field(ROOTS, give("cultuur"))
    assert site.problems() == [
        f'{NL}:9: old_slugs: het adres "/nl/programmes/cultuur/" is ook dat van '
        "content/programmes/choir/index.nl.md. Wis die slug op een van de twee pagina's."
    ]


def test_a_section_is_not_an_old_address_of_a_page_without_one(site: TinySite) -> None:
    site.add_field("pages/about/index.nl.md", give("programmes"))
    assert site.problems() == [
        'content/pages/about/index.nl.md:6: old_slugs: het adres "/nl/programmes/" is ook dat van '
        "content/programmes/index.nl.md. Wis die slug hier."
    ]


@pytest.mark.parametrize("slug", ["../x", "Oud", "a b", "met/schuine"])
def test_an_old_slug_is_a_part_of_an_address(site: TinySite, slug: str) -> None:
    site.add_field(ROOTS, give(slug))
    assert site.problems() == [
        f'{NL}:9: old_slugs: "{slug}" kan geen deel van een adres zijn. '
        "Gebruik hoogstens 80 kleine letters a-z, cijfers en enkele koppeltekens."
    ]
