"""A gallery as readers meet it: by mouse, by keys, without script, from right to left."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from samenleven.checks.axe import audit_pages
from samenleven.checks.browser import opened_browser
from samenleven.checks.reach import check_reach
from samenleven.checks.server import served

DUTCH, ARABIC = "nl/news/feest-in-beeld/", "ar/news/album/"
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
FOCUSED = "document.activeElement.className"
# What a screen reader or the Tab key can still come to.
REACHABLE = """() => [...document.querySelectorAll('a, button, summary, h1, h2')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .map(one => one.closest('.photo-view')?.id ?? one.outerHTML)"""


@pytest.fixture(scope="module")
def address(album_output: Path) -> Iterator[str]:
    with served(album_output, "/stad") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


def opened(
    browser: Browser, address: str, *, script: bool = False, width: int = 1280, motion: bool = True
) -> Page:
    return browser.new_context(
        base_url=f"{address}/",
        java_script_enabled=script,
        viewport=DESK if width == 1280 else PHONE,
        reduced_motion="no-preference" if motion else "reduce",
    ).new_page()


def open_photo(page: Page) -> str:
    """The id of the photo that fills the screen; "" for none."""
    shown = page.locator(".photo-view:visible")
    return shown.get_attribute("id") or "" if shown.count() else ""


@pytest.mark.parametrize("width", [360, 1280])
def test_without_script_a_photo_opens_goes_on_and_closes(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, address, width=width)
    page.goto(DUTCH)
    assert open_photo(page) == ""
    page.locator("#at-thumb-affiche").click()
    assert page.url.endswith(f"{DUTCH}#at-photo-affiche")
    assert open_photo(page) == "at-photo-affiche"
    view = page.locator(".photo-view:visible")
    assert view.locator(".photo-view__bar p").inner_text() == "Foto 2 van 27"
    assert "Feest bij huis 3." in view.inner_text()
    assert "Foto: Stad Lindebeek" in view.inner_text()
    assert view.get_by_role("link", name="Downloaden (PNG, 2 kB)").is_visible()
    box = view.bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    page.get_by_role("link", name="Volgende").click()
    assert open_photo(page) == "at-photo-straatfeest-e"
    page.get_by_role("link", name="Vorige").click()
    page.get_by_role("link", name="Vorige").click()
    assert open_photo(page) == "at-photo-dansje"
    assert page.get_by_role("link", name="Vorige").count() == 0  # it is the first
    page.get_by_role("link", name="Sluiten").click()
    assert open_photo(page) == ""
    assert page.locator("#at-thumb-dansje").is_visible()


def test_back_leads_to_where_the_reader_was(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.goto(DUTCH)
    page.locator("#at-thumb-affiche").click()
    page.get_by_role("link", name="Volgende").click()
    page.go_back()
    assert open_photo(page) == "at-photo-affiche"
    page.go_back()
    assert (open_photo(page), page.url) == ("", f"{address}/{DUTCH}")


def test_an_address_of_a_photo_opens_it_large(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.goto(f"{ARABIC}#at-photo-logo")
    assert open_photo(page) == "at-photo-logo"


def test_from_the_last_photo_of_a_page_the_next_page_opens(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.goto(DUTCH)
    last = page.locator(".photo-view").last.get_attribute("id")
    page.goto(f"{DUTCH}#{last}")
    page.get_by_role("link", name="Volgende").click()
    page.wait_for_url(f"{address}/{DUTCH}photos/2/#at-photo-*")
    assert page.locator(".photo-view__bar p:visible").inner_text() == "Foto 25 van 27"


@pytest.mark.parametrize("script", [True, False])
def test_the_keyboard_walks_through_an_open_photo_and_nothing_else(
    browser: Browser, address: str, script: bool
) -> None:
    page = opened(browser, address, script=True)  # to ask what has the focus
    if not script:
        page.route("**/photos.*.js", lambda route: route.abort())
    page.goto(DUTCH)
    page.locator("#at-thumb-affiche").focus()
    page.keyboard.press("Enter")
    assert set(page.evaluate(REACHABLE)) == {"at-photo-affiche"}
    walked = []
    for _ in range(4):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUSED).rpartition("__")[2])
    assert walked == ["button--close", "button--previous", "button--next", "download"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # the next photo
    assert open_photo(page) == "at-photo-straatfeest-e"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED).endswith("button--close")
    page.keyboard.press("Enter")
    assert open_photo(page) == ""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "at-thumb-drukwerk"  # the one behind it


@pytest.mark.parametrize(
    ("path", "onward", "back"),
    [(DUTCH, "ArrowRight", "ArrowLeft"), (ARABIC, "ArrowLeft", "ArrowRight")],
)
def test_the_arrow_keys_follow_the_order_of_reading_and_escape_closes(
    browser: Browser, address: str, path: str, onward: str, back: str
) -> None:
    page = opened(browser, address, script=True)
    page.goto(f"{path}#at-photo-dansje")
    page.keyboard.press(onward)
    assert open_photo(page) == "at-photo-affiche"
    page.keyboard.press(back)
    assert open_photo(page) == "at-photo-dansje"
    page.keyboard.press(back)  # nothing before the first
    assert open_photo(page) == "at-photo-dansje"
    page.keyboard.press("Escape")
    assert open_photo(page) == ""


def test_from_right_to_left_the_next_photo_is_at_the_left_and_no_photo_is_mirrored(
    browser: Browser, address: str
) -> None:
    places = {}
    for path in (DUTCH, ARABIC):
        page = opened(browser, address)
        page.goto(f"{path}#at-photo-affiche")
        view = page.locator(".photo-view:visible")
        boxes = [view.locator(f"[rel={rel}]").bounding_box() for rel in ("prev", "next")]
        assert boxes[0]
        assert boxes[1]
        places[path] = boxes[0]["x"] < boxes[1]["x"]
        picture = page.locator(".photo-view:visible img")
        assert picture.evaluate("one => getComputedStyle(one).transform") == "none"
    assert places == {DUTCH: True, ARABIC: False}


@pytest.mark.parametrize("motion", [True, False])
def test_who_wants_less_motion_gets_a_still(
    browser: Browser, address: str, album_output: Path, motion: bool
) -> None:
    from PIL import Image

    page = opened(browser, address, script=True, motion=motion)
    page.goto(f"{DUTCH}#at-photo-dansje")
    image = page.locator(".photo-view:visible img")
    source = image.evaluate("one => one.decode().then(() => one.currentSrc)")
    with Image.open(album_output / source.removeprefix(f"{address}/")) as picture:
        assert (getattr(picture, "n_frames", 1) > 1) is motion


@pytest.mark.alone
def test_nothing_moves_while_the_photos_come(browser: Browser, address: str) -> None:
    page = opened(browser, address, script=True, width=360)
    page.goto(DUTCH)
    page.wait_for_load_state()
    shift = page.evaluate(
        """() => new Promise(done => { let sum = 0
        new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
          .observe({type: 'layout-shift', buffered: true})
        setTimeout(() => done(sum), 300) })"""
    )
    assert shift == 0


def test_axe_and_htmlcs_find_nothing_with_a_photo_open(address: str) -> None:
    paths = (DUTCH, f"{DUTCH}#at-photo-affiche", f"{ARABIC}#at-photo-dansje", f"{ARABIC}photos/2/")
    assert audit_pages([f"{address}/{path}" for path in paths]) == []


def test_everyone_reaches_everything_with_a_photo_open(address: str) -> None:
    paths = (DUTCH, f"{DUTCH}#at-photo-affiche", f"{ARABIC}#at-photo-affiche")
    found = check_reach([f"{address}/{path}" for path in paths])
    assert [line for line in found if "photo" in line.partition(": ")[2]] == []


def test_the_script_of_photos_is_at_most_half_a_kilobyte(album_output: Path) -> None:
    (file,) = (album_output / "theme").glob("photos.*.js")
    assert len(gzip.compress(file.read_bytes(), 9)) <= 500
