"""The 46 bad inputs that the generator must survive, each with what an editor reads of it.

A row has its input and its outcome: `said` are the whole messages of `check` and of `build`, both
with exit code 1 (`test_table.py`). Where an input is accepted, or a row is held elsewhere, `seen`
names the tests that do so.
In messages, {page} and {fr} are the Dutch and the French file of the row's own page, and {at} is
its folder; a field more is on line 8, and the body begins on line 9.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from tests.faults.conftest import Page
from tests.problems.test_problems import KNOWN_NL, LINK_TO_PAGE, NOT_SEEN, REMOVED, WRITE_DATE

SLUG = (
    "kan geen deel van een adres zijn. "
    "Gebruik hoogstens 80 kleine letters a-z, cijfers en enkele koppeltekens."
)
LINK_REMOVED = "Hij is weggehaald. Maak een link naar een pagina of een webadres."
SYMLINK = (
    "dit is een verwijzing naar een andere plaats, geen bestand. "
    "Zet het bestand zelf hier: buiten content/ wordt niets gelezen."
)
NO_FILE = "dit is geen gewoon bestand. Verwijder het."
NO_PLACE = (
    "dit is niet de plaats of de naam van een pagina. "
    "Een pagina is content/<rubriek>/<map>/index.<taal>.md."
)
AS_UTF8 = "Bewaar het bestand opnieuw als UTF-8."
UNKNOWN = f"deze sleutel is onbekend. Bekend zijn: {KNOWN_NL}."
AS_SVG = "Bewaar ze als gewone SVG of als PNG en zet die hier."
LONG = "a" * 300
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
OTHER_NAME = "Geef een van de twee bestanden een andere naam."
TWICE = "op Windows en op een Mac is deze naam ook die van"


@dataclass(frozen=True)
class Row:
    """A row of the table. `spoil` makes the fault in a page that is good."""

    number: int
    what: str
    spoil: Callable[[Page], object] = lambda page: None
    said: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


def twin(page: Page, name: str) -> None:
    """Give the page a second Dutch file."""
    page.beside(name, (page.site.content / page.nl).read_bytes())


def neighbour(page: Page, key: str, field: str) -> Page:
    """Make another page with a field more."""
    other = Page(page.site, key)
    other.field(field)
    return other


def same_slug(page: Page) -> None:
    page.field("slug: dansen")
    neighbour(page, "zz-dance", "slug: dansen")


def link_to_a_draft(page: Page) -> None:
    neighbour(page, "zz-draft", "status: draft")
    page.body("[x](../zz-draft/index.nl.md)\n")


def encoded(encoding: str) -> Callable[[Page], object]:
    """Return what writes the French file in another encoding than UTF-8."""
    text = "---\ntitle: Café\n---\n"
    return lambda page: page.site.write(page.fr, text.encode(encoding))


def pipes(page: Page) -> None:
    (page.site.content / page.fr).unlink()
    for name in (page.fr, f"{page.folder}/plan.pdf"):
        os.mkfifo(page.site.content / name)


def device(page: Page) -> None:
    (page.site.content / page.folder / "disk.pdf").symlink_to("/dev/zero")


def link_out(target: str) -> Callable[[Page], object]:
    """Return what puts a symlink beside the page."""
    return lambda page: (page.site.content / page.folder / "more").symlink_to(target)


def bomb() -> bytes:
    """Return a PNG that says to be 60,000 by 60,000 pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = (head, b"IDAT" + zlib.compress(bytes(9)), b"IEND")
    sealed = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(sealed)


