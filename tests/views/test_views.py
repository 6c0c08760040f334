"""What a reader finds in the built example site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from PIL import ExifTags, Image

from samenleven.languages.catalogs import catalog_file, compile_catalog, read_catalog
from samenleven.languages.moves import find_moves
from samenleven.languages.site import Site
from samenleven.languages.urls import beside_path, file_of

URL = "https://lindebeek.example/stad"
LANGUAGES = ("nl", "fr", "ar")
DIRECTIONS = {"nl": "ltr", "fr": "ltr", "ar": "rtl"}
FALLBACKS = [
    ("fr/programmes/taalcafe/", "nl/programmes/taalcafe/"),
    ("fr/voorbeeld/", "nl/voorbeeld/"),
    ("ar/programmes/samen-koken/", "nl/programmes/samen-koken/"),
    ("ar/news/taalcafe-duurt-langer/", "nl/news/taalcafe-duurt-langer/"),
]
NOTICE = "This page is not translated yet. You read the Dutch text."
MARKDOWN_TAGS = set(
    "h2 h3 h4 ul ol dl table blockquote pre code br hr strong em abbr sup".split()  # noqa: SIM905
)
DRAFT_FILES = [
    "nl/programmes/straatfeest/index.html",
    "fr/programmes/fete-de-rue/index.html",
    "nl/news/nieuwe-bibliotheek/index.html",
    "fr/news/nouvelle-bibliotheque/index.html",
    "ar/news/longer-cafe/index.html",
]
DRAFT_WORDS = [
    "traatfeest",
    "street-party",
    "Fête de rue",
    "ieuwe bibliotheek",
    "nieuwe-bibliotheek",
    "new-library",
    "nouvelle bibliothèque",
    "مقهى اللغة يدوم أطول",
]


def read(output: Path, path: str) -> html.HtmlElement:
    """Return the page that answers to a path."""
    return html.document_fromstring((output / file_of(path)).read_bytes().decode())


def pages(output: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield every page with its path."""
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix().removesuffix("index.html")
        yield path, read(output, path)


def links(page: html.HtmlElement, path: str) -> list[str]:
    """Return where the links below an XPath lead."""
    return [str(href) for href in page.xpath(f"{path}//a/@href")]


def alternates(page: html.HtmlElement) -> dict[str, str]:
    found = page.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in found}


def test_each_place_has_a_page_in_each_language(example_output: Path, example_site: Site) -> None:
    wanted = {
        file_of(example_site.path(place, lang))
        for place in example_site.entries
        for lang in LANGUAGES
    }
    wanted |= {
        file_of(beside_path(example_site.path(place, lang), "nl"))
        for place, versions in example_site.entries.items()
        for lang in versions.keys() - {"nl"}
    }
    wanted |= {"index.html", "404.html", *(f"{lang}/404.html" for lang in LANGUAGES)}
    wanted |= {file_of(move.path) for move in find_moves(example_site.outlines, LANGUAGES)}
    assert {
        f.relative_to(example_output).as_posix() for f in example_output.rglob("*.html")
    } == wanted


def test_every_page_is_in_the_language_and_direction_of_its_reader(example_output: Path) -> None:
    for path, page in pages(example_output):
        lang = path.split("/")[0] if "/" in path else "nl"
        assert (path, page.get("lang"), page.get("dir")) == (path, lang, DIRECTIONS[lang])


def test_the_root_names_each_language_in_itself(example_output: Path) -> None:
    items = read(example_output, "").xpath("//main//li")
    assert [
        (item.get("lang"), item.get("dir"), *links(item, "."), item.xpath("string(.//a/span[1])"))
        for item in items
    ] == [
        ("nl", "ltr", "/stad/nl/", "Nederlands"),
        ("fr", "ltr", "/stad/fr/", "Français"),
        ("ar", "rtl", "/stad/ar/", "العربية"),
    ]


