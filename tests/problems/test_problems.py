"""Each mistake that an editor can make, and the whole message that it gets.

The changed file is content/programmes/roots/index.nl.md or its translation; the fields of the
Dutch one are on the lines 2 to 7, so that a field that is added stands on line 8.
"""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from samenleven.languages.site import check_site
from samenleven.model.entries import Programme
from samenleven.model.table import Scope, schema

ROOTS = "programmes/roots/index.nl.md"
FRENCH = "programmes/roots/index.fr.md"
NL, FR = f"content/{ROOTS}", f"content/{FRENCH}"

WRITE_DATE = "Schrijf jaar-maand-dag, bijvoorbeeld 2026-02-28."
REMOVED = "Het is weggehaald. Schrijf gewone Markdown."
LINK_REMOVED = "Hij is weggehaald. Maak een link naar een pagina of een webadres."
LINK_TO_PAGE = "Maak een link naar het bestand van de pagina, bijvoorbeeld ../roots/index.nl.md."
UNREADABLE_LINE = (
    'deze regel kunnen we niet lezen. Schrijf "sleutel: waarde". Een waarde met ": ", "#" of een '
    "teken vooraan staat tussen aanhalingstekens."
)
NOT_SEEN = "een teken dat je niet ziet. Wis het en typ de woorden errond opnieuw."
TOO_SLOW = (
    f"{NL}:9: het lezen van de tekst duurt langer dan 2 seconden. "
    "Zoek lange rijen haakjes of sterretjes, en verdeel de tekst."
)
TOO_DEEP = f"{NL}:9: de lijsten, citaten of tags zitten te diep in elkaar. Gebruik minder niveaus."
SYMLINK = (
    "dit is een verwijzing naar een andere plaats, geen bestand. "
    "Zet het bestand zelf hier: buiten content/ wordt niets gelezen."
)
FIELDS = schema(Programme).items()
KNOWN_NL = ", ".join(sorted(name for name, row in FIELDS if row.scope is not Scope.TRANSLATION))
KNOWN_FR = ", ".join(sorted(name for name, row in FIELDS if row.scope is not Scope.FACT))


def test_the_tiny_site_has_no_problem(site: Any) -> None:
    assert site.problems() == []


# Fields


def test_a_missing_title_is_asked_for_with_its_meaning(site: Any) -> None:
    site.change(ROOTS, "title: Roots\n", "")
    assert site.problems() == [
        f'{NL}:1: title: dit ontbreekt. Voeg een regel "title: ..." toe. '
        "De naam van de pagina, ook haar kop."
    ]
    assert site.problems("en") == [
        f'{NL}:1: title: it is missing. Add a line "title: ...". '
        "The name of the page, as its heading."
    ]


@pytest.mark.parametrize("empty", ["", '""', "'  '", '"\\n"', "# Roots", "|"])
def test_an_empty_title_is_named_on_its_line(site: Any, empty: str) -> None:
    site.change(ROOTS, "title: Roots", f"title: {empty}")
    assert site.problems() == [
        f"{NL}:2: title: dit is leeg. Schrijf de tekst achter de dubbelepunt."
    ]


@pytest.mark.parametrize("value", ["[Roots]", "{a: b}", "\n  - Roots"])
def test_a_list_is_no_title(site: Any, value: str) -> None:
    site.change(ROOTS, "title: Roots", f"title: {value}")
    assert site.problems() == [
        f"{NL}:2: title: hier hoort één regel tekst, geen lijst. "
        'Schrijf die achter de dubbelepunt; tekst met ": " erin staat tussen aanhalingstekens.'
    ]


@pytest.mark.parametrize(
    "text",
    ["31/02/2026", "2026-02-31", "gisteren", "25/12/2026", "2026-1-5", "20260105", "05/05/2026"],
)
def test_what_is_no_iso_date_is_no_date(site: Any, text: str) -> None:
    site.add_field(ROOTS, f"start: {text}")
    assert site.problems() == [f'{NL}:8: start: "{text}" is geen datum. {WRITE_DATE}']


