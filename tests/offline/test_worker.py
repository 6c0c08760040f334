"""The service worker: its versions, and the switch that takes it away from who has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samenleven.checks.browser import opened_browser
from samenleven.checks.server import served
from tests.conftest import TODAY, Build
from tests.offline.waiting import wait_until

SETTINGS = {"TODAY": TODAY.isoformat(), "SEARCH_INDEX": False}


def build_worker(build: Build, root: Path, output: Path, **settings: object) -> str:
    done = build(root, OUTPUT_PATH=str(output), **{**SETTINGS, **settings})
    assert done.returncode == 0, done.stderr
    return (output / "sw.js").read_text("utf-8")


def test_a_worker_is_new_only_when_it_or_its_pages_are(
    build: Build, copy_of_example: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    content = copy_of_example / "content"
    first = build_worker(build, copy_of_example, output)
    news = content / "news/bikes-found/index.nl.md"
    news.write_text(news.read_text("utf-8") + "\nEen zin meer.\n", encoding="utf-8")
    assert build_worker(build, copy_of_example, output) == first
    page = content / "pages/offline/index.fr.md"
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    later = build_worker(build, copy_of_example, output)
    assert later != first
    assert later.splitlines()[1:] == first.splitlines()[1:]


def test_the_worker_knows_the_base_path(example_output: Path) -> None:
    worker = (example_output / "sw.js").read_text("utf-8")
    assert 'const BASE = "/stad/";' in worker
    assert (
        'const OFFLINE = {"nl": "/stad/nl/zonder-internet/", "fr": "/stad/fr/sans-internet/", '
        '"ar": "/stad/ar/without-internet/"};'
    ) in worker


@pytest.fixture(scope="module")
def switched_off(
    build: Build, example_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    output = tmp_path_factory.mktemp("off") / "output"
    build_worker(build, example_root, output, OFFLINE=False)
    return output


def test_switched_off_no_page_offers_to_keep_it(switched_off: Path) -> None:
    pages = [file.read_text("utf-8") for file in switched_off.rglob("*.html")]
    assert not any("keep-page" in page or "data-worker" in page for page in pages)
    assert 'const BASE = "/stad/";' in (switched_off / "sw.js").read_text("utf-8")


def test_the_switch_works_on_who_has_a_worker(
    example_output: Path, switched_off: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(example_output, site)
    with served(site, "/stad") as address, opened_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}/nl/programmes/taalcafe/")
        page.locator(".keep-page").click()
        page.get_by_role("button", name="Deze pagina is bewaard. Weghalen").wait_for()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.evaluate("caches.open('of-another-site')")
        shutil.rmtree(site)
        shutil.copytree(switched_off, site)
        page.goto(f"{address}/nl/")
        wait_until(page, "navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
        wait_until(page, "caches.keys().then((names) => names.length === 1)")
        assert page.evaluate("caches.keys()") == ["of-another-site"]
        page.goto(f"{address}/nl/programmes/taalcafe/")
        assert page.locator("h1").inner_text() == "Taalcafé"
