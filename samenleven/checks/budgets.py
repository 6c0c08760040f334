"""What a page costs at its first view: bytes over the wire, requests, nodes, leaps of the layout.

Sizes are those of a host that compresses: text as gzip -9, what is packed already as it is. A
kB is 1000 bytes.
"""

from __future__ import annotations

import asyncio
import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.async_api import APIRequestContext, Browser, Page, Response, Route

from samenleven.checks.axe import REFRESH, describe, origin_of
from samenleven.checks.browser import launch_options, opened_async_browser

KB = 1000
LIMITS = {"html": 15 * KB, "css": 12 * KB, "js": 6 * KB, "fonts": 60 * KB, "images": 120 * KB}
MOST_IN_ALL = 250 * KB
MOST_IN_MEDIAN_PAGE = 100 * KB
MOST_REQUESTS = 12
MOST_NODES = 800
MOST_SHIFT = 0.01  # cumulative layout shift, of 0.1 that count as good (web.dev/articles/cls)
# Milliseconds after the page itself. Fonts and pictures that come this late, as they do on a slow
# network, find the text painted, and show whether room was kept for them.
DELAY = 300
LATE = ("font", "image")

# How Playwright calls what a page loads. The rest ("fetch", "manifest" ...) counts in all.
KINDS = {"document": "html", "stylesheet": "css", "script": "js", "font": "fonts"}
KINDS |= {"image": "images", "media": "images"}
PACKED = ("font/woff", "image/avif", "image/gif", "image/jpeg", "image/png", "image/webp", "video/")

# A browser without a window may leave icon and manifest out, or fetch them late; with a window it
# fetches one icon.
FIND_EXTRAS = """() => {
  const icons = [...document.querySelectorAll('link[rel~=icon]')]
  const icon = icons.find(({type}) => type === 'image/svg+xml') ?? icons.at(-1)
  const manifest = document.querySelector('link[rel=manifest]')
  const known = new Set([...icons, manifest].map(link => link?.href))
  const extras = Object.entries({images: icon?.href, other: manifest?.href})
  return {known: [...known].filter(Boolean), extras: extras.filter(([, url]) => url)}
}"""

# On a slow network text is painted before the whole page is read; here that would be chance.
# Scripts that wait for the whole page are told two frames later, so that what they move shows.
PAINT_FIRST = """addEventListener('DOMContentLoaded', event => {
  if (!event.isTrusted) return
  event.stopImmediatePropagation()
  const tell = () => document.dispatchEvent(new Event('DOMContentLoaded', {bubbles: true}))
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell)))
}, true)"""

# What a browser fetches early, though readers may never scroll to it, is no part of the first view.
FIND_BELOW = """() => {
  const isBelow = image =>
    image.loading === 'lazy' && image.getBoundingClientRect().top >= innerHeight
  const images = [...document.images]
  const seen = new Set(images.filter(image => !isBelow(image)).map(image => image.currentSrc))
  return images.filter(isBelow).map(image => image.currentSrc).filter(url => !seen.has(url))
}"""

SETTLE = """async () => {
  await document.fonts.ready
  for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame)
}"""

ADD_SHIFTS = """() => new Promise(resolve => {
  const add = (sum, {value, hadRecentInput}) => hadRecentInput ? sum : sum + value
  const observer = new PerformanceObserver(list => resolve(list.getEntries().reduce(add, 0)))
  observer.observe({type: 'layout-shift', buffered: true})
  setTimeout(() => resolve(observer.takeRecords().reduce(add, 0)), 100)
})"""


class Device(NamedTuple):
    """A screen: its size in CSS pixels, and how many real ones each of them has."""

    name: str
    width: int
    height: int
    density: float


PHONE = Device("phone", 412, 823, 1.75)  # the one of Lighthouse
DESK = Device("desk", 1280, 800, 1)
DEVICES = (PHONE, DESK)


@dataclass
class Cost:
    """What the first view of a page loads, and how it comes to rest."""

    sizes: Counter[str] = field(default_factory=Counter)  # of a kind, in bytes
    requests: int = 0
    third_parties: set[str] = field(default_factory=set)  # addresses
    nodes: int = 0  # elements
    shift: float = 0  # cumulative layout shift

    @property
    def total(self) -> int:
        """Return the bytes of all that is loaded."""
        return self.sizes.total()

    def add(self, kind: str, body: bytes, content_type: str) -> None:
        """Add one file."""
        self.requests += 1
        self.sizes[kind] += transfer_size(body, content_type)


def transfer_size(body: bytes, content_type: str) -> int:
    """Return how many bytes of a file a compressing host sends, headers left out."""
    return len(body) if content_type.startswith(PACKED) else len(gzip.compress(body, 9, mtime=0))