@pytest.mark.parametrize("text", ["05/06/2026", "5.6.26", "05-06-2026"])
def test_a_date_that_can_be_two_days_is_never_guessed(site: Any, text: str) -> None:
    site.add_field(ROOTS, f"start: {text}")
    assert site.problems() == [
        f'{NL}:8: start: "{text}" kan je op twee manieren lezen. {WRITE_DATE}'
    ]
    assert site.problems("en") == [
        f'{NL}:8: start: "{text}" can be read in two ways. '
        "Write year-month-day, for example 2026-02-28."
    ]


def test_what_ends_before_it_starts_is_reported(site: Any) -> None:
    site.add_field(ROOTS, "start: 2026-03-02\nend: 2026-03-01")
    assert site.problems() == [
        f"{NL}:9: end: dit is vroeger dan de eerste dag, en die is 2026-03-02. "
        "Wissel de twee dagen om, of verbeter er een."
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("budjet: 3", 'budjet: deze sleutel is onbekend. Bedoelde je "budget"?'),
        ("Slug: x", 'Slug: deze sleutel is onbekend. Bedoelde je "slug"?'),
        ("Save_as: ../x", f"Save_as: deze sleutel is onbekend. Bekend zijn: {KNOWN_NL}."),
        ("status: drfat", 'status: "drfat" is onbekend. Bedoelde je "draft"?'),
        ("status: zichtbaar", 'status: "zichtbaar" is onbekend. Bekend zijn: draft, published.'),
        (
            "translation: human",
            "translation: dit is de Nederlandse tekst, geen vertaling. Wis de regel.",
        ),
        (
            "budget: 326.600",
            'budget: "326.600" is geen geheel getal. Schrijf alleen cijfers, bijvoorbeeld 326600.',
        ),
        (
            "slug: ../../x",
            'slug: "../../x" kan geen deel van een adres zijn. '
            "Gebruik hoogstens 80 kleine letters a-z, cijfers en enkele koppeltekens.",
        ),
        (
            "contact: desk",
            'de sleutel "contact" staat hier voor de tweede keer. Houd een van de twee.',
        ),
        ("partners: x", 'partners: hier hoort een lijst. Zet elk op een eigen regel, achter "- ".'),
    ],
)
def test_a_wrong_field_is_named_on_its_line(site: Any, line: str, message: str) -> None:
    site.add_field(ROOTS, line)
    assert site.problems() == [f"{NL}:8: {message}"]


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        (
            "partners:\n  - stad\n  -\n  - agentschap",
            10,
            "partners: dit is leeg. Schrijf de tekst achter de dubbelepunt.",
        ),
        (
            "sources:\n  - name: a\n  - name: b\n    url: http://[",
            11,
            'sources: url: "http://[" is geen webadres. '
            "Schrijf het volledig, bijvoorbeeld https://www.example.be/.",
        ),
        (
            "sources:\n  - name: a\n    urll: b",
            10,
            'sources: urll: deze sleutel is onbekend. Bedoelde je "url"?',
        ),
        (
            "sources:\n  - name: a\n  - url: https://example.be/",
            10,
            'sources: name ontbreekt. Voeg een regel "name: ..." toe. Hoe het heet.',
        ),
    ],
)
def test_a_fault_in_a_list_is_named_on_the_line_of_its_item(
    site: Any, lines: str, line: int, message: str
) -> None:
    site.add_field(ROOTS, lines)
    assert site.problems() == [f"{NL}:{line}: {message}"]


@pytest.mark.parametrize(("length", "is_right"), [(200, True), (201, False)])
def test_a_summary_has_at_most_200_characters(site: Any, length: int, is_right: bool) -> None:
    site.change(ROOTS, "Dans en muziek.", "x" * length)
    message = f"{NL}:3: summary: dit is 201 tekens lang. Gebruik er hoogstens 200: het moet op een"
    assert site.problems() == ([] if is_right else [f"{message} kaartje passen."])


def test_a_contact_that_does_not_exist_is_guessed_as_it_must_be_written(site: Any) -> None:
    site.change(ROOTS, "contact: desk", "contact: dek")
    assert site.problems() == [
        f'{NL}:7: contact: er is geen pagina "contacts/dek". Bedoelde je "desk"?'
    ]
    site.change(ROOTS, "contact: dek", "contact: burgemeester")
    assert site.problems("en") == [
        f'{NL}:7: contact: there is no page "contacts/burgemeester". Known are: desk.'
    ]


