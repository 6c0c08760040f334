"""Reading without internet, in a browser whose network is cut; at the root and below a path."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import SiteHandler, served
from tests.conftest import EXAMPLE, TODAY, Build
from tests.offline.waiting import wait_until

WORKERS = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"
KEEP = "Bewaar deze pagina voor als je geen internet hebt"
KEPT = "Deze pagina is bewaard. Weghalen"
READY = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def at_root(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site as it is at the root of a host."""
    output = tmp_path_factory.mktemp("root") / "output"
    settings = {"SITEURL": "https://lindebeek.example", "SEARCH_INDEX": False}
    done = build(EXAMPLE, OUTPUT_PATH=str(output), TODAY=TODAY.isoformat(), **settings)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="module", params=["/stad", ""])
def address(request: pytest.FixtureRequest, example_output: Path, at_root: Path) -> Iterator[str]:
    base = request.param
    with served(example_output if base else at_root, base) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=f"{address}/")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def keep(page: Page, path: str) -> None:
    """Keep a page, and wait until the worker answers for the site."""
    page.goto(path)
    button = page.locator(".keep-page")
    button.click()
    page.locator(f".keep-page:text-is('{button.get_attribute('data-kept')}')").wait_for()
    wait_until(page, READY)


def cut(context: BrowserContext) -> None:
    context.set_offline(True)


