"""Whether everyone reaches everything: by keyboard, by thumb, zoomed in, respaced, on paper.

What is asked of a page is in reach.js. What axe-core judges already is not asked again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page

from samenleven.checks.axe import FIND_OVERFLOW, ColorScheme, Findings, describe
from samenleven.checks.browser import launch_options, opened_async_browser

SCRIPT = Path(__file__).with_name("reach.js")
MOST_STOPS = 500  # of the Tab key; a page with more has a trap that reach.js did not see


class View(NamedTuple):
    """A window, in CSS pixels, and a colour scheme."""

    width: int
    height: int
    scheme: ColorScheme

    def __str__(self) -> str:
        """Return it as findings name it."""
        return f"{self.width} {self.scheme}"


# The second is also 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10), where little room is left for what
# has the focus. Each colour scheme is seen once: a page takes its colours at every width alike.
VIEWS = (View(1280, 1024, "light"), View(320, 256, "dark"))


def check_reach(urls: Sequence[str], views: Sequence[View] = VIEWS) -> list[str]:
    """Return what keeps people from the pages, as `path: what: where (figure) (view)`, sorted.

    The same fault of the same kind of element is named once a page.
    """
    # A thread of its own: a caller that has Playwright open already has a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, check_views(urls, views, launch_options())).result()


async def check_views(
    urls: Sequence[str], views: Sequence[View], options: dict[str, Any]
) -> list[str]:
    """Check the views side by side, in one browser."""
    async with opened_async_browser(options) as browser:
        results = await asyncio.gather(*(check_view(browser, urls, view) for view in views))
    merged: Findings = defaultdict(set)
    for view, found in zip(views, results, strict=True):
        for finding in found:
            merged[finding].add(str(view))
    everywhere = {str(view) for view in views}
    return sorted(describe(path, what, shown, everywhere) for (path, what), shown in merged.items())


async def check_view(browser: Browser, urls: Sequence[str], view: View) -> set[tuple[str, str]]:
    """Return (path, what is wrong) of every page in one view."""
    context = await browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        reduced_motion="reduce",
    )
    await context.add_init_script(path=SCRIPT)
    page, found = await context.new_page(), set()
    for url in urls:
        await page.goto(url)
        found |= {(urlsplit(url).path, what) async for what in check_page(page)}
    await context.close()
    return found


async def check_page(page: Page) -> AsyncIterator[str]:
    """Yield what is wrong with an open page, which is spoilt afterwards."""
    wide = await page.evaluate(FIND_OVERFLOW)
    for what in wide:
        yield what
    found = [
        *await page.evaluate("reach.findPaleText()"),
        *[fault async for fault in walk_with_tab(page)],
        *await look_in_forced_colors(page),
        *await look_on_paper(page),
        *await respace(page),
        *([] if wide else await look_for_wide_spacing(page)),
    ]
    firsts = {(what, where): figure for what, where, figure in reversed(found)}
    for (what, where), figure in firsts.items():
        yield f"{what}: {where}" + (f" ({figure})" if figure else "")


async def walk_with_tab(page: Page) -> AsyncIterator[list[str]]:
    """Yield what is wrong at each stop of the Tab key, from the first to the last.

    What a stop can open is opened, and closed again when the walk has left it.
    """
    await page.evaluate("reach.startWalk()")
    for _ in range(MOST_STOPS):
        await page.keyboard.press("Tab")
        stop = await page.evaluate("reach.stop()")
        for fault in stop["found"]:
            yield fault
        if stop["isOver"]:
            return
        if stop["isClosed"]:
            await page.keyboard.press("Enter")


async def look_in_forced_colors(page: Page) -> list[list[str]]:
    """Return what is lost where the reader's own few colours replace those of the page."""
    await page.evaluate("reach.noteFilled()")
    await page.emulate_media(forced_colors="active")
    found: list[list[str]] = await page.evaluate("reach.findLostInForcedColors()")
    await page.emulate_media(forced_colors="null")
    return found


async def look_on_paper(page: Page) -> list[list[str]]:
    """Return what is printed in vain, and what should be."""
    await page.emulate_media(media="print")
    found: list[list[str]] = await page.evaluate("reach.findWrongInPrint()")
    await page.emulate_media(media="null")
    return found


async def respace(page: Page) -> list[list[str]]:
    """Return what cannot be read with the text spacing of WCAG 2.2, 1.4.12."""
    await page.evaluate("reach.spaceText()")
    found: list[list[str]] = await page.evaluate("reach.findSpacingFaults()")
    return found


async def look_for_wide_spacing(page: Page) -> list[list[str]]:
    """Return whether the spacing has made a page wider than the screen."""
    return [["spaced text", what, ""] for what in await page.evaluate(FIND_OVERFLOW)]