def test_a_programme_that_does_not_exist_is_named_on_the_line_of_its_item(site: Any) -> None:
    fields = "title: T\nsummary: S.\nupdated: 2026-02-01\ndate: 2026-02-01\ncontact: desk\n"
    site.write(
        "news/new/index.nl.md", f"---\n{fields}programmes:\n  - roots\n  - rots\n---\nTekst.\n"
    )
    assert site.problems() == [
        "content/news/new/index.nl.md:9: programmes: "
        'er is geen pagina "programmes/rots". Bedoelde je "roots"?'
    ]


# YAML


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("schedule: Elke week: op zondag", 8),
        ("schedule: *dag", 8),
        ("schedule: @dag", 8),
        ("schedule", 8),
        ("schedule: [a, b", 8),
        ('schedule: "op zondag\nlocation: hier', 8),
        ("  schedule: op zondag", 8),
        ("\tschedule: op zondag", 8),
        ("[schedule]: op zondag", 8),
        ("? [schedule]\n: op zondag", 8),
        ('schedule: "\\ud800"', 8),
    ],
)
def test_broken_yaml_is_named_on_the_line_to_mend(site: Any, line: str, at: int) -> None:
    site.add_field(ROOTS, line)
    assert site.problems() == [f"{NL}:{at}: {UNREADABLE_LINE}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: x\n",
            "het bestand begint niet met de gegevens van de pagina. "
            'Begin met een regel "---", dan "title: ...", en sluit af met een regel "---".',
        ),
        (
            "---\ntitle: x\n",
            "de gegevens van de pagina zijn niet afgesloten. "
            'Zet een regel "---" onder de laatste regel.',
        ),
    ],
)
def test_front_matter_stands_between_two_lines(site: Any, text: str, message: str) -> None:
    site.write(ROOTS, text)
    assert site.problems() == [f"{NL}:1: {message}"]


def test_front_matter_without_keys_is_reported(site: Any) -> None:
    site.write(ROOTS, "---\n- title\n---\n")
    assert site.problems() == [
        f"{NL}:2: de gegevens zijn geen lijst van sleutels en waarden. "
        'Schrijf elk op een eigen regel, zoals "title: Roots".'
    ]


@pytest.mark.parametrize("value", ["[[[[a]]]]", "[" * 100_000, "{a: " * 3000 + "}" * 3000])
def test_deep_yaml_is_refused(site: Any, value: str) -> None:
    site.add_field(ROOTS, f"sources: {value}")
    assert site.problems() == [
        f"{NL}:8: deze waarde zit te diep genest. Schrijf ze als een gewone lijst."
    ]


def test_a_bomb_of_yaml_aliases_is_refused_at_once(site: Any) -> None:
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    bomb += [
        f"{key}: &{key} [{', '.join([f'*{of}'] * 9)}]"
        for of, key in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    site.add_field(ROOTS, "\n".join(bomb))
    start = time.process_time()
    assert site.problems() == [f"{NL}:9: {UNREADABLE_LINE}"]
    assert time.process_time() - start < 1


# Bytes and characters


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        (
            "latin-1",
            "2: byte 15 is 0xE9 en dat is geen UTF-8.",
        ),
        ("utf-16", "1: byte 1 is 0xFF en dat is geen UTF-8."),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_named(site: Any, encoding: str, message: str) -> None:
    site.write(ROOTS, "---\ntitle: Café\n---\n".encode(encoding))
    assert site.problems() == [f"{NL}:{message} Bewaar het bestand opnieuw als UTF-8."]


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "0000"),
        ("\x1b", "001B"),
        ("\x85", "0085"),
        ("\u2028", "2028"),
        ("\u202e", "202E"),
        ("\u2066", "2066"),
        ("\ufeff", "FEFF"),
        ("\uffff", "FFFF"),
    ],
)
def test_a_character_that_cannot_be_seen_is_named(site: Any, character: str, code: str) -> None:
    site.set_body(ROOTS, f"Tekst.\nWat{character} nu?\n")
    assert site.problems() == [f"{NL}:10: teken 4 van deze regel is U+{code}, {NOT_SEEN}"]


