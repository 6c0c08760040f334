"""The city's own site, as it is built: every page is crawled and validated, a spread is opened."""

import runpy
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import ViewportSize

from samenleven.checks.browser import opened_browser
from samenleven.checks.crawl import crawl_site
from samenleven.checks.markup import check_markup
from samenleven.checks.server import served
from samenleven.commands.audit import audit_folder
from samenleven.commands.build import build_site
from samenleven.languages.site import read_site
from samenleven.model.settings import read_settings
from samenleven.search.index import can_index

ROOT = Path(__file__).parents[1]
BASE = "http://localhost:8000"
# Each template, in the source language, right-to-left, in Cyrillic, and as a fallback.
SPREAD = (
    "index.html",
    "404.html",
    "nl/index.html",
    "nl/programmes/index.html",
    "nl/programmes/roots/index.html",
    "nl/news/deelfabriek-wint-europese-prijs/index.html",
    "nl/contacts/index.html",
    "nl/toegankelijkheid/index.html",
    "ar/index.html",
    "ar/programmes/roots/index.html",
    "ar/news/deelfabriek-wint-europese-prijs/index.html",
    "ar/contacts/integration-service/index.html",
    "ar/404.html",
    "fa/programmes/summer-school/index.html",
    "uk/programmes/street-intimidation/index.html",
    "uk/accessibility/index.html",
    "nl/zoeken/index.html",
    "nl/woordenlijst/index.html",
    "fr/calls/index.html",
    "fa/figures/index.html",
    "ar/walks/city-walk/index.html",
    "ar/programmes/roots/nl/index.html",
    "ar/search/index.html",
    "ar/without-internet/index.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("city") / "site"
    assert build_site("pelicanconf.py", OUTPUT_PATH=str(output), SITEURL=BASE) == 0
    return output


def test_no_page_has_a_dead_link_or_an_unanswered_hreflang(site: Path) -> None:
    assert crawl_site(site, BASE) == []


def test_each_page_has_the_same_phones_addresses_and_days_in_each_language(site: Path) -> None:
    settings = read_settings(runpy.run_path(str(ROOT / "pelicanconf.py")), ROOT)
    content, _ = read_site(settings, settings.today())
    total: Counter[str] = Counter()
    for place in content.entries:
        found = [
            facts_shown(site / content.path(place, lang) / "index.html")
            for lang in settings.languages
        ]
        assert found == found[:1] * 8, place
        total.update(sort for sort, _ in found[0])
    assert min(total["tel"], total["mailto"], total["time"]) >= 40


def facts_shown(page: Path) -> set[tuple[str, str]]:
    """Return what the main part of a page says in a form for machines, by sort."""
    main = html.parse(str(page)).getroot().find(".//main")
    links = {tuple(link.get("href", "").split(":", 1)) for link in main.iter("a")}
    days = {("time", time.get("datetime", "")) for time in main.iter("time")}
    return days | {link for link in links if link[0] in ("tel", "mailto")}


def test_the_html_and_css_checkers_find_nothing_in_two_languages(
    site: Path, tmp_path: Path
) -> None:
    """`audit` looks at all eight."""
    others = shutil.ignore_patterns("fr", "en", "fa", "tr", "uk", "es", "media")
    folder = shutil.copytree(site, tmp_path / "site", ignore=others)
    assert len([*folder.rglob("*.html")]) > 200
    assert check_markup(folder) == []


def test_axe_and_htmlcs_find_nothing_on_a_spread_of_pages(site: Path) -> None:
    assert audit_folder(site, SPREAD) == []


@pytest.mark.parametrize("page", ["nl/", "ar/programmes/roots/", ""])
def test_the_content_security_policy_blocks_nothing_of_ours(site: Path, page: str) -> None:
    with served(site) as address, opened_browser() as browser:
        tab = browser.new_page()
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(f"{address}/{page}")
        sheets = tab.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length > 0)")
        assert (said, sheets) == ([], [True])


