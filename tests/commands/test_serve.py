"""`serve`: pages as on disk, the reload script on their way, one reload for each good build."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from samenleven.checks.browser import opened_browser
from samenleven.commands.build import ROOT
from samenleven.commands.serve import CHANGES, SCRIPT, Builds, open_server, rebuild

PAGE = "<!DOCTYPE html><html lang='nl'><head><title>t</title></head><body>{}</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "index.html").write_text(PAGE.format("een"), "utf-8")
    (tmp_path / "404.html").write_text(PAGE.format("weg"), "utf-8")
    return tmp_path


@pytest.fixture
def builds() -> Builds:
    return Builds()


@pytest.fixture
def address(folder: Path, builds: Builds) -> Iterator[str]:
    server = open_server(folder, builds, 8321, "127.0.0.1")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_reload_script_is_added_on_the_way_and_never_on_disk(
    folder: Path, address: str
) -> None:
    with urlopen(f"{address}/nl/") as answer:
        sent = answer.read().decode()
    assert f'<script src="{SCRIPT}" defer></script></head>' in sent
    assert "script" not in (folder / "nl" / "index.html").read_text("utf-8")


def test_a_missing_page_is_the_404_page_with_its_status(address: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(f"{address}/nl/nergens/")
    assert (error.value.code, "weg" in error.value.read().decode()) == (404, True)
    error.value.close()


def test_who_waits_hears_of_the_next_good_build_at_once(address: str, builds: Builds) -> None:
    threading.Timer(0.1, builds.add).start()
    with urlopen(f"{address}{CHANGES}?0", timeout=20) as answer:
        assert answer.read() == b"1\n1\n"


def test_who_waits_hears_of_a_mistake_at_once(address: str, builds: Builds) -> None:
    builds.add()
    threading.Timer(0.1, builds.add, ["index.nl.md:2: no title.\nOne problem."]).start()
    with urlopen(f"{address}{CHANGES}?1", timeout=20) as answer:
        assert answer.read() == b"2\n1\nindex.nl.md:2: no title.\nOne problem."


def test_who_leaves_while_waiting_is_no_fault(
    address: str, builds: Builds, capfd: pytest.CaptureFixture[str]
) -> None:
    before = threading.active_count()
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as browser:
        browser.sendall(f"GET {CHANGES}?0 HTTP/1.1\r\n\r\n".encode())
        wait_for(lambda: threading.active_count() > before)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset
    builds.add()
    wait_for(lambda: threading.active_count() <= before)
    assert capfd.readouterr().err == ""


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def saved(*paths: str) -> set[tuple[object, str]]:
    return {("modified", str(ROOT / path)) for path in paths}


def test_a_failed_build_reloads_nothing(builds: Builds) -> None:
    results = iter(["", "wrong", ""])
    changes = iter([saved("content/index.nl.md")] * 3)
    rebuild(lambda **_: next(results), builds, changes, lambda: None)
    assert (builds.count, builds.problems) == (2, "")


def test_once_the_code_has_changed_builds_run_apart(builds: Builds) -> None:
    apart: list[bool] = []
    changes = iter([saved("content/a.md"), saved("samenleven/x.py"), saved("content/a.md")])

    def build(*, is_apart: bool) -> str:
        apart.append(is_apart)
        return ""

    rebuild(build, builds, changes, lambda: None)
    assert apart == [False, True, True]


def test_the_patterns_are_renewed_when_more_than_texts_changed(builds: Builds) -> None:
    renewed: list[int] = []
    changes = iter([saved("content/a.md"), saved("theme/static/css/site.css")])
    rebuild(lambda **_: "", builds, changes, lambda: renewed.append(builds.count))
    assert renewed == [2]


def test_the_patterns_lie_apart_from_the_site(folder: Path, builds: Builds, tmp_path: Path) -> None:
    page = tmp_path / "apart/patterns/nl/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format("knop"), "utf-8")
    server = open_server(folder, builds, 8421, "127.0.0.1", tmp_path / "apart")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with urlopen(f"http://127.0.0.1:{server.server_port}/patterns/nl/") as answer:
            assert "knop" in answer.read().decode()
    finally:
        server.shutdown()
        server.server_close()


def test_before_the_first_good_build_the_mistake_is_shown(tmp_path: Path, builds: Builds) -> None:
    server = open_server(tmp_path / "none", builds, 8441, "127.0.0.1")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    builds.add("index.nl.md:2: no title.")
    try:
        with opened_browser() as browser:
            tab = browser.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/nl/")
            tab.get_by_role("alert").get_by_text("index.nl.md:2: no title.").wait_for()
    finally:
        server.shutdown()
        server.server_close()


def test_a_mistake_stands_in_the_page_until_it_is_mended(
    folder: Path, address: str, builds: Builds
) -> None:
    builds.add()
    with opened_browser() as browser:
        tab = browser.new_page()
        with tab.expect_response(lambda answer: CHANGES in answer.url):
            tab.goto(f"{address}/nl/")
        builds.add("content/index.nl.md:2: title: it is missing.")
        tab.get_by_role("alert").get_by_text("title: it is missing.").wait_for()
        assert tab.get_by_text("een").is_visible()  # the last good page
        (folder / "nl" / "index.html").write_text(PAGE.format("twee"), "utf-8")
        builds.add()
        tab.get_by_text("twee").wait_for()
        assert tab.get_by_role("alert").count() == 0


def test_a_second_server_takes_the_next_port(folder: Path, address: str, builds: Builds) -> None:
    port = int(address.rsplit(":", 1)[1])
    other = open_server(folder, builds, port, "127.0.0.1")
    assert other.server_port != port
    other.server_close()


def test_the_browser_shows_the_new_page_after_a_build(
    folder: Path, address: str, builds: Builds
) -> None:
    with opened_browser() as browser:
        tab = browser.new_page()
        with tab.expect_response(lambda answer: CHANGES in answer.url):
            tab.goto(f"{address}/nl/")
        (folder / "nl" / "index.html").write_text(PAGE.format("twee"), "utf-8")
        builds.add()
        tab.get_by_text("twee").wait_for()


def test_the_status_of_the_translations_is_made_when_it_is_asked_for(
    folder: Path, address: str
) -> None:
    (folder / "nl" / "404.html").write_text(PAGE.format("<main id='x'>weg</main>"), "utf-8")
    with urlopen(f"{address}/translation/", timeout=120) as answer:
        sent = answer.read().decode()
    assert "<h1>Vertalingen</h1>" in sent
    assert "programmes/roots" in sent
    assert SCRIPT in sent
    assert not (folder / "translation").exists()