@pytest.mark.parametrize(
    ("escape", "code"), [("\\0", "0000"), ("\\u202e", "202E"), ("\\e", "001B")]
)
def test_yaml_cannot_bring_in_such_a_character_by_its_number(
    site: Any, escape: str, code: str
) -> None:
    site.change(ROOTS, "title: Roots", f'title: "Roots{escape}"')
    assert site.problems() == [f"{NL}:2: deze waarde bevat U+{code}, {NOT_SEEN}"]


def test_a_byte_order_mark_is_accepted(site: Any) -> None:
    site.write(ROOTS, b"\xef\xbb\xbf" + (site.content / ROOTS).read_bytes())
    assert site.problems() == []


def test_the_line_ends_of_windows_are_accepted_and_counted(site: Any) -> None:
    site.set_body(ROOTS, "Tekst.\n\n[x](#y)\n")
    site.write(ROOTS, (site.content / ROOTS).read_bytes().replace(b"\n", b"\r\n"))
    assert site.problems() == [
        f'{NL}:11: geen enkele kop heeft het anker "#y". Zet {{#y}} achter de kop die je bedoelt.'
    ]


# Files and folders


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "nieuws/index.nl.md",
            'de rubriek "nieuws" is onbekend. '
            "Bekende rubrieken zijn: calls, contacts, events, news, pages, partners, places, "
            "programmes, topics, walks.",
        ),
        (
            "programmes/roots/index.xx.md",
            'de taal "xx" is onbekend. Bekende talen zijn: nl, fr.',
        ),
        (
            "programmes/Roots_2/index.nl.md",
            'de mapnaam "Roots_2" kan geen deel van een adres zijn. '
            "Gebruik hoogstens 80 kleine letters a-z, cijfers en enkele koppeltekens.",
        ),
        *(
            (
                name,
                "dit is niet de plaats of de naam van een pagina. "
                "Een pagina is content/<rubriek>/<map>/index.<taal>.md.",
            )
            for name in (
                "programmes/index.tr.MD",
                "programmes/roots/index.md",
                "programmes/roots/notes.md",
                "programmes/roots/more/index.nl.md",
                "programmes/roots/index.nl.markdown",
            )
        ),
    ],
)
def test_a_file_in_a_wrong_place_is_never_silent(site: Any, name: str, message: str) -> None:
    site.write(name, "Tekst.")
    assert site.problems() == [f"content/{name}: {message}"]


def test_a_file_larger_than_1_mb_is_refused(site: Any) -> None:
    site.write(ROOTS, "x" * 1_000_001)
    assert site.problems() == [
        f"{NL}: het bestand is groter dan 1 MB (1000001 bytes). "
        "Verdeel de tekst over meer pagina's."
    ]


def test_a_source_that_is_a_symlink_is_not_read(site: Any) -> None:
    outside = site.write("../outside.md", "---\ntitle: Geheim\n---\n")
    (site.content / "contacts/index.fr.md").symlink_to(outside)
    assert site.problems() == [f"content/contacts/index.fr.md: {SYMLINK}"]


def test_a_folder_that_is_a_symlink_is_not_entered(site: Any) -> None:
    (site.content / "events").symlink_to(site.content / "contacts")
    assert site.problems() == [f"content/events: {SYMLINK}"]


def test_an_attachment_that_is_a_symlink_is_no_file(site: Any) -> None:
    outside = site.write("../secret.txt", "Geheim")
    (site.content / "programmes/roots/secret.txt").symlink_to(outside)
    site.set_body(ROOTS, "Tekst.\n\n[x](secret.txt)\n")
    assert site.problems() == [
        f'{NL}:11: er is geen bestand "content/programmes/roots/secret.txt". '
        "Zet het bestand in de map van de pagina.",
        f"content/programmes/roots/secret.txt: {SYMLINK}",
    ]


def test_a_broken_file_does_not_make_others_look_broken(site: Any) -> None:
    site.write("contacts/desk/index.nl.md", "---\n: :\n  x\n---\n")
    assert [line.split(": ")[0] for line in site.problems()] == [
        "content/contacts/desk/index.nl.md:2"
    ]


def test_a_page_that_the_settings_name_is_asked_for(site: Any) -> None:
    (site.content / "pages/about/index.nl.md").unlink()
    assert site.problems() == [
        "content/pages/about: hier is geen pagina, en de instellingen van de site vragen er een. "
        "Maak content/pages/about/index.nl.md."
    ]


# Languages