def check_budgets(urls: Sequence[str], devices: Sequence[Device] = DEVICES) -> list[str]:
    """Return what is over its budget as `path: figure, at most limit (device)`, sorted.

    Pages that only redirect are left out.
    """
    # A thread of its own: a caller that has Playwright open already has a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        costs = thread.submit(asyncio.run, measure_pages(urls, devices, launch_options())).result()
    everywhere = {device.name for device in devices}
    found: dict[tuple[str, str], set[str]] = {}
    for (path, name), cost in costs.items():
        for what in judge(cost):
            found.setdefault((path, what), set()).add(name)
    lines = sorted(describe(path, what, names, everywhere) for (path, what), names in found.items())
    return [*lines, *judge_median([cost.total for cost in costs.values()])]


async def measure_pages(
    urls: Sequence[str], devices: Sequence[Device], options: dict[str, Any]
) -> dict[tuple[str, str], Cost]:
    """Return the cost of each page by (path, device), the devices measured side by side."""
    costs: dict[tuple[str, str], Cost] = {}

    async def measure_on(browser: Browser, device: Device) -> None:
        for url in urls:
            cost = await measure_page(browser, url, device)
            if cost:
                costs[urlsplit(url).path, device.name] = cost

    async with opened_async_browser(options) as browser:
        await asyncio.gather(*(measure_on(browser, device) for device in devices))
    return costs


async def measure_page(browser: Browser, url: str, device: Device) -> Cost | None:
    """Return what a page costs a browser that has nothing of it yet; None when it redirects."""
    context = await browser.new_context(
        viewport={"width": device.width, "height": device.height},
        device_scale_factor=device.density,
    )
    try:
        if REFRESH.search(await (await context.request.get(url)).text()):
            return None
        return await measure(await context.new_page(), url)
    finally:
        await context.close()


async def measure(page: Page, url: str) -> Cost:
    """Return what an address costs; the page is new."""
    cost, responses, late = Cost(), list[Response](), LateFiles()

    async def pass_on(route: Route) -> None:
        if origin_of(route.request.url) == origin_of(url):
            return await late.pass_on(route)
        cost.third_parties.add(route.request.url)
        return await route.abort()

    await page.add_init_script(PAINT_FIRST)
    page.on("response", lambda response: responses.append(response))
    await page.route(lambda address: address.startswith(("http", "ws")), pass_on)
    await page.goto(url, wait_until="domcontentloaded")
    await page.wait_for_timeout(DELAY)
    await late.release()
    await page.wait_for_load_state()
    await page.evaluate(SETTLE)
    found = await page.evaluate(FIND_EXTRAS)
    left_out = {*found["known"], *await page.evaluate(FIND_BELOW)}
    for response in [one for one in responses if one.url not in left_out]:
        kind = KINDS.get(response.request.resource_type, "other")
        cost.add(kind, await response.body(), response.headers.get("content-type", ""))
    await add_extras(page.context.request, cost, found["extras"])
    cost.nodes = await page.evaluate("document.querySelectorAll('*').length")
    cost.shift = await page.evaluate(ADD_SHIFTS)
    return cost


@dataclass
class LateFiles:
    """Holds fonts and pictures back until the text stands, so that what they push away shows."""

    held: list[Route] = field(default_factory=list)
    is_open: bool = False

    async def pass_on(self, route: Route) -> None:
        """Let a request through, unless it is of the late ones and too early."""
        if route.request.resource_type in LATE and not self.is_open:
            self.held.append(route)
        else:
            await route.continue_()

    async def release(self) -> None:
        """Let all through."""
        self.is_open = True
        for route in self.held:
            await route.continue_()


async def add_extras(client: APIRequestContext, cost: Cost, extras: list[tuple[str, str]]) -> None:
    """Add the icon and the manifest of a page, as (kind, address)."""
    for kind, address in extras:
        response = await client.get(address)
        cost.add(kind, await response.body(), response.headers.get("content-type", ""))


def judge(cost: Cost) -> Iterator[str]:
    """Yield each figure of a page that is over its limit."""
    for kind, most in LIMITS.items():
        if cost.sizes[kind] > most:
            yield f"{kind} {in_kb(cost.sizes[kind])}, at most {in_kb(most)}"
    if cost.total > MOST_IN_ALL:
        yield f"{in_kb(cost.total)} in all, at most {in_kb(MOST_IN_ALL)}"
    if cost.requests > MOST_REQUESTS:
        yield f"{cost.requests} requests, at most {MOST_REQUESTS}"
    if cost.nodes > MOST_NODES:
        yield f"{cost.nodes} elements, at most {MOST_NODES}"
    if cost.shift > MOST_SHIFT:
        yield f"layout shift {cost.shift:.3f}, at most {MOST_SHIFT}"
    for address in sorted(cost.third_parties):
        yield f"asks another host: {address}"


def judge_median(totals: Sequence[int]) -> Iterator[str]:
    """Yield the total of the median page when that is over its limit."""
    if totals and median(totals) > MOST_IN_MEDIAN_PAGE:
        figure, most = in_kb(median(totals)), in_kb(MOST_IN_MEDIAN_PAGE)
        yield f"the median page: {figure} in all, at most {most}"


def in_kb(size: float) -> str:
    """Return a size as people read it."""
    return f"{size / KB:.1f} kB"
