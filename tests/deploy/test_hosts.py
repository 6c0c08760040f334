"""Rules for hosts: all say the same policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samenleven.deploy.hosts import Rules, host_files
from samenleven.views.policy import HEADERS, IN_PAGES, ON_SEARCH_PAGE

MOVES = {"nl/programmes/oud/": "nl/programmes/nieuw/"}
FILES = host_files(Rules("/stad", ("nl", "fr", "ar"), ("theme",), MOVES))


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "_nginx.conf"])
def test_every_host_is_told_every_header(name: str) -> None:
    for header, value in HEADERS.items():
        assert re.search(rf'{header}:? "?{re.escape(value)}"?( always;)?\n', FILES[name])


def test_pages_say_what_headers_say_as_far_as_a_meta_element_can(example_output: Path) -> None:
    policy = set(HEADERS["Content-Security-Policy"].split("; "))
    search = policy_of(example_output / "nl/zoeken/index.html")
    assert search == set(ON_SEARCH_PAGE)
    assert policy - search == {"frame-ancestors 'none'", "upgrade-insecure-requests"}


def test_only_the_search_page_may_compile(example_output: Path) -> None:
    pages = {page: policy_of(page) for page in example_output.rglob("*.html")}
    allowed = [page for page, policy in pages.items() if policy != set(IN_PAGES)]
    names = sorted(page.relative_to(example_output).as_posix() for page in allowed)
    assert names == ["ar/search/index.html", "fr/recherche/index.html", "nl/zoeken/index.html"]
    assert set(ON_SEARCH_PAGE) - set(IN_PAGES) == {"script-src 'self' 'wasm-unsafe-eval'"}


def policy_of(page: Path) -> set[str]:
    said = re.search(
        'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8")
    )
    assert said
    return set(said[1].replace("&#39;", "'").split("; "))


def redirects() -> list[list[str]]:
    return [line.split() for line in FILES["_redirects"].splitlines()]


def test_the_language_is_chosen_at_the_door_alone() -> None:
    # Forced, for Netlify would serve the chooser, which stands there.
    assert [line for line in redirects() if line[2].startswith("302")] == [
        ["/stad/", f"/stad/{lang}/", "302!", f"Language={lang}"] for lang in ("nl", "fr", "ar")
    ]
    assert "/stad/\n  Vary: Accept-Language\n" in FILES["_headers"]


def test_a_missing_page_is_told_in_the_language_of_its_address() -> None:
    assert ["/stad/ar/*", "/stad/ar/404.html", "404"] in redirects()


def test_an_old_address_leads_on_for_ever_on_netlify_and_on_cloudflare() -> None:
    old, new = "/stad/nl/programmes/oud/", "/stad/nl/programmes/nieuw/"
    found = [line for line in redirects() if line[0] == old]
    assert found == [[old, new, "301!"], [old, new, "301"]]
    assert redirects().index(found[1]) < redirects().index(["/stad/nl/*", *redirects()[-3][1:]])


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        ((), ""),
        (("gz",), "gzip_static on;\ngzip_vary on;\n"),
        (("br", "gz"), "brotli_static on;\ngzip_static on;\ngzip_vary on;\n"),
    ],
)
def test_nginx_is_told_of_packed_files_alone_that_are_there(
    packed: tuple[str, ...], said: str
) -> None:
    text = host_files(Rules("", ("nl",), ("theme",), packed=packed))["_nginx.conf"]
    assert "".join(line for line in text.splitlines(True) if re.match("gzip|brotli", line)) == said