def test_no_page_loads_other_script_than_these(example_output: Path) -> None:
    scripts = {
        script
        for _, page in pages(example_output)
        for script in page.xpath(
            "//script/@src|//script[not(@src or @type='application/ld+json')]|//noscript"
        )
    }
    assert sorted(re.sub(r"\.[0-9a-f]{12}\.", ".", script) for script in scripts) == [
        "/stad/theme/clock.js",
        "/stad/theme/keep.js",
        "/stad/theme/kept.js",
        "/stad/theme/photos.js",
        "/stad/theme/scheme.js",
        "/stad/theme/search.js",
    ]


def test_the_language_switch_keeps_the_page(example_output: Path, example_site: Site) -> None:
    for place in example_site.entries:
        wanted = [f"/stad/{example_site.path(place, lang)}" for lang in LANGUAGES]
        for lang in LANGUAGES:
            page = read(example_output, example_site.path(place, lang))
            switch = "//*[@class='language-switcher']"
            assert links(page, switch) == wanted
            assert page.xpath(f"{switch}//a[@aria-current]/@lang") == [lang]


@pytest.mark.parametrize(("path", "source"), FALLBACKS)
def test_a_page_that_is_not_translated_is_kept_from_search(
    example_output: Path, path: str, source: str
) -> None:
    page = read(example_output, path)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}/{source}"]
    assert alternates(page) == {}
    assert f"{URL}/{path}" not in (example_output / "sitemap.xml").read_text("utf-8")
    lang = path.split("/")[0]
    assert f"{URL}/{path}" not in (example_output / lang / "news/feed.atom").read_text("utf-8")


@pytest.mark.parametrize(("path", "source"), FALLBACKS)
def test_a_page_that_is_not_translated_says_so_around_a_dutch_body(
    example_output: Path, path: str, source: str, example_site: Site
) -> None:
    page, lang = read(example_output, path), path.split("/")[0]
    catalog = read_catalog(catalog_file(example_site.settings.theme / "translations", lang))
    notices = [text.text_content().strip() for text in page.find_class("origin")]
    assert notices == [compile_catalog(catalog).gettext(NOTICE)]
    [body] = page.xpath("//main/div[@lang]")
    assert (body.get("lang"), body.get("dir")) == ("nl", "ltr")
    dutch = read(example_output, source).xpath("string(//main//h1)")
    assert body.xpath("string(.//h1)") == page.xpath("string(//h1)") == dutch


def test_translations_are_indexed_with_themselves_as_canonical(
    example_output: Path, example_site: Site
) -> None:
    for place, versions in example_site.entries.items():
        for lang in versions:
            path = example_site.path(place, lang)
            page = read(example_output, path)
            assert page.xpath("//meta[@name='robots']") == []
            assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}/{path}"]


def test_alternates_name_all_real_translations_and_each_other(
    example_output: Path, example_site: Site
) -> None:
    for place, versions in example_site.entries.items():
        paths = {lang: example_site.path(place, lang) for lang in versions}
        wanted = {lang: f"{URL}/{path}" for lang, path in paths.items()}
        wanted["x-default"] = wanted["nl"] if place.section else f"{URL}/"
        for path in paths.values():
            assert alternates(read(example_output, path)) == wanted


def test_links_inside_a_dutch_body_lead_to_the_readers_language(example_output: Path) -> None:
    page = read(example_output, "fr/voorbeeld/")
    inside = [link for link in links(page, "//div[@class='prose flow']") if link[0] == "/"]
    assert inside == [
        "/stad/fr/programmes/cours-de-velo/",
        "/stad/fr/programmes/cours-de-velo/#who",
        "/stad/fr/programmes/cuisiner-ensemble/",
        "/stad/media/pages/kitchen-sink/programme.txt",
    ]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("nl/programmes/leren-fietsen/", "/stad/nl/programmes/taalcafe/"),
        ("fr/programmes/cours-de-velo/", "/stad/fr/programmes/taalcafe/"),
        ("ar/programmes/bike-lessons/", "/stad/ar/programmes/language-cafe/"),
    ],
)
def test_links_in_a_translation_lead_to_the_translation(
    example_output: Path, path: str, wanted: str
) -> None:
    assert links(read(example_output, path), "//div[@class='prose flow']") == [wanted]


