"""What readers find, in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served
from samenleven.search.index import can_index

pytestmark = pytest.mark.skipif(not can_index(), reason="the extra `search` is not installed")
PAGES = {"nl": "nl/zoeken/", "fr": "fr/recherche/", "ar": "ar/search/"}
Search = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(example_output: Path) -> Iterator[str]:
    with served(example_output, "/stad") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=f"{address}/", viewport={"width": 360, "height": 740})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []  # nor does the policy stop anything


def search(page: Page, lang: str, query: str) -> list[str]:
    """Return the paths of what is found, best first."""
    page.goto(PAGES[lang])
    page.locator(".search__field").fill(query)
    page.locator(".search__state:not(:empty)").wait_for()
    links = page.locator(".search__link")
    return [str(link.get_attribute("href")).partition("/stad/")[2] for link in links.all()]


@pytest.mark.parametrize(
    ("lang", "query", "first"),
    [
        ("nl", "taalcafé", "nl/programmes/taalcafe/"),
        ("nl", "taalcafe", "nl/programmes/taalcafe/"),
        ("nl", "FIETS", "nl/news/veertig-fietsen/"),
        ("fr", "velo", "fr/partners/bike-club/"),
        ("ar", "السباحة", "ar/programmes/swimming/"),
        ("ar", "سباحة", "ar/programmes/swimming/"),
    ],
)
def test_a_word_finds_its_page(page: Page, lang: str, query: str, first: str) -> None:
    assert search(page, lang, query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("inburgering", "ar/glossary/#inburgering"),
        ("Zwemmen voor vrouwen", "ar/programmes/swimming/"),
        ("vrijdag", "ar/contacts/city-desk/"),
    ],
)
def test_a_dutch_word_finds_the_page_in_the_readers_language(
    page: Page, query: str, first: str
) -> None:
    found = search(page, "ar", query)
    assert found[0] == first
    assert all(path.startswith("ar/") for path in found)


@pytest.mark.parametrize(
    ("lang", "query", "first"),
    [
        ("nl", "inburgerign", "nl/woordenlijst/#inburgering"),
        ("nl", "taalcfe", "nl/programmes/taalcafe/"),
        ("nl", "wandelignen", "nl/walks/"),
        ("ar", "inburgernig", "ar/glossary/#inburgering"),
        ("ar", "zwemen", "ar/programmes/swimming/"),
        ("ar", "السبحة", "ar/programmes/swimming/"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(page: Page, lang: str, query: str, first: str) -> None:
    assert search(page, lang, query)[0] == first


def test_what_is_not_translated_is_found_by_its_name_alone(page: Page) -> None:
    assert search(page, "ar", "Samen koken")[0] == "ar/programmes/samen-koken/"
    first = page.locator(".search__result").first
    assert first.locator("span").get_attribute("lang") == "nl"
    assert first.locator(".search__text").count() == 0


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_a_reader_hears_that_nothing_is_found(page: Page, lang: str) -> None:
    assert search(page, lang, "qqqqzzzz") == []
    said = page.get_by_role("status").inner_text()
    assert said == page.locator(".search").get_attribute("data-nothing")
    if lang == "nl":
        assert said == "Niets gevonden. Probeer een ander woord, of kijk in de lijst van A tot Z."


def test_a_reader_hears_how_much_is_found(page: Page) -> None:
    found = search(page, "nl", "taal")
    assert page.get_by_role("status").inner_text() == f"Gevonden: {len(found)}"


def test_dutch_sentences_are_marked_as_dutch(page: Page) -> None:
    search(page, "ar", "Zwemmen")
    text = page.locator(".search__dutch").first
    assert (text.get_attribute("lang"), text.get_attribute("dir")) == ("nl", "ltr")
    search(page, "ar", "vrijdag")
    sentence = page.locator(".search__text").first
    assert (sentence.get_attribute("lang"), sentence.get_attribute("dir")) == ("nl", "ltr")


def test_the_address_keeps_what_was_asked(page: Page) -> None:
    search(page, "nl", "taalcafé")
    assert page.url.endswith("/nl/zoeken/?q=taalcaf%C3%A9")
    page.goto("nl/zoeken/?q=zwemmen")
    page.locator(".search__link").first.wait_for()
    assert page.locator(".search__field").input_value() == "zwemmen"
    page.locator(".search__field").fill("")
    page.locator(".search__result").first.wait_for(state="detached")
    assert page.url.endswith("/nl/zoeken/")


def test_other_pages_load_nothing_of_the_search(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("nl/")
    page.goto("nl/zoeken/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url] == []
    assert len([url for url in asked if "/search." in url]) == 1


def test_every_page_leads_to_the_search_of_its_language(page: Page) -> None:
    for path, leads_to in (
        ("nl/programmes/", "nl/zoeken/"),
        ("ar/walks/old-town/", "ar/search/"),
        ("ar/404.html", "ar/search/"),
    ):
        page.goto(path)
        link = page.locator(".site-header__search")
        assert link.get_attribute("href") == f"/stad/{leads_to}"
    page.goto("nl/")
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("link", name="Zoeken", exact=True).first.click()  # its glass alone is seen
    assert page.url.endswith("/nl/zoeken/")


def test_without_script_the_alphabet_is_there_and_no_field(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ar/search/")
    assert not page.locator(".search__field").is_visible()
    page.locator(".a-to-z__jump", has_text="م").click()
    assert "at-letter-" in page.url
    page.get_by_role("link", name="متطوع").click()
    assert "/ar/glossary/#" in page.url
    context.close()


def test_without_an_index_names_are_searched(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}/ar/search/?q=Zwemmen")
    page.locator(".search__link").wait_for()
    assert page.locator(".search__link").inner_text() == "السباحة للنساء"
    page.close()