FOCUSED = "document.activeElement.className"
HEADER = (
    "site-header__name",
    "site-header__open",
    "site-header__search",
    "language-switcher__button",
)


@pytest.mark.parametrize("lang", ["nl", "ar", "uk"])
def test_the_languages_can_be_reached_with_the_keyboard_alone(site: Path, lang: str) -> None:
    with served(site) as address, opened_browser() as browser:
        tab = browser.new_page(java_script_enabled=True, viewport={"width": 360, "height": 800})
        tab.goto(f"{address}/{lang}/programmes/roots/")
        tab.keyboard.press("Tab")
        assert tab.evaluate(FOCUSED) == "skip-link"
        for name in HEADER:
            tab.keyboard.press("Tab")
            assert tab.evaluate(FOCUSED) == name
        tab.keyboard.press("Enter")
        links = tab.locator(".language-switcher__link:visible")
        assert links.count() == 8
        links.filter(has_text="Español").click()
        tab.wait_for_url(f"{address}/es/programmes/*/")


def test_the_menu_of_a_phone_opens_and_closes_with_the_keyboard_and_without_script(
    site: Path,
) -> None:
    with served(site) as address, opened_browser() as browser:
        size = ViewportSize(width=360, height=800)
        tab = browser.new_context(java_script_enabled=False, viewport=size).new_page()
        tab.goto(f"{address}/ar/")
        links = tab.locator(".site-header__link")
        assert not links.first.is_visible()
        tab.locator(".site-header__open").focus()
        tab.keyboard.press("Enter")
        assert links.first.is_visible()
        tab.keyboard.press("Escape")
        assert not links.first.is_visible()
        tab.locator(".site-header__open").click()
        links.last.click()
        tab.wait_for_url(f"{address}/ar/contacts/")


def test_the_words_of_a_page_are_the_same_without_script(site: Path) -> None:
    with served(site) as address, opened_browser() as browser:
        words = []
        for is_on in (True, False):
            tab = browser.new_context(java_script_enabled=is_on).new_page()
            tab.goto(f"{address}/nl/programmes/roots/")
            words.append(tab.locator("main").inner_text())
        assert words[0] == words[1]
        assert "Bij Roots maak je kennis met kunst." in words[1]


def test_the_choice_of_colours_is_kept_only_after_a_click(site: Path) -> None:
    with served(site) as address, opened_browser() as browser:
        tab = browser.new_context(color_scheme="light").new_page()
        tab.goto(f"{address}/ar/")
        assert tab.evaluate("localStorage.length") == 0
        tab.get_by_role("button", name="ألوان داكنة").click()
        light = "document.documentElement.dataset.scheme + localStorage.getItem('scheme')"
        assert tab.evaluate(light) == "darkdark"
        tab.goto(f"{address}/nl/")
        page_colour = "getComputedStyle(document.documentElement).backgroundColor"
        assert tab.evaluate(page_colour) == "rgb(18, 22, 27)"
        assert tab.get_by_role("button", name="Lichte kleuren").is_visible()


@pytest.mark.skipif(not can_index(), reason="the extra `search` is not installed")
@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("nl/zoeken/", "zomerschool", "nl/programmes/zomerschool/"),
        ("ar/search/", "المدرسة الصيفية", "ar/programmes/summer-school/"),
        ("ar/search/", "zomerschol", "ar/programmes/summer-school/"),
        ("uk/search/", "школа", "uk/programmes/summer-school/"),
        ("uk/search/", "brugfiguren", "uk/programmes/bridge-figures/"),
    ],
)
def test_what_a_reader_types_is_found(site: Path, path: str, query: str, leads_to: str) -> None:
    with served(site) as address, opened_browser() as browser:
        tab = browser.new_page(viewport={"width": 360, "height": 740})
        tab.goto(f"{address}/{path}")
        tab.locator(".search__field").fill(query)
        tab.locator(f".search__link[href='{address}/{leads_to}']").click()
        assert tab.url == f"{address}/{leads_to}"