def test_every_link_inside_the_site_leads_somewhere(example_output: Path) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in pages(example_output)}
    for path, page in pages(example_output):
        for address in page.xpath("//@href|//@src"):
            target = urlsplit(urljoin(f"{URL}/{path}", address))
            if target.netloc != "lindebeek.example" or not target.scheme.startswith("http"):
                continue
            inside = target.path.removeprefix("/stad/")
            assert (example_output / file_of(inside)).is_file(), (path, address)
            assert not target.fragment or target.fragment in ids[inside], (path, address)


@pytest.mark.parametrize("words", DRAFT_WORDS)
def test_words_of_drafts_stand_in_no_file(example_output: Path, words: str) -> None:
    files = [file for file in sorted(example_output.rglob("*")) if file.is_file()]
    assert [file for file in files if words.encode() in file.read_bytes()] == []
    assert [file for file in files if words in file.as_posix()] == []


def test_drafts_are_built_when_asked_for(
    build, example_root: Path, example_output: Path, tmp_path: Path
) -> None:
    done = build(example_root, OUTPUT_PATH=str(tmp_path / "output"), DRAFTS=True)
    assert done.returncode == 0, done.stderr
    assert [(example_output / file).exists() for file in DRAFT_FILES] == [False] * 5
    assert [(tmp_path / "output" / file).exists() for file in DRAFT_FILES] == [True] * 5


@pytest.mark.parametrize(
    "run",
    [
        "OKAN",
        "€ 25",
        "€ 7,50",
        "example.be",
        "https://www.example.be/fietsen?taal=nl&dag=za",
        "info@example.be",
        "+32 9 000 00 00",
        "HTML",
        "Lindebeek",
    ],
)
def test_foreign_runs_of_an_arabic_body_are_isolated(example_output: Path, run: str) -> None:
    page = read(example_output, "ar/kitchen-sink/")
    runs = page.xpath("//div[@class='prose flow']//bdi[@dir='ltr']")
    assert run in [isolated.text_content() for isolated in runs]


def test_code_in_an_arabic_body_stays(example_output: Path) -> None:
    [code] = read(example_output, "ar/kitchen-sink/").xpath("//pre")
    assert code.text_content() == "Naam: ...\nTelefoon: +32 9 000 00 00\n"
    assert code.xpath(".//bdi") == []


def test_the_title_of_an_arabic_page_isolates_latin_words(example_output: Path) -> None:
    page = read(example_output, "ar/programmes/bike-lessons/")
    assert page.xpath("string(//title)") == (
        "تعلّم ركوب الدراجة في \u2066Lindebeek\u2069 – معًا في \u2066Lindebeek\u2069"
    )


def test_pages_from_left_to_right_hold_no_isolates(example_output: Path) -> None:
    page = (example_output / "fr/programmes/cours-de-velo/index.html").read_text("utf-8")
    assert "\u2066" not in page
    assert "\u2069" not in page


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        (
            "nl/programmes/leren-fietsen/",
            [
                "Volwassenen die nog niet kunnen fietsen.",
                "4 okt\u2009–\u200929 nov 2025",
                "Elke zaterdag van 10 tot 12 uur.",
                "Het plein achter het stadhuis.",
                "Samen in beweging",
                "Fietsclub De Ketting Buurthuis Ter Linde vzw",
                "€\u00a012.500. Dit is het geld voor alle lessen samen.",
                "Fonds Dichtbij €\u00a07.500 (60%) Met steun van Fonds Dichtbij.",
            ],
        ),
        (
            "ar/programmes/bike-lessons/",
            [
                "البالغون الذين لا يعرفون ركوب الدراجة بعد.",
                "4 أكتوبر – 29 نوفمبر 2025",
                "كل يوم سبت من الساعة 10 إلى 12.",
                "الساحة خلف مبنى البلدية.",
                "Samen in beweging",
                "نادي الدراجات De Ketting Buurthuis Ter Linde vzw",
                "\u200f12,500\u00a0€. هذا المال لكل الدروس معًا.",
                "صندوق Dichtbij \u200f7,500\u00a0€ (60%) بدعم من Fonds Dichtbij.",
            ],
        ),
    ],
)
def test_the_facts_of_a_programme_are_said_in_the_readers_language(
    example_output: Path, path: str, facts: list[str]
) -> None:
    found = read(example_output, path).xpath("//dl[@class='facts']//dd")
    assert [re.sub("\n+", " ", fact.text_content()).strip() for fact in found] == facts


