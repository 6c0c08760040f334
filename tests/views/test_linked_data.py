"""What search engines and social networks read of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markupsafe import Markup
from PIL import Image

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served
from samenleven.languages.site import Site
from samenleven.languages.urls import file_of
from samenleven.model.source import Place
from samenleven.views.linked_data import describe, write_script

URL = "https://lindebeek.example/stad"
# Of schema.org, what the guides of search engines ask for and what a reader can use.
NEEDED = {
    "WebSite": {"name", "url", "inLanguage"},
    "GovernmentService": {"name", "url", "description", "provider", "audience", "areaServed"},
    "Event": {"name", "url", "eventStatus", "inLanguage"},
    "NewsArticle": {"headline", "url", "datePublished", "dateModified", "image", "publisher"},
    "Place": {"name", "url"},
    "GovernmentOffice": {"name", "url", "address", "telephone", "email"},
    "GovernmentOrganization": {"name", "url"},
    "EducationalOrganization": {"name", "url"},
    "Organization": {"name", "url"},
}
LARGEST = 1500  # bytes


def pages(output: Path) -> list[tuple[str, html.HtmlElement]]:
    return [
        (file.relative_to(output).as_posix(), html.document_fromstring(file.read_bytes().decode()))
        for file in sorted(output.rglob("*.html"))
    ]


@pytest.fixture(scope="module")
def told(example_output: Path) -> dict[str, dict[str, Any]]:
    """The data of each page that has any."""
    found = {}
    for path, page in pages(example_output):
        for script in page.xpath("//script[@type='application/ld+json']"):
            assert path not in found
            found[path] = json.loads(script.text)
    return found


def data_of(site: Site, section: str, key: str, lang: str = "nl") -> dict[str, Any]:
    entry = site.version(Place(section, key), lang)
    data: dict[str, Any] = json.loads(describe(entry, site, "https://x.example/p.png"))
    return data


def test_each_type_has_what_it_needs_and_nothing_empty(told: dict[str, dict[str, Any]]) -> None:
    assert {"GovernmentService", "Event", "NewsArticle", "Place"} <= {
        data["@type"] for data in told.values()
    }
    for path, data in told.items():
        assert NEEDED[data["@type"]] - data.keys() == set(), path
        assert [key for key, value in data.items() if value in ("", None, [], {})] == [], path
        assert data["@context"] == "https://schema.org/"
        assert file_of(data["url"].removeprefix(f"{URL}/")) == path


def test_only_pages_that_engines_show_tell_anything(
    told: dict[str, dict[str, Any]], example_output: Path
) -> None:
    hidden = [path for path, page in pages(example_output) if page.xpath("//meta[@name='robots']")]
    assert [path for path in hidden if path in told] == []


def test_it_is_small(example_output: Path) -> None:
    sizes = {
        path: len("".join(page.xpath("//script[@type='application/ld+json']/text()")).encode())
        for path, page in pages(example_output)
    }
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_a_date_and_time_has_its_offset(example_site: Site) -> None:
    assert data_of(example_site, "events", "winter-meal")["startDate"].endswith(":00+01:00")


def test_an_hour_of_each_week_is_a_schedule(example_site: Site) -> None:
    schedules = data_of(example_site, "events", "talking-hours")["eventSchedule"]
    assert {"@type", "repeatFrequency", "scheduleTimezone", "byDay", "startTime"} <= set(
        schedules[0]
    )
    assert schedules[0]["repeatFrequency"] == "P1W"
    assert schedules[0]["byDay"].startswith("https://schema.org/")


def test_a_point_without_coordinates_is_left_out(example_site: Site) -> None:
    places = [data_of(example_site, "places", key) for key in ("park", "ter-linde")]
    assert [sorted(place.keys() & {"geo", "address"}) for place in places]
    assert all("None" not in json.dumps(place) for place in places)


def test_the_words_are_those_of_the_language(example_site: Site) -> None:
    data = data_of(example_site, "programmes", "language-cafe", "ar")
    assert data["name"] == "مقهى اللغة"
    assert data["url"] == f"{URL}/ar/programmes/language-cafe/"


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "</SCRIPT >",
        "<!-- <script>",
        "a & b &lt;/script&gt;",
        'quote " back \\ slash',
        "line\u2028and\u2029page",
    ],
)
def test_no_text_breaks_out_of_the_script(text: str) -> None:
    script = write_script({"name": text, "part": [{"name": text}]})
    assert isinstance(script, Markup)
    assert not {*"<>&\u2028\u2029"} & {*script}
    page = html.document_fromstring(f"<script type='application/ld+json'>{script}</script>")
    read = page.find(".//script")
    assert read is not None
    assert json.loads(read.text or "") == {"name": text, "part": [{"name": text}]}


def test_a_title_that_ends_a_script_does_no_harm_on_a_page(
    copy_of_example: Path, build: Any
) -> None:
    file = copy_of_example / "content/programmes/language-cafe/index.nl.md"
    title = "Taal</script><script>document.title='x'</script>"
    file.write_text(
        file.read_text("utf-8").replace("title: Taalcafé", f'title: "{title}"'), "utf-8"
    )
    output = copy_of_example / "output"
    assert build(copy_of_example, OUTPUT_PATH=str(output)).returncode == 0
    with served(output, "/stad") as address, opened_browser() as browser:
        tab = browser.new_page()
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(f"{address}/nl/programmes/taalcafe/")
        read = "JSON.parse(document.querySelector('[type$=\"ld+json\"]').text).name"
        assert tab.evaluate(read) == title
        assert tab.title().startswith(title)
        assert tab.locator("h1").inner_text() == title
        assert said == []  # the policy has nothing against data


def test_every_page_has_a_picture_of_its_size_for_social_networks(example_output: Path) -> None:
    for path, page in pages(example_output):
        meta = {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}
        needed = {"og:title", "og:type", "og:image", "og:url", "og:site_name"}  # ogp.me
        assert needed <= meta.keys(), path
        file = example_output / meta["og:image"].removeprefix(f"{URL}/")
        with Image.open(file) as image:
            size = (int(meta["og:image:width"]), int(meta["og:image:height"]))
            assert image.size == size, path
        assert size[0] >= 600, path
        assert abs(size[0] / size[1] - 1200 / 630) < 0.01
        parts = path.split("/")
        is_news = parts[1:2] == ["news"] and len(parts) == 4 and parts[2] != "nl"
        assert meta["og:type"] == ("article" if is_news else "website"), path
