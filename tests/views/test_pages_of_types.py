"""Places, walks, organisations, desks, figures, words, rights and booklets as readers find them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from samenleven.languages.urls import file_of

BASE = "/stad"
LANGUAGES = ("nl", "fr", "ar")
BOOKLETS = ("nl/welkom/", "fr/bienvenue/", "ar/welcome/")


def read(output: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((output / file_of(path)).read_bytes().decode())


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def facts(page: html.HtmlElement) -> dict[str, str]:
    """Return the facts at a glance, by their labels."""
    return {
        text(row.find("dt")): text(row.find("dd"))
        for row in page.cssselect(".facts__row")
        if row.find("dt") is not None
    }


UNKNOWN = "Dat weten we niet. Vraag het aan het contact hieronder."


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (
            "nl/places/buurthuis-ter-linde/",
            {
                "Adres": "Lindestraat 12, 9999 Lindebeek",
                "Openingsuren": "Maandag tot vrijdag van 9 tot 17 uurZaterdag van 10 tot 12 uur",
                "Toegankelijk met een rolstoel": "Gedeeltelijk. De ingang is vlak. Het toilet is "
                "op de eerste verdieping, zonder lift.",
                "Hoe je er komt": "Bus 3 stopt voor de deur. Er is een fietsenstalling.",
                "Over het gebouw": "Het gebouw was vroeger een weverij.",
                "Wie hier werkt": "Buurthuis Ter Linde vzw",
            },
        ),
        (
            "nl/places/lindepark/",
            {
                "Adres": UNKNOWN,
                "Openingsuren": UNKNOWN,
                "Toegankelijk met een rolstoel": UNKNOWN,
                "Hoe je er komt": UNKNOWN,
            },
        ),
        (
            "nl/walks/oude-stad/",
            {"Hoe ver": "1,9 km", "Zonder trappen": "Gedeeltelijk", "Stops": "4"},
        ),
        ("nl/walks/river/", {"Hoe ver": UNKNOWN, "Zonder trappen": UNKNOWN, "Stops": UNKNOWN}),
        (
            "nl/partners/fietsclub-de-ketting/",
            {
                "Wat het is": "Vereniging",
                "Wanneer de groep samenkomt": "Elke zondag om 10 uur op het Lindeplein.",
                "Hoe je lid wordt": "Kom een keer meefietsen. Lid worden kost niets.",
                "Website": "example.be",
            },
        ),
    ],
)
def test_what_is_not_known_is_said(example_output: Path, path: str, found: dict[str, str]) -> None:
    assert facts(read(example_output, path)) == found


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (
            "nl/places/buurthuis-ter-linde/",
            "https://www.openstreetmap.org/?mlat=50.8279&mlon=3.2649#map=18/50.8279/3.2649",
        ),
        (
            "nl/places/lindepark/",
            "https://www.openstreetmap.org/?mlat=50.8301&mlon=3.2702#map=18/50.8301/3.2702",
        ),
    ],
)
def test_a_map_is_a_link_and_never_part_of_the_page(
    example_output: Path, path: str, address: str
) -> None:
    page = read(example_output, path)
    links = [link.get("href") for link in page.cssselect("main a[rel~=external]")]
    assert links == [address]
    assert page.cssselect("iframe, img[src*=openstreetmap]") == []


def test_a_drawn_map_has_a_text_and_a_mark_for_each_stop(example_output: Path) -> None:
    page = read(example_output, "nl/walks/oude-stad/")
    (drawing,) = page.cssselect("svg.route-map__drawing")
    stops = [text(stop) for stop in page.cssselect("ol.steps > li > h3")]
    assert drawing.get("role") == "img"
    assert "lijst van stops" in drawing.get("aria-label")
    assert [text(mark) for mark in drawing.cssselect(".route-map__number")] == ["1", "2", "3", "4"]
    assert stops == ["Het stadhuis", "Buurthuis Ter Linde", "De weversbrug", "Het Lindepark"]


def test_what_the_city_has_to_complete_is_marked(example_output: Path) -> None:
    whole, unfinished = (
        read(example_output, path) for path in ("nl/walks/oude-stad/", "nl/walks/river/")
    )
    assert [text(notice) for notice in unfinished.cssselect(".notice")] == [
        "Deze wandeling is nog niet af: de stad moet ze nog aanvullen."
    ]
    assert whole.cssselect(".notice") == []
    (missing,) = whole.cssselect(".steps__missing")
    assert text(missing.getparent().find("h3")) == "De weversbrug"


@pytest.mark.parametrize(
    ("path", "named_by"),
    [
        (
            "nl/partners/ter-linde/",
            {"Programma's": ["Leren fietsen"], "Plaatsen": ["Buurthuis Ter Linde"]},
        ),
        (
            "ar/partners/bike-club/",
            {"البرامج": ["تعلّم ركوب الدراجة في Lindebeek"]},
        ),
        ("nl/places/lindepark/", {"Wandelingen": ["Wandeling door de oude stad"]}),
    ],
)
def test_a_page_lists_what_names_it(
    example_output: Path, path: str, named_by: dict[str, list[str]]
) -> None:
    page = read(example_output, path)
    groups = page.cssselect("section[aria-labelledby^=at-group]")
    found = {
        text(group.find("h2")): [text(card) for card in group.cssselect(".card__title")]
        for group in groups
    }
    assert {title: found.get(title) for title in named_by} == named_by


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("nl/contacts/stad/", [("text/vcard", "vCard")]),
        ("ar/walks/old-town/", [("application/gpx+xml", "GPX"), ("text/vcard", "vCard")]),
        ("fr/chiffres/", [("text/csv", "CSV"), ("application/json", "JSON")]),
        ("nl/walks/river/", [("text/vcard", "vCard")]),
    ],
)
def test_a_file_is_linked_with_its_kind_and_is_there(
    example_output: Path, path: str, files: list[tuple[str, str]]
) -> None:
    links = read(example_output, path).cssselect("main a[download]")
    kinds = [re.search(r"\((\w+)\)", text(link)) for link in links]
    assert [
        (link.get("type"), kind and kind[1]) for link, kind in zip(links, kinds, strict=True)
    ] == files
    for link in links:
        assert (example_output / link.get("href").removeprefix(f"{BASE}/")).stat().st_size > 100


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        (
            "nl/programmes/leren-fietsen/",
            [
                "48 volwassenen Volwassenen die leerden fietsen Geldt voor Lindebeek, alleen wie "
                "zich inschreef (van januari tot december 2024) Deel van het geheel 80% van 60 "
                "Vergeleken met het doel 120% van 40",
                "31.626 mensen Mensen die een culturele activiteit bezochten Geldt voor heel de "
                "regio, niet Lindebeek alleen Vergeleken met het doel 2.636% van 1.200",
            ],
        ),
        (
            "ar/programmes/bike-lessons/",
            [
                "48 بالغًا بالغون تعلموا ركوب الدراجة ينطبق على مدينة Lindebeek، المسجلون فقط "
                "(من يناير إلى ديسمبر 2024) حصة من الكل 80% من 60 مقارنةً بالهدف 120% من 40",
                "31,626 شخصًا أشخاص حضروا نشاطًا ثقافيًا ينطبق على المنطقة كلها، وليس Lindebeek "
                "وحدها مقارنةً بالهدف 2,636% من 1,200",
            ],
        ),
    ],
)
def test_a_figure_never_stands_without_its_scope(
    example_output: Path, path: str, figures: list[str]
) -> None:
    page = read(example_output, path)
    assert [text(figure) for figure in page.cssselect(".figure")] == figures


def test_a_figure_leads_to_its_place_in_the_list(example_output: Path) -> None:
    page = read(example_output, "nl/programmes/leren-fietsen/")
    links = [link.get("href") for link in page.cssselect("section[aria-labelledby=at-figures] a")]
    assert links == [f"{BASE}/nl/cijfers/#bike-lessons-adults", f"{BASE}/nl/cijfers/#culture"]
    ids = {row.get("id") for row in read(example_output, "nl/cijfers/").cssselect("main li[id]")}
    assert {"bike-lessons-adults", "culture"} <= ids


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nl/woordenlijst/", ["inburgering", "OCMW", "OKAN", "vrijwilliger"]),
        (
            "fr/lexique/",
            ["bénévole – vrijwilliger", "CPAS – OCMW", "intégration civique – inburgering", "OKAN"],
        ),
        (
            "ar/glossary/",
            [
                *("الاندماج المدني – inburgering", "متطوع – vrijwilliger"),
                *("مركز المساعدة الاجتماعية – OCMW", "OKAN"),
            ],
        ),
    ],
)
def test_a_glossary_is_in_alphabetical_order_and_shows_the_dutch_word(
    example_output: Path, path: str, words: list[str]
) -> None:
    assert list(facts(read(example_output, path))) == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_marked_word_has_its_explanation(example_output: Path, lang: str) -> None:
    marked = 0
    for file in (example_output / lang).rglob("*.html"):
        page = html.document_fromstring(file.read_bytes().decode())
        buttons = [button.get("popovertarget") for button in page.cssselect("button.term")]
        notes = [note.get("id") for note in page.cssselect("main [popover]")]
        assert buttons == notes
        marked += len(buttons)
    assert marked > 5


def test_a_word_is_explained_in_the_language_of_the_reader(example_output: Path) -> None:
    dutch_page = read(example_output, "fr/partners/ter-linde/")
    (note,) = dutch_page.cssselect("#term-volunteer")
    assert [text(part) for part in note.cssselect("p")][:2] == [
        "vrijwilliger (bénévole)",
        "Quelqu'un qui aide sans salaire.",
    ]
    (meaning,) = note.cssselect("p:nth-child(2) > [lang=fr]")
    assert meaning.get("dir") == "ltr"


def test_the_glossary_itself_marks_nothing(example_output: Path) -> None:
    assert read(example_output, "nl/woordenlijst/").cssselect("button.term") == []


def test_the_steps_of_a_checklist_are_numbered_and_say_whom_to_ask(example_output: Path) -> None:
    page = read(example_output, "nl/hulp/")
    steps = page.cssselect("ol.steps > li")
    assert [text(step.find("h2")) for step in steps] == [
        "Vraag een gesprek",
        "Breng je papieren mee",
        "Leer fietsen",
    ]
    assert [link.get("href") for link in steps[0].cssselect("a")] == [
        f"{BASE}/nl/contacts/stad/",
        "tel:+3290000000",
    ]


@pytest.mark.parametrize("path", BOOKLETS)
def test_no_name_stands_twice_in_a_booklet(example_output: Path, path: str) -> None:
    page = read(example_output, path)
    ids = Counter(element.get("id") for element in page.cssselect("[id]"))
    assert [name for name, times in ids.items() if times > 1] == []
    for attribute in ("aria-labelledby", "popovertarget"):
        assert {found.get(attribute) for found in page.cssselect(f"[{attribute}]")} <= set(ids)
    inside = [link.get("href")[1:] for link in page.cssselect("a[href^='#']")]
    assert set(inside) <= set(ids)


@pytest.mark.parametrize("path", BOOKLETS)
def test_the_contents_of_a_booklet_are_its_chapters(example_output: Path, path: str) -> None:
    page = read(example_output, path)
    contents = page.cssselect(".brochure__contents a")
    titles = page.cssselect(".brochure__chapter .page-header__title")
    assert len(titles) == 6
    assert [link.get("href") for link in contents] == [f"#{title.get('id')}" for title in titles]
    assert [text(link) for link in contents] == [text(title) for title in titles]
    assert {title.tag for title in titles} == {"h2"}
    assert len(page.cssselect("h1")) == 1


@pytest.mark.parametrize("path", BOOKLETS)
def test_no_level_of_heading_is_skipped(example_output: Path, path: str) -> None:
    levels = [
        int(head.tag[1])
        for head in read(example_output, path).cssselect("main :is(h1,h2,h3,h4,h5,h6)")
    ]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_chapter_that_is_not_translated_is_dutch_and_says_so(example_output: Path) -> None:
    chapters = read(example_output, "fr/bienvenue/").cssselect(".brochure__chapter")
    dutch = [chapter for chapter in chapters if chapter.cssselect(".other-language")]
    (chapter,) = dutch
    (article,) = chapter.cssselect(".other-language")
    assert (article.get("lang"), article.get("dir")) == ("nl", "ltr")
    assert text(article.cssselect("h2")[0]) == "Taalcafé"
    assert "pas encore traduite" in text(chapter.cssselect(".origin")[0])
    others = [text(other.cssselect(".origin")[0]) for other in chapters if other is not chapter]
    assert all("traduit" in notice for notice in others)


def test_a_booklet_leaves_out_lists_of_other_pages(example_output: Path) -> None:
    assert read(example_output, "nl/welkom/").cssselect(".brochure__chapter .card") == []