def test_a_translation_says_how_it_was_made_and_leads_to_the_dutch_text(
    example_output: Path,
) -> None:
    page = read(example_output, "ar/programmes/bike-lessons/")
    [origin] = page.find_class("origin")
    assert "مترجم البلدية" in origin.text_content()
    assert "1 سبتمبر 2025" in origin.text_content()
    assert links(origin, ".") == [
        "/stad/nl/programmes/leren-fietsen/",
        "/stad/ar/programmes/bike-lessons/nl/",
    ]


def test_linked_files_are_published_once_for_all_languages(example_output: Path) -> None:
    found = sorted(file.name for file in (example_output / "media").rglob("*.txt"))
    assert found == ["programme.txt", "rules.txt"]
    for path in ("nl/voorbeeld/", "fr/voorbeeld/", "ar/kitchen-sink/"):
        files = [link for link in read(example_output, path).xpath("//@href") if "/media/" in link]
        assert [link for link in files if link.endswith(".txt")] == [
            "/stad/media/pages/kitchen-sink/programme.txt"
        ]


def test_a_published_picture_keeps_its_pixels_and_who_made_it(
    example_root: Path, example_output: Path
) -> None:
    [address] = read(example_output, "nl/voorbeeld/").xpath("//figure//a[@download]/@href")
    file = example_output / address.removeprefix("/stad/")
    with (
        Image.open(example_root / "content/pages/kitchen-sink/bike.png") as source,
        Image.open(file) as published,
    ):
        assert source.info["Author"] == "Jan Janssens"
        assert source.convert("RGB").tobytes() == published.convert("RGB").tobytes()
        assert dict(published.getexif()) == {ExifTags.Base.Artist: "Stad Lindebeek"}
    assert b"Jan" not in file.read_bytes()


def test_a_published_document_is_the_same_file(example_root: Path, example_output: Path) -> None:
    name = "pages/kitchen-sink/programme.txt"
    source = (example_root / "content" / name).read_bytes()
    assert (example_output / "media" / name).read_bytes() == source


def test_every_piece_of_markdown_is_there(example_output: Path) -> None:
    page = read(example_output, "nl/voorbeeld/")
    parts = page.xpath("//div[@class='prose flow']")  # with photos between them
    assert {str(element.tag) for part in parts for element in part.iter()} >= MARKDOWN_TAGS
    [title] = page.xpath("//div[@class='prose flow']//*[@class='admonition-title']")
    assert title.text == "Let op"
    assert page.xpath("//div[@class='prose flow']//td[@class='align-end']/text()") == [
        "€ 25",
        "€ 7,50",
    ]
    assert page.xpath("//@style") == []


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("nl/programmes/", {"/stad/nl/programmes/": "page"}),
        ("nl/programmes/taalcafe/", {"/stad/nl/programmes/": "true"}),
        ("ar/about/", {"/stad/ar/about/": "page"}),
        ("nl/", {}),
    ],
)
def test_the_menu_shows_where_one_is(
    example_output: Path, path: str, current: dict[str, str]
) -> None:
    found = read(example_output, path).xpath("//nav[contains(@class, '__menu')]//a[@aria-current]")
    assert {link.get("href"): link.get("aria-current") for link in found} == current