def test_nothing_is_stored_before_a_reader_asks(page: Page) -> None:
    for path in ("nl/", "nl/programmes/taalcafe/", "nl/zonder-internet/", "nl/zoeken/"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert page.evaluate(WORKERS) == []
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("localStorage.length") == 0


def test_a_kept_page_is_read_with_the_network_cut(page: Page, address: str) -> None:
    keep(page, "ar/programmes/swimming/")
    cut(page.context)
    page.goto("ar/programmes/swimming/")
    assert page.locator("h1").inner_text() == "السباحة للنساء"
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(251, 248, 241)"
    broken = "[...document.images].filter((image) => image.complete && !image.naturalWidth).length"
    assert page.evaluate(broken) == 0
    assert page.evaluate(WORKERS) == [f"{address}/"]


@pytest.mark.parametrize(
    ("kept", "other", "title"),
    [
        ("nl/programmes/taalcafe/", "nl/news/", "Lezen zonder internet"),
        ("ar/programmes/swimming/", "ar/places/ter-linde/", "القراءة بدون إنترنت"),
    ],
)
def test_another_page_says_so_and_lists_what_is_kept(
    page: Page, address: str, kept: str, other: str, title: str
) -> None:
    keep(page, kept)
    name = page.locator("h1").inner_text()
    cut(page.context)
    page.goto(other)
    assert page.locator("h1").inner_text() == title
    page.locator(".kept-pages__missing").wait_for()
    if kept.startswith("nl/"):
        said = "Je hebt nu geen internet, en je hebt deze pagina niet bewaard."
        assert page.locator(".kept-pages__missing").inner_text() == said
    page.locator(".kept-pages__link").click()
    expect(page).to_have_url(f"{address}/{kept}")
    expect(page.locator("h1")).to_have_text(name)


def test_a_language_that_is_opened_later_has_its_own_page(page: Page) -> None:
    keep(page, "nl/programmes/taalcafe/")
    page.goto("fr/")
    wait_until(page, "caches.match('sans-internet/')")
    cut(page.context)
    page.goto("fr/news/")
    assert page.locator("h1").inner_text() == "Lire sans internet"


class SlowHandler(SiteHandler):
    """Answers for one page only when it is told to."""

    may_answer = Event()

    def send_head(self) -> BytesIO | BinaryIO | None:
        if self.path.endswith("/taalcafe/"):
            self.may_answer.wait(30)
        return super().send_head()


def test_with_internet_a_kept_page_is_the_newest(
    browser: Browser, example_output: Path, tmp_path: Path
) -> None:
    shutil.copytree(example_output, tmp_path / "site")
    file = tmp_path / "site/nl/programmes/taalcafe/index.html"
    with served(tmp_path / "site", "/stad") as address:
        page = browser.new_page(base_url=f"{address}/")
        keep(page, "nl/programmes/taalcafe/")
        file.write_text(file.read_text("utf-8").replace("Taalcafé", "Nieuw café"), "utf-8")
        page.reload()
        assert page.locator("h1").inner_text() == "Nieuw café"
        wait_until(
            page,
            "caches.match(location.pathname).then((page) => page?.text())"
            ".then((text) => text?.includes('Nieuw café'))",
        )
        page.context.set_offline(True)
        page.reload()
        assert page.locator("h1").inner_text() == "Nieuw café"
        page.close()


def test_a_kept_page_does_not_wait_for_ever(browser: Browser, example_output: Path) -> None:
    SlowHandler.may_answer.set()
    with served(example_output, "/stad", SlowHandler) as address:
        page = browser.new_page(base_url=f"{address}/")
        keep(page, "nl/programmes/taalcafe/")
        page.goto("nl/")
        SlowHandler.may_answer.clear()
        page.goto("nl/programmes/taalcafe/")
        assert page.locator("h1").inner_text() == "Taalcafé"
        SlowHandler.may_answer.set()
        page.close()


def test_only_what_was_asked_for_is_kept(page: Page, address: str) -> None:
    keep(page, "nl/programmes/taalcafe/")
    page.goto("nl/news/")
    page.goto("nl/nergens/")
    page.evaluate("fetch('feed.atom').catch(() => 0)")
    page.goto("nl/")
    names = page.evaluate("caches.keys()")
    base = address.partition("//")[2].partition("/")[2]
    folder = f"/{base}/" if base else "/"
    assert sorted(name.rpartition(":")[0] for name in names) == [
        f"samenleven:{folder}kept",
        f"samenleven:{folder}theme",
    ]
    all_urls = page.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const requests = await Promise.all(caches_.map((cache) => cache.keys()));
          return requests.flat().map(({ url }) => new URL(url).pathname);
        }"""
    )
    pages = {url for url in all_urls if url.endswith("/")}
    assert pages == {f"{folder}nl/programmes/taalcafe/", f"{folder}nl/zonder-internet/"}
    others = {url.removeprefix(folder).partition("/")[0] for url in all_urls if url not in pages}
    assert others <= {"theme", "media", "nl"}


def test_a_page_can_be_taken_away(page: Page) -> None:
    keep(page, "nl/programmes/taalcafe/")
    page.get_by_role("button", name=KEPT).click()
    page.get_by_role("button", name=KEEP).wait_for()
    keep(page, "nl/news/")
    page.goto("nl/zonder-internet/")
    # The list is written by a script, after the page has come.
    expect(page.locator(".kept-pages__link")).to_have_text(["Nieuws"])
    page.get_by_role("button", name="Weghalen: Nieuws").click()
    page.get_by_text("Je hebt nog geen pagina bewaard.").wait_for()


def test_a_reader_can_turn_it_all_off(page: Page) -> None:
    keep(page, "nl/programmes/taalcafe/")
    page.evaluate("caches.open('of-another-site')")
    page.goto("nl/zonder-internet/")
    page.get_by_role("button", name="Alles weghalen en dit uitzetten").click()
    page.get_by_text("Je hebt nog geen pagina bewaard.").wait_for()
    assert page.evaluate(WORKERS) == []
    assert page.evaluate("caches.keys()") == ["of-another-site"]


def test_what_cannot_be_kept_says_so(page: Page) -> None:
    page.goto("nl/programmes/taalcafe/")
    page.locator(".keep-page:not([hidden])").wait_for()
    cut(page.context)
    page.locator(".keep-page").click()
    page.get_by_role("button", name="Bewaren lukte niet. Probeer opnieuw").wait_for()
    assert page.evaluate("caches.keys()") == []


def test_without_script_there_is_no_button(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/nl/zonder-internet/")
    assert not page.locator(".keep-page").is_visible()
    assert not page.locator(".kept-pages").is_visible()
    assert page.get_by_role("heading", name="Hoe bewaar je een pagina?").is_visible()
    context.close()
