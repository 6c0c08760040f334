"""A Chromium to look at the site with: the one of the machine, or else one installed for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Browser as AsyncBrowser
from playwright.async_api import async_playwright
from playwright.sync_api import Browser, sync_playwright

from samenleven.checks.packages import announce, install_package

FLAGS = (
    "--headless",
    "--no-sandbox",  # containers and build machines forbid the sandbox; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
MACOS_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PROGRAMS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


class BrowserError(Exception):
    """Raised when there is no browser and none can be installed."""


def usual_places() -> Iterator[Path]:
    """Yield where browsers lie on macOS and Windows, which do not put them on the PATH."""
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / app for app in MACOS_APPS)
    for name in WINDOWS_FOLDERS:
        if name in os.environ:
            yield from (Path(os.environ[name], program) for program in WINDOWS_PROGRAMS)


def find_browser() -> Path | None:
    """Return an installed browser; None when the machine has none."""
    on_path = (shutil.which(command) for command in COMMANDS)
    found = next((Path(path) for path in on_path if path), None)
    return found or next((place for place in usual_places() if place.is_file()), None)


def has_own_browser() -> bool:
    """Return whether Playwright's own Chromium is installed and starts here.

    Starting is the test: on Linux it may be there without the libraries it needs.
    """
    with sync_playwright() as playwright:
        if not Path(playwright.chromium.executable_path).is_file():
            return False
        try:
            playwright.chromium.launch(args=list(FLAGS)).close()
        except Exception:  # whatever the reason, another browser must be found
            return False
    return True


def install_own_browser() -> bool:
    """Install Playwright's own Chromium and return whether it starts."""
    announce("Installing Playwright's Chromium (python -m playwright install chromium) ...")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0 and has_own_browser()


def install_system_browser() -> Path | None:
    """Install the package of Debian or Ubuntu and return its browser; None when that fails."""
    return find_browser() if install_package("chromium") else None


@cache
def ensure_browser() -> Path | None:
    """Return the browser to use, installed now if need be; None means Playwright's own.

    Raises:
        BrowserError: the machine has none and none could be installed.
    """
    browser = find_browser()
    if browser or has_own_browser() or install_own_browser():
        return browser
    browser = install_system_browser()
    if browser is None:
        raise BrowserError("There is no Chromium, Chrome or Edge here. Install one of them.")
    return browser


def launch_options() -> dict[str, Any]:
    """Return what Playwright's `launch()` needs to open that browser."""
    return {"executable_path": ensure_browser(), "args": list(FLAGS)}


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Open the browser, and close it afterwards."""
    options = launch_options()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@asynccontextmanager
async def opened_async_browser(options: dict[str, Any]) -> AsyncIterator[AsyncBrowser]:
    """Open the browser for several pages at once; `options` are those of `launch_options()`.

    They are an argument because finding a browser blocks, which no coroutine may.
    """
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**options)
        yield browser
        await browser.close()