def test_a_translation_without_dutch_source_is_reported(site: Any) -> None:
    (site.content / "programmes/index.nl.md").unlink()
    assert site.problems()[1:] == [
        "content/programmes/index.fr.md: deze vertaling heeft geen Nederlandse bron. "
        "Schrijf eerst content/programmes/index.nl.md: elke pagina is daar een vertaling van."
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "contact: desk",
            "contact: een vertaling kan geen feit vastleggen. "
            "Wis de regel: de waarde komt uit het Nederlandse bestand.",
        ),
        (
            "schedule: Tous les jours.",
            "schedule: de Nederlandse tekst heeft dit niet. "
            "Wis de regel, of voeg hem eerst toe aan het Nederlandse bestand.",
        ),
    ],
)
def test_a_translation_says_nothing_that_the_dutch_does_not(
    site: Any, line: str, message: str
) -> None:
    site.add_field(FRENCH, line)
    assert site.problems() == [f"{FR}:8: {message}"]


def test_a_fact_is_never_proposed_to_a_translation(site: Any) -> None:
    site.add_field(FRENCH, "budjet: 3")
    assert site.problems() == [
        f"{FR}:8: budjet: deze sleutel is onbekend. Bekend zijn: {KNOWN_FR}."
    ]


def test_a_translation_lacks_no_field_of_the_dutch(site: Any) -> None:
    site.add_field(ROOTS, "schedule: Elke week.")
    assert site.problems() == [
        f"{FR}:1: schedule: de Nederlandse tekst heeft dit, deze vertaling niet. "
        "Vertaal die regel ook."
    ]


def test_a_translation_cannot_be_later_than_its_source(site: Any) -> None:
    site.change(FRENCH, "2026-02-01", "2026-02-02")
    assert site.problems() == [
        f"{FR}:5: translated_from: dit is later dan de Nederlandse tekst, die van 2026-02-01 is. "
        "Schrijf de `updated` van de Nederlandse tekst die vertaald werd."
    ]


def test_an_address_belongs_to_one_page_in_each_language(site: Any) -> None:
    site.write("programmes/other/index.nl.md", (site.content / ROOTS).read_bytes())
    site.write("programmes/other/index.fr.md", (site.content / FRENCH).read_bytes())
    site.add_field("programmes/other/index.fr.md", "slug: danse")
    site.add_field(FRENCH, "slug: danse")
    assert site.problems() == [
        f'{FR}:8: slug: het adres "/fr/programmes/danse/" is ook dat van '
        "content/programmes/other/index.fr.md. Geef een van de twee een andere slug."
    ]


# HTML that acts


@pytest.mark.parametrize(
    ("html", "what", "left"),
    [
        ("<script>alert(1)</script>", "de HTML-tag <script>", ""),
        ("Zo <SCRIPT\nsrc=x></SCRIPT>", "de HTML-tag <script>", "<p>Zo </p>"),
        ("<iframe src='https://x.be'></iframe>", "de HTML-tag <iframe>", ""),
        ("<style>p { color: red }</style>", "de HTML-tag <style>", ""),
        ("<form>Zo</form>", "de HTML-tag <form>", "Zo"),
        ("<base href='//x.be'>", "de HTML-tag <base>", "<p></p>"),
        ("<svg onload=x>", "de HTML-tag <svg>", "<p></p>"),
        ("<div><![a](x)</div>", "de HTML-tag <![>", "<div></div>"),
        ("<b onerror=alert(1)>x</b>", 'het attribuut "onerror"', "<p><b>x</b></p>"),
        ("<b/onmouseover=x>x</b>", 'het attribuut "onmouseover"', "<p><b>x</b></p>"),
        ('## Kop {: onclick="x" }', 'het attribuut "onclick"', '<h2 id="kop">Kop</h2>'),
        ("*Zo*{: onclick=x }", 'het attribuut "onclick"', "<p><em>Zo</em></p>"),
        ('## K {: style="x" }', 'het attribuut "style"', '<h2 id="k">K</h2>'),
        ("<a href='JavaScript:x'>x</a>", 'het adres "JavaScript:x" in HTML', "<p><a>x</a></p>"),
        ("<a href='&#100;ata:x'>x</a>", 'het adres "data:x" in HTML', "<p><a>x</a></p>"),
    ],
)  # fmt: skip
def test_html_that_acts_is_removed_and_reported(site: Any, html: str, what: str, left: str) -> None:
    site.set_body(ROOTS, f"`onerror=` en `<script>`\n\n{html}\n")
    assert site.problems() == [f"{NL}:11: {what} mag niet. {REMOVED}"]
    assert site.html(ROOTS).partition("</p>\n")[2].strip() == left


