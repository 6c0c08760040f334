"""The web app manifest of each language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served

ISOLATES = re.compile("[\u2066-\u2069]")  # around Dutch names in Arabic
LANGS = {"nl": "ltr", "fr": "ltr", "ar": "rtl"}


@pytest.mark.parametrize(("lang", "direction"), LANGS.items())
def test_a_manifest_is_in_its_language_and_stays_below_the_base_path(
    example_output: Path, lang: str, direction: str
) -> None:
    manifest = json.loads((example_output / lang / "manifest.json").read_text("utf-8"))
    home = html.fromstring((example_output / lang / "index.html").read_bytes())
    name = home.xpath("string(.//*[@class='site-header__name'])")
    icons = manifest.pop("icons")
    manifest["name"] = ISOLATES.sub("", manifest["name"])
    assert manifest == {
        "id": f"/stad/{lang}/",
        "name": name,
        "lang": lang,
        "dir": direction,
        "start_url": f"/stad/{lang}/",
        "scope": "/stad/",
        "display": "minimal-ui",
        "background_color": "#f2ead8",
        "theme_color": "#1d3259",
    }
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in icons:
        file = example_output / str(icon["src"]).removeprefix("/stad/")
        with Image.open(file) as image:
            assert (image.format, "x".join(map(str, image.size))) == ("PNG", icon["sizes"])


def test_first_pages_name_the_manifest_of_their_language(example_output: Path) -> None:
    for page in example_output.rglob("*.html"):
        links = html.fromstring(page.read_bytes()).findall(".//link[@rel='manifest']")
        lang, *rest = page.relative_to(example_output).parts
        is_first = lang in LANGS and rest in (["index.html"], ["nl", "index.html"])  # and beside
        expected = [f"/stad/{lang}/manifest.json"] if is_first else []
        assert [link.get("href") for link in links] == expected


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.mark.parametrize("lang", LANGS)
def test_a_browser_finds_no_fault_in_it(browser: Browser, example_output: Path, lang: str) -> None:
    with served(example_output, "/stad") as address:
        page = browser.new_page()
        page.goto(f"{address}/{lang}/")
        devtools = page.context.new_cdp_session(page)
        read = devtools.send("Page.getAppManifest")
        page.close()
    assert read["errors"] == []
    assert urlsplit(read["url"]).path == f"/stad/{lang}/manifest.json"
