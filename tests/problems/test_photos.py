"""What an editor reads about photos: their words, their makers, and consent."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.languages.site import check_site, read_site
from tests.images.conftest import HEIC, bomb, jpeg_of, scene
from tests.problems.conftest import TODAY, TinySite

ROOTS, ROOTS_FR = "content/programmes/roots/index.nl.md", "content/programmes/roots/index.fr.md"
DANCE = "    alt: Mensen dansen op een plein.\n    credit: Ana\n    consent: public-event"
ALT_HELP = (
    'Voeg een regel "alt: ..." toe. '
    "Wat er te zien is, voor wie het niet kan zien; niet als `decorative` true is."
)


def give(site: TinySite, *photos: str, french: str | None = "    alt: Danse.") -> None:
    """List photos on the page of Roots: `file` and the lines below it."""
    site.add_field(site.ROOTS, "photos:\n" + "\n".join(f"  - file: {photo}" for photo in photos))
    if french is not None:
        files = [photo.split("\n")[0] for photo in photos]
        rows = "\n".join(f"  - file: {file}\n{french}" for file in files)
        site.add_field(site.ROOTS_FR, f"photos:\n{rows}")


def put(site: TinySite, name: str = "dans.jpg", data: bytes = b"", page: str = "roots") -> Path:
    return site.write(f"programmes/{page}/{name}", data or jpeg_of(scene(80, 60)))


def test_a_photo_with_words_credit_and_consent_has_no_problem(site: TinySite) -> None:
    put(site)
    give(site, f"dans.jpg\n{DANCE}")
    assert site.problems() == []


@pytest.mark.parametrize(
    ("lines", "line", "problem"),
    [
        (
            "    credit: Ana\n    consent: written",
            9,
            f'"dans.jpg": alt ontbreekt. {ALT_HELP}',
        ),
        (
            "    alt: IMG_4711\n    credit: Ana\n    consent: written",
            10,
            '"IMG_4711" zegt niet wat er te zien is. '
            "Schrijf het in een zin, voor wie de foto niet kan zien.",
        ),
        (
            "    alt: Dans.\n    consent: written",
            9,
            '"dans.jpg": credit ontbreekt. Voeg een regel "credit: ..." toe. '
            "Wie ze maakte. Geweven beelden hebben dit niet nodig.",
        ),
        (
            "    alt: Dans.\n    credit: Ana\n    consent: yes",
            12,
            '"yes" is onbekend. Bekend zijn: minor-guardian, none-needed, public-event, written.',
        ),
        (
            "    alt: Dans.\n    credit: Ana\n    consent: written\n    focus: 40",
            13,
            '"40" is geen punt van de foto. '
            "Schrijf procenten van links en van boven, bijvoorbeeld 40% 30%.",
        ),
        (
            "    decorative: true\n    alt: Dans.\n    credit: Ana\n    consent: written",
            9,
            '"dans.jpg" is `decorative` en heeft toch een alt. '
            "Wis de alt, of de regel `decorative`.",
        ),
    ],
)
def test_what_lacks_to_a_photo_is_named_with_its_line(
    site: TinySite, lines: str, line: int, problem: str
) -> None:
    put(site)
    give(
        site,
        f"dans.jpg\n{lines}",
        french="    caption: Danse." if "decor" in lines else "    alt: D.",
    )
    assert any(
        found.startswith(f"{ROOTS}:{line}: ") and found.endswith(problem)
        for found in site.problems()
    ), site.problems()


def test_a_translation_without_alt_names_its_own_file(site: TinySite) -> None:
    put(site)
    give(site, f"dans.jpg\n{DANCE}", french=None)
    assert site.problems() == [
        f"{ROOTS_FR}:1: photos: de Nederlandse tekst heeft dit, deze vertaling niet. "
        "Vertaal die regel ook."
    ]


def test_without_consent_the_check_names_the_line_and_the_photo_is_not_shown(
    site: TinySite,
) -> None:
    put(site)
    give(site, "dans.jpg\n    alt: Dans.\n    credit: Ana")
    shown, problems, _ = check_site(site.settings(), TODAY)
    speak = editors_gettext("nl")
    assert [problem.text(speak) for problem in problems] == [
        f'{ROOTS}:9: photos: "dans.jpg" wordt niet getoond: de toestemming (consent) ontbreekt. '
        'Voeg een regel "consent: ..." toe. Waarom we de mensen erop mogen tonen: van ver op een '
        "openbaar evenement (public-event); ze schreven dat het mag (written); de ouders van "
        "minderjarigen schreven het (minor-guardian); niemand is herkenbaar (none-needed)."
    ]
    assert [entry.photos for entry in shown.all_entries() if entry.photos] == []


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        (
            "withdrawn: true",
            "de toestemming is ingetrokken. Wis ook het bestand uit de map.",
        ),
        (
            "until: 2026-06-14",
            "de toestemming liep tot 2026-06-14. "
            "Vraag ze opnieuw en schrijf de nieuwe dag, of haal de foto weg.",
        ),
    ],
)
def test_a_photo_whose_consent_is_gone_leaves_and_the_editor_is_told(
    site: TinySite, line: str, notice: str
) -> None:
    put(site)
    give(site, f"dans.jpg\n{DANCE}\n    {line}")
    shown, problems = read_site(site.settings(), TODAY)
    speak = editors_gettext("nl")
    assert problems == []
    assert [left.problem.text(speak) for left in shown.left_out] == [
        f'{ROOTS}:9: photos: "dans.jpg" wordt niet getoond: {notice}'
    ]
    assert [entry.photos for entry in shown.all_entries() if entry.photos] == []


def test_on_its_last_day_a_photo_is_still_shown(site: TinySite) -> None:
    put(site)
    give(site, f"dans.jpg\n{DANCE}\n    until: {TODAY.isoformat()}")
    shown, _ = read_site(site.settings(), TODAY)
    assert shown.left_out == ()


def test_a_withdrawn_photo_under_another_name_is_found(site: TinySite) -> None:
    put(site)
    put(site, "kopie.jpg")
    give(site, f"dans.jpg\n{DANCE}\n    withdrawn: true", f"kopie.jpg\n{DANCE}")
    assert site.problems() == [
        f'{ROOTS}:14: photos: "kopie.jpg" is de foto "roots/dans.jpg", en die is ingetrokken. '
        "Wis ze hier ook, of schrijf er `withdrawn: true` bij."
    ]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (
            "bom.png",
            bomb(),
            "de foto is groter dan 120 megapixel. Maak ze kleiner.",
        ),
        (
            "half.jpg",
            jpeg_of(scene())[:9000],
            "de foto is beschadigd: er ontbreekt een stuk. "
            "Kopieer ze opnieuw van het fototoestel of de telefoon.",
        ),
        (
            "tekst.jpg",
            b"Dit is geen foto.\n" * 40,
            '"tekst.jpg" is tekst, geen foto. Kijk na of dit het juiste bestand is.',
        ),
        (
            "iets.jpg",
            b"\0\1\2" * 400,
            '"iets.jpg" is geen foto die we kunnen lezen. '
            "Open ze, bewaar ze als JPEG en zet ze hier opnieuw.",
        ),
        (
            "iphone.heic",
            HEIC,
            '"iphone.heic" is een HEIC-foto (van een iPhone); die kunnen browsers niet tonen. '
            "Bewaar het als JPEG en zet die hier. "
            'Of vraag de beheerder van de site om de extra "heic".',
        ),
        (
            "spel.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
            "<script> in een tekening publiceren we niet. "
            "Bewaar ze als gewone SVG of als PNG en zet die hier.",
        ),
        (
            "klik.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><path onclick="x()" d="M0 0"/></svg>',
            '"onclick" in een tekening publiceren we niet. '
            "Bewaar ze als gewone SVG of als PNG en zet die hier.",
        ),
    ],
)
def test_a_file_that_is_no_good_photo_is_named_by_the_check(
    site: TinySite, name: str, data: bytes, problem: str
) -> None:
    put(site, name, data)
    put(site)
    give(site, f"{name}\n{DANCE}", f"dans.jpg\n{DANCE}")
    assert site.problems() == [f"{ROOTS}:9: photos: {problem}"]


def test_each_of_many_faults_is_in_one_list(site: TinySite) -> None:
    put(site, "half.jpg", jpeg_of(scene())[:9000])
    put(site, "bom.png", bomb())
    give(site, f"half.jpg\n{DANCE}", f"bom.png\n{DANCE}", f"weg.jpg\n{DANCE}")
    assert [problem.split(": photos: ")[0] for problem in site.problems()] == [
        f"{ROOTS}:{line}" for line in (9, 13, 17)
    ]
