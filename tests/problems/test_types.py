"""What an editor reads about figures, words, booklets and points."""

from __future__ import annotations

import pytest

from tests.problems.conftest import TinySite

FIGURES = """---
title: Cijfers
summary: Alle cijfers.
updated: 2026-02-01
type: figures
ledger:
  - key: children
    label: Kinderen
    value: 2159
    scope: heel de stad
    source: Verslag
---
"""
BOOKLET = """---
title: Boekje
summary: Om af te drukken.
updated: 2026-02-01
type: brochure
chapters:
  - programmes/roots
  - {chapter}
---
"""
PLACE = """---
title: Buurthuis
summary: Voor iedereen.
updated: 2026-02-01
contact: desk
{line}
---
"""
ROOTS = "content/programmes/roots/index.nl.md"


def test_a_figure_that_is_not_in_the_list_is_named_with_a_guess(site: TinySite) -> None:
    site.write("pages/figures/index.nl.md", FIGURES)
    site.add_field(site.ROOTS, "figures:\n  - children\n  - childern")
    assert site.problems() == [
        f'{ROOTS}:10: figures: de lijst van cijfers heeft geen "childern". Bedoelde je "children"?'
    ]


def test_without_a_list_of_figures_the_remedy_is_to_make_one(site: TinySite) -> None:
    site.add_field(site.ROOTS, "figures:\n  - children")
    assert site.problems() == [
        f'{ROOTS}:9: figures: de lijst van cijfers heeft geen "children". '
        "Maak eerst een pagina met `type: figures`."
    ]


def test_a_site_has_one_list_of_figures(site: TinySite) -> None:
    site.write("pages/figures/index.nl.md", FIGURES)
    site.write("pages/more-figures/index.nl.md", FIGURES)
    assert site.problems() == [
        "content/pages/more-figures/index.nl.md:5: type: content/pages/figures/index.nl.md is ook "
        "van dit type. Zet alles op één van de twee pagina's: een site heeft er één."
    ]


@pytest.mark.parametrize(
    ("chapter", "problem"),
    [
        (
            "pages/booklet",
            'chapters: "pages/booklet" is zelf een boekje. '
            "Noem hier in de plaats de hoofdstukken ervan.",
        ),
        (
            "programmes/rots",
            'chapters: er is geen pagina "programmes/rots". Bedoelde je "roots"?',
        ),
        (
            "roots",
            'chapters: "roots" is niet de map van een pagina. '
            "Schrijf de rubriek en de map, bijvoorbeeld programmes/roots.",
        ),
    ],
)
def test_a_chapter_is_a_page_that_is_no_booklet(site: TinySite, chapter: str, problem: str) -> None:
    site.write("pages/booklet/index.nl.md", BOOKLET.format(chapter=chapter))
    assert site.problems() == [f"content/pages/booklet/index.nl.md:8: {problem}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("latitude: 50.8", "6: latitude: er is een latitude maar geen longitude."),
        ("longitude: 3.26", "6: longitude: er is een longitude maar geen latitude."),
    ],
)
def test_a_point_has_two_coordinates(site: TinySite, line: str, problem: str) -> None:
    site.write("places/house/index.nl.md", PLACE.format(line=line))
    assert site.problems() == [
        f"content/places/house/index.nl.md:{problem} Schrijf beide, of geen van beide."
    ]


def test_a_point_of_a_stop_has_two_coordinates_too(site: TinySite) -> None:
    stops = "stops:\n  - key: a\n    title: Plein\n  - key: b\n    title: Brug\n    latitude: 50.8"
    site.write("walks/old-town/index.nl.md", PLACE.format(line=stops))
    assert site.problems() == [
        "content/walks/old-town/index.nl.md:11: stops: er is een latitude maar geen longitude. "
        "Schrijf beide, of geen van beide."
    ]


def test_a_stop_at_a_place_that_is_not_there_is_named_on_its_line(site: TinySite) -> None:
    site.write("places/house/index.nl.md", PLACE.format(line="order: 1"))
    stops = "stops:\n  - key: a\n    title: Plein\n    place: hous"
    site.write("walks/old-town/index.nl.md", PLACE.format(line=stops))
    assert site.problems() == [
        'content/walks/old-town/index.nl.md:9: stops: er is geen pagina "places/hous". '
        'Bedoelde je "house"?'
    ]