def half_a_jpeg() -> bytes:
    """Return the first half of a photo."""
    file = BytesIO()
    Image.effect_noise((300, 200), 90).save(file, "JPEG")
    return file.getvalue()[: file.tell() // 2]


def case_twins(page: Page) -> None:
    for name in ("Plan.pdf", "plan.pdf", "caf\u00e9.txt", "cafe\u0301.txt"):
        page.beside(name)


ROWS = (
    Row(
        1,
        "no title",
        lambda page: page.change("title: Roots\n", ""),
        said=(
            "{page}:1: title: dit ontbreekt. "
            'Voeg een regel "title: ..." toe. '
            "De naam van de pagina, ook haar kop.",
        ),
    ),
    Row(
        2,
        "an empty title",
        lambda page: page.change("title: Roots", 'title: ""'),
        said=("{page}:2: title: dit is leeg. Schrijf de tekst achter de dubbelepunt.",),
    ),
    Row(
        3,
        "no date",
        lambda page: page.change("updated: 2026-02-01\n", ""),
        said=(
            "{page}:1: updated: dit ontbreekt. "
            'Voeg een regel "updated: ..." toe. '
            "De dag waarop de Nederlandse tekst het laatst veranderde.",
        ),
    ),
    Row(
        4,
        "a day that is none",
        lambda page: page.field("start: gisteren\nend: 31/02/2026"),
        said=(
            f'{{page}}:8: start: "gisteren" is geen datum. {WRITE_DATE}',
            f'{{page}}:9: end: "31/02/2026" is geen datum. {WRITE_DATE}',
        ),
    ),
    Row(
        5,
        "a day that can be two",
        lambda page: page.field("start: 05/06/2026"),
        said=(f'{{page}}:8: start: "05/06/2026" kan je op twee manieren lezen. {WRITE_DATE}',),
    ),
    Row(
        6,
        "a day to come",
        seen=("tests/faults/test_stands.py::test_a_page_of_tomorrow_is_a_draft_and_is_named",),
    ),
    Row(
        7,
        "an unknown status",
        lambda page: page.field("status: drfat"),
        said=('{page}:8: status: "drfat" is onbekend. Bedoelde je "draft"?',),
    ),
    Row(
        7,
        "an unknown language",
        lambda page: page.beside("index.xx.md"),
        said=('{at}/index.xx.md: de taal "xx" is onbekend. Bekende talen zijn: nl, fr.',),
    ),
    Row(
        7,
        "a key of a translation",
        lambda page: page.field("translation: human"),
        said=("{page}:8: translation: dit is de Nederlandse tekst, geen vertaling. Wis de regel.",),
    ),
    Row(
        8,
        "a key twice",
        lambda page: page.field("contact: desk"),
        said=(
            '{page}:8: de sleutel "contact" staat hier voor de tweede keer. Houd een van de twee.',
        ),
    ),
    Row(
        9,
        "one address for two pages",
        same_slug,
        said=(
            "content/programmes/zz-dance/index.nl.md:8: slug: het adres "
            '"/nl/programmes/dansen/" is ook dat van {page}. '
            "Geef een van de twee een andere slug.",
        ),
    ),
    Row(
        10,
        "two Dutch originals",
        lambda page: twin(page, "Index.nl.md"),
        said=(
            f"{{at}}/Index.nl.md: {NO_PLACE}",
            f'{{page}}: {TWICE} "Index.nl.md". {OTHER_NAME}',
        ),
    ),
    Row(
        10,
        "two Dutch originals by their language",
        lambda page: twin(page, "index.NL.md"),
        said=(
            '{at}/index.NL.md: de taal "NL" is onbekend. Bekende talen zijn: nl, fr.',
            f'{{page}}: {TWICE} "index.NL.md". {OTHER_NAME}',
        ),
    ),
    Row(
        11,
        "a slug that climbs",
        lambda page: page.field("slug: ../../x"),
        said=(f'{{page}}:8: slug: "../../x" {SLUG}',),
    ),
    Row(
        11,
        "a slug that Windows knows",
        lambda page: page.field('slug: "CON:aux?*"'),
        said=(f'{{page}}:8: slug: "CON:aux?*" {SLUG}',),
    ),
    Row(
        12,
        "a slug of 300 letters",
        lambda page: page.field(f"slug: {LONG}"),
        said=(f'{{page}}:8: slug: "{"a" * 300}" {SLUG}',),
    ),
    Row(
        13,
        "where to write",
        lambda page: page.field("Save_as: ../x\nURL: x"),
        said=(
            f"{{page}}:8: Save_as: {UNKNOWN}",
            f"{{page}}:9: URL: {UNKNOWN}",
        ),
    ),
    Row(
        14,
        "an unknown template",
        lambda page: page.field("Template: ../x"),
        said=(f"{{page}}:8: Template: {UNKNOWN}",),
    ),
    Row(
        15,
        "files outside content/",
        lambda page: page.body("[x]({attach}../../../x.pdf)\n[y]({static}/etc/passwd)\n"),
        said=(
            f'{{page}}:9: "../../../x.pdf" leidt buiten de map met inhoud. {LINK_TO_PAGE}',
            f'{{page}}:10: "/etc/passwd" leidt buiten de map met inhoud. {LINK_TO_PAGE}',
        ),
    ),
    Row(16, "a symlink to outside", link_out("/etc"), said=(f"{{at}}/more: {SYMLINK}",)),
    Row(16, "a symlink in a loop", link_out("."), said=(f"{{at}}/more: {SYMLINK}",)),
    Row(16, "a symlink to nothing", link_out("nowhere"), said=(f"{{at}}/more: {SYMLINK}",)),
    Row(
        17,
        "pipes",
        pipes,
        said=(
            f"{{fr}}: {NO_FILE}",
            f"{{at}}/plan.pdf: {NO_FILE}",
        ),
    ),
    Row(17, "a device", device, said=(f"{{at}}/disk.pdf: {SYMLINK}",)),
    Row(
        18,
        "Latin-1",
        encoded("latin-1"),
        said=(f"{{fr}}:2: byte 15 is 0xE9 en dat is geen UTF-8. {AS_UTF8}",),
    ),
    Row(
        18,
        "UTF-16",
        encoded("utf-16"),
        said=(f"{{fr}}:1: byte 1 is 0xFF en dat is geen UTF-8. {AS_UTF8}",),
    ),
    Row(
        19,
        "a byte order mark",
        seen=(
            "tests/faults/test_stands.py::test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing",
        ),
    ),
    Row(
        20,
        "NUL",
        lambda page: page.body("Wat\0 nu?\n"),
        said=(f"{{page}}:9: teken 4 van deze regel is U+0000, {NOT_SEEN}",),
    ),
    Row(
        20,
        "a control character",
        lambda page: page.body("Wat nu?\n\x1b\n"),
        said=(f"{{page}}:10: teken 1 van deze regel is U+001B, {NOT_SEEN}",),
    ),
    Row(
        21,
        "an override of direction",
        lambda page: page.body("Wat\u202e nu?\n"),
        said=(f"{{page}}:9: teken 4 van deze regel is U+202E, {NOT_SEEN}",),
    ),
    Row(
        21,
        "an isolate by its number",
        lambda page: page.change("title: Roots", 'title: "\\u2066x"'),
        said=(f"{{page}}:2: deze waarde bevat U+2066, {NOT_SEEN}",),
    ),
    Row(
        22,
        "tags that act",
        lambda page: page.body(
            "<script>x</script>\n\n<b onerror=x>x</b>\n\n<iframe src=x></iframe>\n\n"
            "<style>x</style>\n\n<base href=x>\n\n<form>x</form>\n"
        ),
        said=(
            f"{{page}}:9: de HTML-tag <script> mag niet. {REMOVED}",
            f'{{page}}:11: het attribuut "onerror" mag niet. {REMOVED}',
            f"{{page}}:13: de HTML-tag <iframe> mag niet. {REMOVED}",
            f"{{page}}:15: de HTML-tag <style> mag niet. {REMOVED}",
            f"{{page}}:17: de HTML-tag <base> mag niet. {REMOVED}",
            f"{{page}}:19: de HTML-tag <form> mag niet. {REMOVED}",
        ),
    ),
    Row(
        23,
        "addresses that act",
        lambda page: page.body(
            "[x](JaVaScript:x)\n[y](&#100;ata:text/html,x)\n[z](java&#x0a;script:x)\n"
        ),
        said=(
            f'{{page}}:9: een link van de soort "javascript:" mag niet. {LINK_REMOVED}',
            f'{{page}}:10: een link van de soort "data:" mag niet. {LINK_REMOVED}',
            f'{{page}}:11: een link van de soort "javascript:" mag niet. {LINK_REMOVED}',
        ),
    ),
    Row(
        24,
        "attributes that act",
        lambda page: page.body("## Kop {: onclick=x }\n"),
        said=(f'{{page}}:9: het attribuut "onclick" mag niet. {REMOVED}',),
    ),
    Row(24, "lang, dir and id", seen=("tests/faults/test_stands.py::test_lang_dir_and_id_stay",)),
    Row(
        25,
        "quotes and tags in titles",
        seen=(
            "tests/faults/test_stands.py::test_quotes_and_tags_are_words_in_a_page",
            "tests/faults/test_stands.py::test_nothing_acts_on_any_page",
        ),
    ),
    Row(
        25,
        "a tag in the words behind a fence",
        seen=("tests/faults/test_stands.py::test_the_words_behind_a_fence_are_words",),
    ),
    Row(
        26,
        "the same in feeds",
        seen=(
            "tests/faults/test_stands.py::test_quotes_and_tags_are_words_in_feeds_and_calendars",
        ),
    ),
    Row(
        27,
        "a dead link",
        lambda page: page.body("[x](../rots/index.nl.md)\n"),
        said=(
            '{fr}:9: hier ontbreekt "programmes/rots" uit de Nederlandse tekst '
            "(index.nl.md, regel 9). "
            "Schrijf dit hier ook: een vertaling zegt alles wat de Nederlandse tekst zegt.",
            '{page}:9: er is geen pagina "programmes/rots". Bedoelde je "programmes/roots"?',
        ),
    ),
    Row(
        27,
        "a dead {filename}",
        lambda page: page.body("[x]({filename}../rots/index.nl.md)\n"),
        said=(
            '{fr}:9: hier ontbreekt "programmes/rots" uit de Nederlandse tekst '
            "(index.nl.md, regel 9). "
            "Schrijf dit hier ook: een vertaling zegt alles wat de Nederlandse tekst zegt.",
            '{page}:9: er is geen pagina "programmes/rots". Bedoelde je "programmes/roots"?',
        ),
    ),
    Row(
        27,
        "a dead anchor",
        lambda page: page.body("[x](../roots/index.nl.md#wat)\n"),
        said=(
            '{fr}:9: hier ontbreekt "programmes/roots#wat" uit de Nederlandse tekst '
            "(index.nl.md, regel 9). "
            "Schrijf dit hier ook: een vertaling zegt alles wat de Nederlandse tekst zegt.",
            '{page}:9: geen enkele kop heeft het anker "#wat". Bedoelde je "what"?',
        ),
    ),
    Row(
        27,
        "a link to a draft",
        link_to_a_draft,
        said=(
            '{fr}:9: hier ontbreekt "programmes/zz-draft" uit de Nederlandse tekst '
            "(index.nl.md, regel 9). "
            "Schrijf dit hier ook: een vertaling zegt alles wat de Nederlandse tekst zegt.",
            '{page}:9: "programmes/zz-draft" is nog een ontwerp. '
            "Publiceer die pagina eerst (content/programmes/zz-draft/index.nl.md), of haal "
            "de link weg.",
        ),
    ),
    Row(
        27,
        "a link to a missing translation",
        seen=(
            "tests/faults/test_stands.py::test_a_link_to_a_missing_translation_leads_to_the_readers_page",
        ),
    ),
    Row(
        28,
        "10,000 brackets",
        lambda page: page.body("[" * 10_000),
        said=(
            "{page}:9: het lezen van de tekst duurt langer dan 2 seconden. "
            "Zoek lange rijen haakjes of sterretjes, en verdeel de tekst.",
        ),
    ),
    Row(
        29,
        "lists 300 deep",
        lambda page: page.body("\n".join("    " * n + "- a" for n in range(300))),
        said=(
            "{page}:9: de lijsten, citaten of tags zitten te diep in elkaar. "
            "Gebruik minder niveaus.",
        ),
    ),
    Row(
        30,
        "5 MB of text",
        lambda page: page.body("x " * 2_500_000),
        said=(
            "{page}: het bestand is groter dan 1 MB (5000119 bytes). "
            "Verdeel de tekst over meer pagina's.",
        ),
    ),
    Row(
        31,
        "a bomb of pixels",
        lambda page: page.photo("x.png", bomb()),
        said=("{page}:9: photos: de foto is groter dan 120 megapixel. Maak ze kleiner.",),
    ),
    Row(
        32,
        "half a JPEG",
        lambda page: page.photo("x.jpg", half_a_jpeg()),
        said=(
            "{page}:9: photos: de foto is beschadigd: er ontbreekt een stuk. "
            "Kopieer ze opnieuw van het fototoestel of de telefoon.",
        ),
    ),
    Row(
        33,
        "a drawing that acts",
        lambda page: page.photo("x.svg", SVG.format("<script>x</script>").encode()),
        said=(f"{{page}}:9: photos: <script> in een tekening publiceren we niet. {AS_SVG}",),
    ),
    Row(
        33,
        "a drawing with HTML",
        lambda page: page.photo("x.svg", SVG.format("<foreignObject/>").encode()),
        said=(f"{{page}}:9: photos: <foreignObject> in een tekening publiceren we niet. {AS_SVG}",),
    ),
    Row(
        33,
        "a drawing that reads files",
        lambda page: page.photo(
            "x.svg",
            b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            + SVG.format("&x;").encode(),
        ),
        said=(f'{{page}}:9: photos: de tekening legt de entiteit "x" vast. {AS_SVG}',),
    ),
    Row(
        34,
        "a photo that knows where",
        seen=(
            "tests/images/test_rights.py::test_no_published_file_says_more_than_its_rights",
            "tests/images/test_strip.py::test_no_pixel_changes",
            "tests/views/test_gallery.py::test_no_published_picture_says_anything_private",
        ),
    ),
    Row(
        35,
        "CMYK, 16 bits, moving, turned",
        seen=(
            "tests/images/test_colours.py::test_four_inks_with_a_profile_become_srgb",
            "tests/images/test_colours.py::test_sixteen_bits_become_eight",
            "tests/images/test_colours.py::test_a_photo_is_upright_and_says_so",
            "tests/images/test_develop.py::test_a_moving_picture_has_a_still_and_an_animation",
        ),
    ),
    Row(
        36,
        "a HEIC photo as .jpg",
        lambda page: page.photo("x.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(90)),
        said=(
            '{page}:9: photos: "x.jpg" is een HEIC-foto (van een iPhone); die kunnen '
            "browsers niet tonen. "
            "Bewaar het als JPEG en zet die hier. "
            'Of vraag de beheerder van de site om de extra "heic".',
        ),
    ),
    Row(
        36,
        "text as .jpg",
        lambda page: page.photo("x.jpg", b"Geen foto.\n" * 40),
        said=(
            '{page}:9: photos: "x.jpg" is tekst, geen foto. Kijk na of dit het juiste bestand is.',
        ),
    ),
    Row(
        37,
        "a broken template",
        seen=(
            "tests/test_build.py::test_a_fault_of_a_template_is_told_and_leaves_the_last_good_site",
        ),
    ),
    Row(
        38,
        "a missing word, plural form or placeholder",
        seen=(
            "tests/test_build.py::test_a_fault_of_an_editor_leaves_the_last_good_site_and_prints_no_stack",
            "tests/languages/test_catalogs.py::test_a_missing_word_is_found",
            "tests/languages/test_catalogs.py::test_a_missing_plural_form_is_found",
            "tests/languages/test_catalogs.py::test_another_placeholder_is_found",
            "tests/languages/test_catalogs.py::test_an_unknown_placeholder_in_a_plural_form_is_found",
        ),
    ),
    Row(
        39,
        "kill -9",
        seen=(
            "tests/faults/test_interrupted.py::test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_is_right",
            "tests/faults/test_interrupted.py::test_a_build_that_is_killed_while_old_and_new_change_places_leaves_one_of_them",
            "tests/faults/test_interrupted.py::test_a_publication_that_is_killed_leaves_readers_a_whole_site_and_the_next_one_is_right",
        ),
    ),
    Row(
        40,
        "a full disk, a folder that is locked, an output that is something else",
        seen=(
            "tests/faults/test_disk.py::test_a_full_disk_is_told_and_the_last_site_stands",
            "tests/faults/test_disk.py::test_a_file_that_may_not_grow_is_told_as_a_full_disk",
            "tests/faults/test_disk.py::test_a_folder_that_may_not_be_written_is_told_and_the_last_site_stands",
            "tests/faults/test_disk.py::test_an_output_that_holds_something_else_is_refused_and_nothing_is_lost",
        ),
    ),
    Row(
        41,
        "two builds at once",
        seen=(
            "tests/faults/test_disk.py::test_a_second_build_is_told_to_wait",
            "tests/faults/test_disk.py::test_of_two_builds_at_once_each_is_whole_or_told_to_wait",
        ),
    ),
    Row(
        42,
        "a warm cache after a change of anything",
        seen=(
            "tests/faults/test_same_bytes.py::test_a_build_on_a_warm_cache_is_that_from_nothing",
        ),
    ),
    Row(
        43,
        "a source that is gone, or has another name",
        seen=(
            "tests/faults/test_same_bytes.py::test_a_build_on_a_warm_cache_is_that_from_nothing",
        ),
    ),
    Row(
        44,
        "names that differ by capitals or accents",
        case_twins,
        said=(
            "{at}/cafe\u0301.txt: de accenten in deze naam staan los van hun letters, zoals een "
            "Mac ze schrijft. "
            "Geef het een naam zonder accenten.",
            f'{{at}}/café.txt: {TWICE} "cafe\u0301.txt". {OTHER_NAME}',
            f'{{at}}/plan.pdf: {TWICE} "Plan.pdf". {OTHER_NAME}',
        ),
    ),
    Row(
        45,
        ".MD",
        lambda page: page.beside("index.tr.MD"),
        said=(f"{{at}}/index.tr.MD: {NO_PLACE}",),
    ),
    Row(
        46,
        "another machine, day, order or line end",
        seen=(
            "tests/faults/test_same_bytes.py::test_another_machine_gives_the_same_bytes",
            "tests/faults/test_stands.py::test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing",
        ),
    ),
)
