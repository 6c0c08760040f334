"""A rule between pages holds after each edit, though only what it may touch is looked at again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samenleven.commands.build import build_site
from samenleven.languages.reading import Page
from tests.trees import tree

PAGE = """\
---
title: {name}
summary: Een bericht.
updated: 2025-09-05
date: 2025-09-05
contact: city-desk
---
{text}
"""
HELD = "## Wat er was\n\nEen tekst."
LINK = "Zie [het andere](../{name}/index.nl.md#wat-er-was)."
BIKES = "content/news/bikes-found/index.nl.md"
LESSONS = "content/programmes/bike-lessons/index.nl.md"
FIGURES = "content/pages/figures/index.nl.md"
SINK = "content/pages/kitchen-sink"


def build(site: Path) -> int:
    return build_site("pelicanconf.py", root=site)


def write(site: Path, name: str, text: str) -> Path:
    """Write a piece of news in Dutch."""
    file = site / f"content/news/{name}/index.nl.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(PAGE.format(name=name, text=text), "utf-8")
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="session")
def linked(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site with a page that links to a heading of another one, built once."""
    root = tmp_path_factory.mktemp("linked") / "copy"
    shutil.copytree(source, root, symlinks=True)
    site = root / "tests/example_site"
    write(site, "one", LINK.format(name="two"))
    write(site, "two", HELD)
    assert build(site) == 0
    return root


@pytest.fixture
def two(linked: Path, tmp_path: Path) -> Path:
    """A copy of that site in another folder."""
    shutil.copytree(linked, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy/tests/example_site"


def test_a_heading_that_goes_is_missed_on_the_page_that_links_to_it(
    two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(two, "two", "Een tekst.")
    assert build(two) == 1
    # A server of another test may speak in between.
    assert "content/news/one/index.nl.md:8: " in capfd.readouterr().err


@pytest.mark.parametrize("how", ["draft", "early", "gone"])
def test_a_page_that_leaves_is_missed_on_the_page_that_links_to_it(
    two: Path, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    file = two / "content/news/two/index.nl.md"
    if how == "draft":
        change(file, "title:", "status: draft\ntitle:")
    elif how == "early":
        change(file, "date: 2025-09-05", "date: 2025-12-05")
    else:
        shutil.rmtree(file.parent)
    assert build(two) == 1
    said = capfd.readouterr().err
    assert "content/news/one/index.nl.md:8: " in said
    assert "\nOne problem.\n" in said


def test_a_programme_that_leaves_is_missed_in_the_facts_of_others(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change(site / LESSONS, "title:", "status: draft\ntitle:")
    assert build(site) == 1
    assert f"{BIKES}:8: programmes: " in capfd.readouterr().err


def test_a_figure_that_goes_is_missed_on_the_page_that_names_it(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    key = (site / LESSONS).read_text("utf-8").split("figures:")[1].split("- ")[1].split()[0]
    change(site / FIGURES, f"key: {key}", "key: another-one")
    assert build(site) == 1
    assert f"{LESSONS}:" in capfd.readouterr().err


def test_an_address_that_is_taken_is_told_of_the_page_that_takes_it(
    two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change(two / "content/news/two/index.nl.md", "title:", "slug: veertig-fietsen\ntitle:")
    assert build(two) == 1
    assert "content/news/two/index.nl.md:2: slug: " in capfd.readouterr().err


def test_a_photo_that_is_withdrawn_on_one_page_is_refused_on_another(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = site / "content/news/one"
    write(site, "one", "Een tekst.")
    shutil.copy(site / SINK / "bike.png", folder)
    listed = "photos:\n  - file: bike.png\n    alt: Een fiets\n    credit: Ons\n"
    change(folder / "index.nl.md", "contact:", f"{listed}    consent: none-needed\ncontact:")
    assert build(site) == 0
    change(site / SINK / "index.nl.md", "    consent: none-needed", "    withdrawn: true")
    assert build(site) == 1
    said = capfd.readouterr().err
    assert "content/news/one/index.nl.md:7: photos: " in said
    assert "\nOne problem.\n" in said


def test_pages_that_no_edit_touches_are_not_loaded(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    load = Page.entries

    def note(page: Page) -> dict[str, object]:
        loaded.append(str(page.place))
        return {**load(page)}

    monkeypatch.setattr(Page, "entries", note)
    change(two / "content/news/two/index.nl.md", "title: two", "title: drie")
    assert build(two) == 0
    assert set(loaded) == {"news/two"}


def test_what_a_build_with_problems_has_read_is_not_read_again(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tree(two / "output")
    for note in (*(two / ".cache").glob("index.*"), *(two / ".cache").glob("state.*")):
        note.unlink()
    monkeypatch.setattr("samenleven.languages.kept.read_place", None)
    monkeypatch.setattr("samenleven.incremental.workers.count_cores", lambda: 1)
    assert build(two) == 0
    assert tree(two / "output") == wanted


def test_a_page_that_is_kept_on_phones_renews_what_keeps_it(two: Path) -> None:
    """The version of the worker follows from the bytes of the page that it shows offline."""
    before = (two / "output/sw.js").read_bytes()
    change(two / "content/news/two/index.nl.md", "title: two", "title: drie")
    assert build(two) == 0
    assert (two / "output/sw.js").read_bytes() == before
    change(two / "content/pages/offline/index.nl.md", "title: ", "title: Toch ")
    assert build(two) == 0
    assert (two / "output/sw.js").read_bytes() != before


def test_what_a_writer_reads_of_the_theme_renews_its_files(two: Path) -> None:
    worker = two / "../../theme/static/js/worker.js"
    worker.write_text(f"{worker.read_text('utf-8')}// another\n", "utf-8")
    assert build(two) == 0
    assert (two / "output/sw.js").read_text("utf-8").endswith("// another\n")