def test_html_cannot_ask_others_for_a_picture(body_problems: Any) -> None:
    assert body_problems("<img src='https://example.be/x.png'>\n") == [
        f'{NL}:9: het adres "https://example.be/x.png" in HTML mag niet. {REMOVED}'
    ]


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("JaVaScRiPt:alert(1)", "javascript"),
        ("&#106;avascript:alert(1)", "javascript"),
        ("&#x6A;avascript&colon;alert(1)", "javascript"),
        ("jav&Tab;ascript:alert(1)", "javascript"),
        ("java\tscript:alert(1)", "javascript"),
        ("java%0ascript:alert(1)", "javascript"),
        (" javascript:alert(1)", "javascript"),
        ("vbscript:x", "vbscript"),
        ("data:text/html,x", "data"),
        ("file:///etc/passwd", "file"),
        ("page:contacts/desk", "page"),
    ],
)
def test_an_address_that_acts_is_removed_and_reported(site: Any, address: str, scheme: str) -> None:
    site.set_body(ROOTS, f"Tekst.\n\n[x]({address})\n")
    message = f'een link van de soort "{scheme}:" mag niet. {LINK_REMOVED}'
    assert site.problems() == [f"{NL}:11: {message}"]
    assert site.html(ROOTS) == '<p>Tekst.</p>\n<p><a href="#">x</a></p>'


def test_a_reference_is_reported_where_its_address_stands(body_problems: Any) -> None:
    assert body_problems("[x][y]\n\nTekst.\n\n[y]: data:x\n") == [
        f'{NL}:13: een link van de soort "data:" mag niet. {LINK_REMOVED}'
    ]


# Links, pictures, headings


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "../../contacts/dsk/index.nl.md",
            'er is geen pagina "contacts/dsk". Bedoelde je "contacts/desk"?',
        ),
        (
            "../../contacts/desk/index.fr.md#wat",
            'geen enkele kop heeft het anker "#wat". Bedoelde je "what"?',
        ),
        ("#wat", 'geen enkele kop heeft het anker "#wat". Bedoelde je "what"?'),
        ("x.pdf", 'er is geen bestand "content/programmes/roots/x.pdf". '
            "Zet het bestand in de map van de pagina."),
        ("index.md", f'er is geen bestand "content/programmes/roots/index.md". {LINK_TO_PAGE}'),
        ("../../contacts/desk", f'er is geen bestand "content/contacts/desk". {LINK_TO_PAGE}'),
        ("../../../x.pdf", f'"../../../x.pdf" leidt buiten de map met inhoud. {LINK_TO_PAGE}'),
        ("..%2f../%2e%2e/x", f'"../../../x" leidt buiten de map met inhoud. {LINK_TO_PAGE}'),
        ("/nl/contact/", f'"/nl/contact/" leidt buiten de map met inhoud. {LINK_TO_PAGE}'),
        ("", "een link of foto heeft geen adres. Schrijf het tussen de ronde haakjes."),
        ("www.example.be", '"www.example.be" is geen webadres. '
            "Schrijf het volledig, bijvoorbeeld https://www.example.be/."),
        ("https://[", '"https://[" is geen webadres. '
            "Schrijf het volledig, bijvoorbeeld https://www.example.be/."),
        ("info@example.be", '"info@example.be" is geen webadres. '
            'Schrijf "mailto:" voor een e-mailadres.'),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_named_on_its_line(
    body_problems: Any, link: str, message: str
) -> None:
    body = f"## Kop {{#what}}\n\nOver {link or '()'}.\n\n[x]({link})\n"
    assert body_problems(body) == [f"{NL}:13: {message}"]


@pytest.mark.parametrize(("length", "kind"), [(300, "bestand"), (300, "pagina")])
def test_a_name_too_long_for_any_system_is_no_crash(
    body_problems: Any, length: int, kind: str
) -> None:
    name = "a" * length
    link = f"{name}.pdf" if kind == "bestand" else f"../{name}/index.nl.md"
    found = body_problems(f"[x]({link})\n")
    assert [line[: len(f"{NL}:9: er is geen {kind}")] for line in found] == [
        f"{NL}:9: er is geen {kind}"
    ]


