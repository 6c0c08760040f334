"""A real nginx and a real Apache serve the example site by the rules in it."""

from __future__ import annotations

import gzip
import http.client
from pathlib import Path

import brotli
import pytest

from samenleven.checks.browser import opened_browser
from samenleven.views.policy import HEADERS, KEPT_FOR_EVER
from tests.deploy.conftest import BROTLI, ask

COMPILE = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true)"


@pytest.fixture(params=["nginx", "apache"])
def server(request: pytest.FixtureRequest) -> int:
    port: int = request.getfixturevalue(request.param)
    return port


@pytest.mark.parametrize("path", ["/stad/", "/stad/nl/", "/stad/nl/nowhere/", "/stad/feed"])
def test_every_header_is_given_once(server: int, path: str) -> None:
    answer = ask(server, path)
    for header, value in HEADERS.items():
        assert answer.headers.get_all(header) == [value]
    assert answer.headers.get_all("Cache-Control") == ["no-cache"]
    assert answer.headers.get_all("Set-Cookie") is None


def test_what_has_its_hash_in_its_name_is_kept(server: int, example_output: Path) -> None:
    style = next((example_output / "theme").glob("site.*.css")).name
    answer = ask(server, f"/stad/theme/{style}")
    assert answer.headers.get_all("Cache-Control") == [KEPT_FOR_EVER]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]


@pytest.mark.parametrize(
    ("language", "leads_to"),
    [("fr-BE,fr;q=0.9,nl;q=0.8", "/stad/fr/"), ("ar", "/stad/ar/"), ("tr,nl;q=0.5", ""), ("", "")],
)
def test_the_readers_language_is_opened_at_the_door_alone(
    server: int, language: str, leads_to: str
) -> None:
    answer = ask(server, "/stad/", language)
    assert answer.status == (302 if leads_to else 200)
    assert answer.headers.get("Location", "").endswith(leads_to)
    assert "Accept-Language" in answer.headers.get("Vary", "")
    for deep in ("nl/", "nl/programmes/", "nl/programmes/taalcafe/", "nl/calendar.ics"):
        assert ask(server, f"/stad/{deep}", language).status in (200, 404)


def test_a_missing_page_is_told_in_the_readers_language(server: int) -> None:
    answer = ask(server, "/stad/ar/nowhere/")
    assert answer.status == 404
    assert 'lang="ar" dir="rtl"' in answer.text
    assert ask(server, "/stad/nowhere").status == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nl/programmes/babbelcafe/", "nl/programmes/taalcafe/"),
        ("nl/programmes/praatcafe/", "nl/programmes/taalcafe/"),
        ("fr/programmes/praatcafe/", "fr/programmes/taalcafe/"),  # not translated
        ("ar/programmes/talking-cafe/", "ar/programmes/language-cafe/"),
    ],
)
def test_an_old_address_leads_to_the_page(server: int, old: str, new: str) -> None:
    answer = ask(server, f"/stad/{old}")
    assert answer.status == 301
    assert answer.headers["Location"].removeprefix(f"http://127.0.0.1:{server}") == f"/stad/{new}"
    assert ask(server, f"/stad/{new}").status == 200


def test_an_address_of_another_language_is_not_an_old_one(server: int) -> None:
    assert ask(server, "/stad/ar/programmes/praatcafe/").status == 404


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip", "gzip"), ("gzip, br", "br"), ("", None), ("identity", None)],
)
def test_nginx_gives_out_what_is_packed(
    nginx_at_root: int, example_at_root: Path, accepted: str, encoding: str | None
) -> None:
    if encoding == "br" and not BROTLI.exists():
        pytest.skip("nginx has no Brotli")
    answer = ask(nginx_at_root, "/nl/", packed=accepted)
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers.get_all("Vary") == ["Accept-Encoding"]
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[encoding]
    assert unpack(answer.body) == (example_at_root / "nl/index.html").read_bytes()
    assert answer.headers["Content-Type"] == "text/html"


def observatory(headers: http.client.HTTPMessage) -> int:
    """Return the score of the HTTP Observatory, its tables of 20 August 2026.

    mdn/mdn-http-observatory, src/grader/charts.js. The redirect to https is the host's; scripts of
    our own and no cookies are worth nothing.
    """
    policy = dict(
        part.partition(" ")[::2] for part in headers.get("Content-Security-Policy", "").split("; ")
    )
    age = dict(
        part.strip().partition("=")[::2]
        for part in headers.get("Strict-Transport-Security", "").split(";")
    ).get("max-age", "")
    # "'wasm-unsafe-eval'", which search needs, is none of those that it holds for unsafe.
    unsafe = {"'unsafe-inline'", "'unsafe-eval'"} & set(" ".join(policy.values()).split())
    is_strict = policy.get("default-src") == "'none'" and not unsafe
    score = 100
    score -= 0 if policy.get("default-src") else 25
    score -= (0 if int(age) >= 15768000 else 10) if age else 20
    score -= 0 if headers.get("X-Content-Type-Options") == "nosniff" else 5
    score -= 0 if "frame-ancestors" in policy or headers.get("X-Frame-Options") else 20
    if score < 90:
        return score
    return (
        score
        + 10 * (is_strict and policy.get("form-action") == "'none'")
        + 5 * (headers.get("Referrer-Policy") == "strict-origin-when-cross-origin")
        + 5 * (policy.get("frame-ancestors") == "'none'")
        + 10 * (headers.get("Cross-Origin-Resource-Policy") == "same-origin")
        + 10 * (headers.get("Cross-Origin-Opener-Policy") == "same-origin")
        + 10 * (headers.get("Cross-Origin-Embedder-Policy") == "require-corp")
    )


def test_the_observatory_gives_at_least_145(server: int) -> None:
    assert observatory(ask(server, "/stad/nl/").headers) == 150
    assert observatory(http.client.HTTPMessage()) == 30


@pytest.mark.parametrize("page", ["", "nl/", "ar/programmes/bike-lessons/", "fr/events/"])
def test_a_browser_asks_this_host_alone_and_keeps_nothing(nginx: int, page: str) -> None:
    with opened_browser() as browser:
        context = browser.new_context()
        tab = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(f"http://127.0.0.1:{nginx}/stad/{page}", wait_until="networkidle")
        assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{nginx}"}
        assert context.cookies() == []
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
        assert said == []  # no header stops what is ours


def test_the_worker_and_the_index_are_asked_for_again(server: int) -> None:
    for path, kind in (("sw.js", "javascript"), ("ar/manifest.json", "application/json")):
        answer = ask(server, f"/stad/{path}")
        assert answer.status == 200
        assert answer.headers.get_all("Cache-Control") == ["no-cache"]
        assert kind in answer.headers["Content-Type"]
    assert (
        ask(server, "/stad/pagefind/nl/pagefind-entry.json").headers["Cache-Control"] == "no-cache"
    )


@pytest.mark.parametrize(("path", "may"), [("nl/", False), ("nl/zoeken/", True)])
def test_a_browser_keeps_to_the_stricter_of_header_and_page(
    server: int, path: str, may: bool
) -> None:
    with opened_browser() as browser:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server}/stad/{path}")
        assert page.evaluate(f"{COMPILE}.catch(() => false)") is may
