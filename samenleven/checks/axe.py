"""What a real browser says of the pages, light and dark, wide and narrow."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.async_api import Browser, ConsoleMessage, Page, Request

from samenleven.checks.browser import launch_options, opened_async_browser
from samenleven.checks.node import PACKAGES, install_node_packages

SCRIPTS = ("axe-core/axe.min.js", "html_codesniffer/build/HTMLCS.js")  # in node_modules
HEIGHT = 800  # CSS pixels
NARROWEST = 320  # CSS pixels: WCAG 2.2, 1.4.10 Reflow
REFRESH = re.compile(r"<meta[^>]+http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)

# axe takes joined Arabic letters for icons and leaves their contrast out (axe-core 3867), so
# Latin letters stand in for them while it looks at colours. The other rules see the real text.
RUN_AXE = """async () => {
  const run = async options => {
    const {violations} = await axe.run({resultTypes: ['violations'], preload: false, ...options})
    return violations.flatMap(({id, help, nodes}) =>
      nodes.map(node => `axe ${id}: ${help}: ${node.target.join(' ')}`))
  }
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found = await run({runOnly, rules: {'color-contrast': {enabled: false}}})
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const real = new Map()
  while (texts.nextNode()) {
    const {currentNode: node} = texts
    if (!/\\p{Script=Arabic}/u.test(node.data)) continue
    real.set(node, node.data)
    node.data = node.data.replace(/\\p{Script=Arabic}/gu, 'n')
  }
  found.push(...await run({runOnly: {type: 'rule', values: ['color-contrast']}}))
  real.forEach((text, node) => { node.data = text })
  return found
}"""

RUN_CODE_SNIFFER = """() => new Promise((resolve, reject) => {
  const name = element => element?.outerHTML?.match(/<[^>]*>/)[0] ?? 'document'
  HTMLCS.process('WCAG2AA', document, () => resolve(
    HTMLCS.getMessages().filter(({type}) => type === HTMLCS.ERROR)
      .map(({code, msg, element}) => `htmlcs ${code}: ${msg}: ${name(element)}`)), reject)
})"""

# One pixel more is rounding. Named is the innermost element that sticks out on either side.
FIND_OVERFLOW = """() => {
  const {scrollWidth, clientWidth} = document.documentElement
  if (scrollWidth <= clientWidth + 1) return []
  const wide = [...document.body.querySelectorAll('*')].findLast(element => {
    const {left, right} = element.getBoundingClientRect()
    return right > clientWidth + 1 || left < -1
  })
  return [`wider than the screen: ${wide?.outerHTML.match(/<[^>]*>/)[0] ?? 'the page'}`]
}"""

TAKE_STORAGE = """() => Object.entries({localStorage, sessionStorage}).flatMap(entry => {
  const [name, storage] = entry
  const found = Object.keys(storage).map(key => `keeps "${key}" in ${name}`)
  storage.clear()
  return found
})"""

ColorScheme = Literal["light", "dark"]
Findings = dict[tuple[str, str], set[str]]  # (path, what is wrong): the modes that show it


@dataclass
class Witness:
    """Writes down what a page does by itself while it is open."""

    origin: str = ""
    lines: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to a page, through all that it visits."""
        page.on("request", self.note_request)
        page.on("console", self.note_console)
        page.on("pageerror", lambda error: self.lines.append(f"script: {error}"))

    def note_request(self, request: Request) -> None:
        """Note a request that leaves the site."""
        if request.url.startswith(("http", "ws")) and origin_of(request.url) != self.origin:
            self.lines.append(f"asks another host: {request.url}")

    def note_console(self, message: ConsoleMessage) -> None:
        """Note an error, unless it only repeats that another host did not answer."""
        source = message.location["url"]
        if message.type == "error" and (not source or origin_of(source) == self.origin):
            self.lines.append(f"console: {message.text} [{urlsplit(source).path}]")


def origin_of(url: str) -> str:
    """Return scheme and host of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def audit_pages(
    urls: Sequence[str],
    widths: Sequence[int] = (1280, 360),
    schemes: Sequence[ColorScheme] = ("light", "dark"),
) -> list[str]:
    """Return what is wrong with the pages as `path: what (where it shows)`, sorted.

    Run are axe-core and HTML_CodeSniffer (errors of WCAG2AA), once for each width, in CSS pixels,
    and colour scheme. Pages that only redirect are left out.
    """
    install_node_packages()
    # A thread of its own: a caller that has Playwright open already has a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        audit = audit_schemes(urls, widths, schemes, launch_options())
        return thread.submit(asyncio.run, audit).result()


async def audit_schemes(
    urls: Sequence[str],
    widths: Sequence[int],
    schemes: Sequence[ColorScheme],
    options: dict[str, Any],
) -> list[str]:
    """Audit the colour schemes side by side, in one browser."""
    async with opened_async_browser(options) as browser:
        audits = (audit_scheme(browser, urls, widths, scheme) for scheme in schemes)
        results = await asyncio.gather(*audits)
    merged: Findings = defaultdict(set)
    for result in results:
        for finding, modes in result.items():
            merged[finding] |= modes
    everywhere = {f"{width} {scheme}" for width in widths for scheme in schemes}
    return sorted(describe(path, what, modes, everywhere) for (path, what), modes in merged.items())


def describe(path: str, what: str, modes: set[str], everywhere: set[str]) -> str:
    """Return one line; where it shows is left out when that is everywhere."""
    return f"{path}: {what}" + ("" if modes >= everywhere else f" ({', '.join(sorted(modes))})")


async def audit_scheme(
    browser: Browser, urls: Sequence[str], widths: Sequence[int], scheme: ColorScheme
) -> Findings:
    """Audit every page in one colour scheme, one after the other in one tab."""
    context = await browser.new_context(
        color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    for script in SCRIPTS:
        await context.add_init_script(path=PACKAGES / script)
    page, witness = await context.new_page(), Witness()
    witness.watch(page)
    found: Findings = defaultdict(set)
    for url in urls:
        if REFRESH.search(await (await context.request.get(url)).text()):
            continue
        async for width, what in audit_page(page, witness, url, widths):
            found[urlsplit(url).path, what].add(f"{width} {scheme}")
    await context.close()
    return found


async def audit_page(
    page: Page, witness: Witness, url: str, widths: Sequence[int]
) -> AsyncIterator[tuple[int, str]]:
    """Yield (width, what is wrong), the page loaded once and resized after."""
    witness.origin, witness.lines = origin_of(url), []
    await resize(page, widths[0])
    await page.goto(url)
    private = await look_for_storage(page)
    for width in widths:
        await resize(page, width)
        for script in (FIND_OVERFLOW, RUN_AXE, RUN_CODE_SNIFFER):
            for what in await page.evaluate(script):
                yield width, what
    await resize(page, NARROWEST)
    for what in await page.evaluate(FIND_OVERFLOW):
        yield NARROWEST, what
    for width in widths:
        for what in [*private, *witness.lines]:
            yield width, what


async def look_for_storage(page: Page) -> list[str]:
    """Return what a page keeps in the browser, and remove it before the next page loads."""
    cookies = await page.context.cookies()
    await page.context.clear_cookies()
    kept = [f'sets the cookie "{cookie["name"]}"' for cookie in cookies]
    return [*kept, *await page.evaluate(TAKE_STORAGE)]


async def resize(page: Page, width: int) -> None:
    """Make the window as wide as told, in CSS pixels."""
    await page.set_viewport_size({"width": width, "height": HEIGHT})