@pytest.mark.parametrize(
    ("field", "state"),
    [("status: draft", "een ontwerp"), ("date: 2026-06-16", "een ontwerp tot 2026-06-16")],
)
def test_a_link_to_what_is_not_published_is_reported(site: Any, field: str, state: str) -> None:
    site.write("programmes/new/index.nl.md", (site.content / ROOTS).read_bytes())
    site.add_field("programmes/new/index.nl.md", field)
    site.set_body(ROOTS, "Tekst.\n\n[x](../new/index.nl.md)\n")
    nog = "nog " if state == "een ontwerp" else ""
    assert site.problems() == [
        f'{NL}:11: "programmes/new" is {nog}{state}. '
        "Publiceer die pagina eerst (content/programmes/new/index.nl.md), of haal de link weg."
    ]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "https://example.be/x.png",
            'de foto "https://example.be/x.png" staat niet op deze site. Zet het bestand in de map '
            "van de pagina: anderen mogen niet zien wie ze leest.",
        ),
        (
            "x.pdf",
            '"x.pdf" is geen foto. Gebruik een van: '
            ".avif, .gif, .heic, .heif, .jpeg, .jpg, .png, .svg, .webp.",
        ),
        (
            "index.nl.md",
            '"index.nl.md" is geen foto. Gebruik een van: '
            ".avif, .gif, .heic, .heif, .jpeg, .jpg, .png, .svg, .webp.",
        ),
    ],
)
def test_a_picture_is_a_picture_of_this_site(
    body_problems: Any, address: str, message: str
) -> None:
    assert body_problems(f"Tekst.\n\n![Dans]({address})\n") == [f"{NL}:11: {message}"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [("# Kop", "Kop"), ("#Kop", "Kop"), ("# **Kop** nu", "Kop nu"), ("Kop\n===", "Kop")],
)
def test_a_heading_of_the_first_level_is_reported_on_its_line(
    body_problems: Any, heading: str, words: str
) -> None:
    body = f"De kop # telt.\n\n```\n# Kop\n```\n\n## Kop {{#kop}}\n\n{heading}\n"
    assert body_problems(body) == [
        f'{NL}:17: "{words}" is een kop van het eerste niveau. '
        "Dat is de titel al: begin de kop met ##."
    ]


def test_an_anchor_stands_once_in_a_page(body_problems: Any) -> None:
    assert body_problems("## A {#a}\n\n## B {#a}\n\n## C {#a}\n") == [
        f'{NL}:{line}: het anker "#a" staat hier voor de tweede keer. '
        "Geef een van de twee een andere naam."
        for line in (11, 13)
    ]


# Too much


@pytest.mark.parametrize("body", ["[" * 30_000, "![a" * 8_000, "*[A]: x\n" * 5000 + "A" * 100])
def test_markdown_that_takes_longer_than_two_seconds_is_given_up(
    body_problems: Any, body: str
) -> None:
    start = time.process_time()
    assert body_problems(body) == [TOO_SLOW]
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "body", ["\n".join("    " * n + "- a" for n in range(300)), "<div>" * 50_000]
)
def test_lists_and_tags_are_not_nested_without_end(body_problems: Any, body: str) -> None:
    assert body_problems(body) == [TOO_DEEP]


def test_after_a_file_that_is_given_up_the_others_go_on(site: Any) -> None:
    site.set_body(FRENCH, "[" * 30_000)
    site.set_body(ROOTS, "# Kop\n")
    assert site.problems() == [
        TOO_SLOW.replace(f"{NL}:9", f"{FR}:9"),
        f'{NL}:9: "Kop" is een kop van het eerste niveau. Dat is de titel al: begin de kop met ##.',
    ]


def test_check_sees_a_link_to_a_draft_though_it_reads_drafts_too(site: Any) -> None:
    site.add_field("contacts/desk/index.nl.md", "status: draft")
    _, problems, _ = check_site(site.settings(), date(2026, 6, 15))
    assert [(problem.path, problem.field) for problem in problems] == [(NL, "contact")]
