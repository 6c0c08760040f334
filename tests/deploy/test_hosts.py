"""Rules for hosts: all say the same policy, and a real nginx serves the site by them."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from samenleven.checks.browser import opened_browser
from samenleven.checks.packages import find_program
from samenleven.deploy.hosts import host_files
from samenleven.views.policy import HEADERS, IN_PAGES, KEPT_FOR_EVER, ON_SEARCH_PAGE

FILES = host_files("/stad", ["nl", "fr", "ar"], ["theme"])
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/www; include {folder}/www/stad/_nginx.conf; }}
}}
"""


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


def test_the_language_is_chosen_at_the_door_alone() -> None:
    redirects = [line.split() for line in FILES["_redirects"].splitlines()]
    found = [line for line in redirects if line[2] == "302"]
    assert found == [
        ["/stad/", f"/stad/{lang}/", "302", f"Language={lang}"] for lang in ("nl", "fr", "ar")
    ]
    assert ["/stad/ar/*", "/stad/ar/404.html", "404"] in redirects


@pytest.fixture(scope="module")
def nginx(example_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The example site behind a real nginx, under a base path; the port."""
    program = find_program("nginx")
    if program is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    shutil.copytree(example_output, folder / "www/stad")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(f"user root;{NGINX.format(folder=folder, port=port)}")
    server = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port
    server.terminate()
    server.wait()


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: http.client.HTTPMessage
    text: str


def ask(port: int, path: str, language: str = "") -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        headers = {"Accept-Language": language} if language else {}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode("utf-8", "replace"))


@pytest.mark.parametrize("path", ["/stad/", "/stad/nl/", "/stad/nl/nowhere/", "/stad/feed"])
def test_nginx_gives_every_header_once(nginx: int, path: str) -> None:
    answer = ask(nginx, path)
    for header, value in HEADERS.items():
        assert answer.headers.get_all(header) == [value]
    assert answer.headers.get_all("Cache-Control") == ["no-cache"]


def test_nginx_keeps_what_has_its_hash_in_its_name(nginx: int, example_output: Path) -> None:
    style = next((example_output / "theme").glob("site.*.css")).name
    answer = ask(nginx, f"/stad/theme/{style}")
    assert answer.headers.get_all("Cache-Control") == [KEPT_FOR_EVER]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]


@pytest.mark.parametrize(
    ("language", "leads_to"),
    [("fr-BE,fr;q=0.9,nl;q=0.8", "/stad/fr/"), ("ar", "/stad/ar/"), ("tr,nl;q=0.5", ""), ("", "")],
)
def test_nginx_opens_the_readers_language_at_the_door(
    nginx: int, language: str, leads_to: str
) -> None:
    answer = ask(nginx, "/stad/", language)
    assert answer.status == (302 if leads_to else 200)
    assert answer.headers.get("Location", "").endswith(leads_to)
    assert "Accept-Language" in answer.headers.get("Vary", "")
    assert ask(nginx, "/stad/nl/", language).status == 200


def test_nginx_says_in_the_readers_language_that_a_page_is_gone(nginx: int) -> None:
    answer = ask(nginx, "/stad/ar/nowhere/")
    assert answer.status == 404
    assert 'lang="ar" dir="rtl"' in answer.text
    assert ask(nginx, "/stad/nowhere").status == 404


def test_nginx_lets_the_worker_and_the_index_be_asked_for_again(nginx: int) -> None:
    for path, kind in (("sw.js", "javascript"), ("ar/manifest.json", "application/json")):
        answer = ask(nginx, f"/stad/{path}")
        assert answer.status == 200
        assert answer.headers.get_all("Cache-Control") == ["no-cache"]
        assert kind in answer.headers["Content-Type"]
    assert ask(nginx, "/stad/pagefind/pagefind-entry.json").headers["Cache-Control"] == "no-cache"


COMPILE = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true)"


@pytest.mark.parametrize(("path", "may"), [("nl/", False), ("nl/zoeken/", True)])
def test_a_browser_keeps_to_the_stricter_of_header_and_page(
    nginx: int, path: str, may: bool
) -> None:
    with opened_browser() as browser:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{nginx}/stad/{path}")
        assert page.evaluate(f"{COMPILE}.catch(() => false)") is may
