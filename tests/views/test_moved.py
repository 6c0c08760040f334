"""What stands at an old address, for hosts that do not redirect."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served

URL = "https://lindebeek.example/stad"
OLD = [
    ("nl/programmes/babbelcafe/", "nl/programmes/taalcafe/", "nl"),
    ("fr/programmes/praatcafe/", "fr/programmes/taalcafe/", "fr"),
    ("ar/programmes/talking-cafe/", "ar/programmes/language-cafe/", "ar"),
]


@pytest.mark.parametrize(("old", "new", "lang"), OLD)
def test_a_page_leads_on_at_once_and_in_words(
    example_output: Path, old: str, new: str, lang: str
) -> None:
    page = html.document_fromstring((example_output / old / "index.html").read_bytes().decode())
    assert page.get("lang") == lang
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url=/stad/{new}"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@hreflang]") == []
    assert page.xpath("//main//p/a/@href") == [f"/stad/{new}"]
    # A page that is not translated is that of its source for search engines.
    own = new if lang != "fr" else f"nl/{new.removeprefix('fr/')}"
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}/{own}"]


def test_the_words_around_the_link_are_the_readers(example_output: Path) -> None:
    page = html.document_fromstring(
        (example_output / "fr/programmes/praatcafe/index.html").read_bytes().decode()
    )
    assert page.xpath("//h1/text()") == ["Cette page a une nouvelle adresse"]
    label = page.find(".//main//p/a/span")
    assert label is not None
    assert (label.text, label.get("lang")) == ("Taalcafé", "nl")


def test_an_old_address_is_in_no_sitemap(example_output: Path) -> None:
    assert "babbelcafe" not in (example_output / "sitemap.xml").read_text("utf-8")


def test_a_browser_arrives_without_script(example_output: Path) -> None:
    with served(example_output, "/stad") as address, opened_browser() as browser:
        tab = browser.new_context(java_script_enabled=False).new_page()
        tab.goto(f"{address}/ar/programmes/talking-cafe/")
        tab.wait_for_url(f"{address}/ar/programmes/language-cafe/")
