"""Words are explained without script: in the browser, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served

PATHS = ("nl/places/buurthuis-ter-linde/", "ar/places/ter-linde/")


@pytest.fixture(scope="module")
def page(example_output: Path) -> Iterator[Page]:
    with served(example_output, "/stad") as address, opened_browser() as browser:
        context = browser.new_context(
            base_url=f"{address}/",
            java_script_enabled=False,
            viewport={"width": 360, "height": 640},
        )
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_touch_on_a_word_shows_what_it_means(page: Page, path: str) -> None:
    page.goto(path)
    note = page.locator("#term-ocmw")
    assert not note.is_visible()
    page.locator("button.term").first.click()
    assert note.is_visible()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.keyboard.press("Escape")
    assert not note.is_visible()


@pytest.mark.parametrize("path", PATHS)
def test_on_paper_the_explanations_stand_at_the_end(page: Page, path: str) -> None:
    page.goto(path)
    page.emulate_media(media="print")
    note, title = page.locator("#term-ocmw"), page.locator(".terms__title")
    assert note.is_visible()
    assert title.is_visible()
    last, first = page.locator(".prose").last.bounding_box(), note.bounding_box()
    assert last
    assert first
    assert first["y"] > last["y"] + last["height"]
    page.emulate_media(media="screen")
    assert not title.is_visible()
