"""What a build on what was kept does, and what it does not do again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from samenleven.cache.store import CHECK
from samenleven.commands.build import build_site
from samenleven.commands.translation.desk import open_desk
from samenleven.commands.translation.update import update_translations
from samenleven.incremental import build as incremental
from samenleven.model.body import BodyReader
from samenleven.model.source import Source
from tests.conftest import run_pelican
from tests.incremental.conftest import build_from_nothing
from tests.trees import tree

ROOT = Path(__file__).resolve().parents[2]
BIKE_LESSONS = "content/programmes/bike-lessons/index.{}.md"
BIKES = "content/news/bikes-found/index.nl.md"
HEAVY = ("pelican", "jinja2", "markdown", "babel", "nh3", "PIL", "lightningcss", "invoke")
ONCE_MORE = f"""
import sys
from pathlib import Path
from samenleven.commands.build import build_site
code = build_site("pelicanconf.py", root=Path(sys.argv[1]))
print([name for name in {HEAVY} if name in sys.modules], code)
"""


def build(site: Path) -> int:
    return build_site("pelicanconf.py", root=site)


def forbid(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let a build fail that calls one of these."""

    def refuse(*_: object) -> None:
        raise AssertionError("called")

    for name in names:
        monkeypatch.setattr(name, refuse)
    monkeypatch.setattr("samenleven.incremental.workers.count_cores", lambda: 1)


PARSING = "samenleven.languages.kept.read_place"
BUILDING = "samenleven.views.build.ViewBuilder.build_view"
VIEW = b"samenleven.views.page\x8c\x04View"  # how a pickle of one begins
RENDERING = "samenleven.views.render.TemplateSet.render"


def stamps(output: Path) -> dict[str, int]:
    """Return when each page was written; the index of the search holds the words of all."""
    return {
        file.relative_to(output).as_posix(): file.stat().st_mtime_ns
        for file in output.rglob("*.html")
    }


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_bytes_are_those_of_pelican(site: Path) -> None:
    done = run_pelican(site, OUTPUT_PATH="by-pelican")
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(site / "by-pelican") == tree(site / "output")


def test_one_worker_and_two_give_the_same_bytes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tree(site / "output")
    for workers in (1, 2):
        monkeypatch.setattr("samenleven.incremental.workers.count_cores", lambda n=workers: n)
        for folder in ("output", ".output.new"):
            shutil.rmtree(site / folder, ignore_errors=True)
        (site / ".cache/kept.sqlite").unlink()
        assert build(site) == 0
        assert tree(site / "output") == wanted


def test_nothing_to_do_loads_nothing(site: Path) -> None:
    build(site)  # the copy is new to the system, and has to be read once
    command = [sys.executable, "-c", ONCE_MORE, str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "Nothing has changed.\n[] 0\n"


def test_in_another_folder_nothing_is_done_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tree(site / "output")
    shutil.rmtree(site / "output")
    forbid(monkeypatch, PARSING, RENDERING)
    assert build(site) == 0
    assert tree(site / "output") == wanted


def test_touched_files_are_not_read_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in (*site.rglob("*.md"), *(site / "../../theme").rglob("*.html")):
        os.utime(file, (1, 1))
    forbid(monkeypatch, PARSING, RENDERING)
    assert build(site) == 0


def test_what_nobody_wrote_does_not_stay(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenleven.cache.digests.SETTLED", -(10**12))  # as after two seconds
    wanted = tree(site / "output")
    assert [build(site), build(site)] == [0, 0]  # the copy is new to the system
    with monkeypatch.context() as patch:
        forbid(patch, "samenleven.incremental.unchanged.count_files")  # the folders tell
        assert build(site) == 0
    for folder in ("", "nl/programmes", "media", "new/folder"):
        (site / "output" / folder).mkdir(parents=True, exist_ok=True)
        (site / "output" / folder / "stray.html").write_text("x", "utf-8")
        assert build(site) == 0
        assert tree(site / "output") == wanted
        assert build(site) == 0  # and notes the folders


def test_a_sentence_renews_the_page_and_what_shows_it(site: Path) -> None:
    build(site)
    before = stamps(site / "output")
    replace(site / BIKES, "\n---\n", "\n---\nEen zin erbij.\n\n")
    assert build(site) == 0
    after = stamps(site / "output")
    changed = {path for path in after if after[path] != before.get(path)}
    shown = {path for path in after if "Een zin erbij" in (site / "output" / path).read_text()}
    assert changed == shown
    assert len(shown) == 3  # in French and Arabic it is the Dutch text


def test_one_language_of_a_page_is_read_again_and_the_others_are_not(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, real = [], BodyReader.read

    def note(self: BodyReader, source: Source) -> Any:
        read.append(source.path)
        return real(self, source)

    monkeypatch.setattr(BodyReader, "read", note)
    french = BIKE_LESSONS.format("fr")
    replace(site / french, "\n---\n", "\n---\nUne phrase de plus.\n\n")
    assert build(site) == 0
    assert read == [french]
    replace(site / BIKE_LESSONS.format("nl"), "\n---\n", "\n---\nMet 12 fietsen erbij.\n\n")
    assert build(site) == 1  # the translations have no 12


def test_what_is_noted_of_translations_decides_what_their_pages_say(site: Path) -> None:
    update_translations(open_desk(site / "pelicanconf.py"), [])
    dutch = site / BIKE_LESSONS.format("nl")
    replace(dutch, "\n---\n", "\n---\nWe fietsen ook als het regent.\n\n")
    noted = (site / BIKE_LESSONS.format("fr")).with_suffix(".state")
    for text in (noted.read_text("utf-8"), ""):
        noted.write_text(text, "utf-8")
        assert build(site) == 0
        assert run_pelican(site, OUTPUT_PATH="by-pelican").returncode == 0
        assert tree(site / "by-pelican") == tree(site / "output")


def test_a_changed_template_parses_no_page_and_builds_no_view(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)
    replace(site / "../../theme/templates/base.html", "</body>", "<!-- x --></body>")
    forbid(monkeypatch, PARSING, BUILDING)
    assert build(site) == 0
    pages = list((site / "output").rglob("*.html"))
    assert all("<!-- x --></body>" in page.read_text("utf-8") for page in pages)


def test_a_setting_of_jinja2_renders_again(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('\nJINJA_ENVIRONMENT = {"trim_blocks": False, "lstrip_blocks": False}\n')
    before = tree(site / "output")
    assert build(site) == 0
    assert tree(site / "output") != before
    assert build_from_nothing(site) == (0, tree(site / "output"))


def test_a_view_that_is_no_longer_kept_is_built_again(site: Path) -> None:
    build(site)
    forget_views(site / ".cache/kept.sqlite")
    replace(site / "../../theme/templates/base.html", "</body>", "<!-- x --></body>")
    assert build(site) == 0
    assert build_from_nothing(site) == (0, tree(site / "output"))


def forget_views(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        rows = base.execute("SELECT key, value FROM kept").fetchall()
        views = [(key,) for key, value in rows if VIEW in zlib.decompress(value[CHECK:])[:200]]
        assert len(views) > 100
        base.executemany("DELETE FROM kept WHERE key=?", views)


def test_a_word_of_the_french_catalog_changes_french_pages_alone(site: Path) -> None:
    build(site)
    before = stamps(site / "output")
    words = site / "../../theme/translations/fr/LC_MESSAGES/messages.po"
    replace(words, 'msgid "Skip to the text"\nmsgstr "', 'msgid "Skip to the text"\nmsgstr "X')
    assert build(site) == 0
    after = stamps(site / "output")
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path.partition("/")[0] for path in changed} == {"fr"}
    assert "fr/index.html" in changed


def test_a_mistake_is_said_again_until_it_is_mended_and_leaves_the_last_site(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = tree(site / "output")
    replace(site / BIKES, "updated: ", "updated: x")
    build(site)
    capfd.readouterr()
    for _ in range(2):
        assert build(site) == 1
        said = capfd.readouterr().err
        assert said.startswith(f"{BIKES}:")
        assert said.endswith("\nOne problem.\n")
    assert tree(site / "output") == wanted
    replace(site / BIKES, "updated: x", "updated: ")
    assert build(site) == 0
    assert tree(site / "output") == wanted


def test_a_photo_that_left_is_told_of_again_though_nothing_has_changed(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = site / "content/pages/kitchen-sink/index.nl.md"
    replace(page, "    consent: none-needed", "    consent: written\n    until: 2025-11-20")
    said = (
        'content/pages/kitchen-sink/index.nl.md:7: photos: "bike.png" is not shown: the consent '
        "ended on 2025-11-20. Ask for it again and write the new day, or delete the photo.\n"
    )
    for first in (True, False):
        assert build(site) == 0
        heard = capfd.readouterr()
        assert said in heard.err
        assert ("Nothing has changed." in heard.out) is not first
    assert list((site / "output/media/photos").glob("*bike*")) == []


def test_a_setting_by_which_pelican_makes_more_lets_pelican_build(site: Path) -> None:
    (site / "content/extra").mkdir()
    (site / "content/extra/robots-note.txt").write_text("x", "utf-8")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('\nSTATIC_PATHS = ["extra"]\n')
    assert build(site) == 0
    assert (site / "output/extra/robots-note.txt").is_file()


def test_a_photo_that_was_lost_from_the_cache_is_developed_again(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = tree(site / "output")
    shutil.rmtree(site / "output/media/photos")
    for photo in (site / ".cache/images/parts").rglob("*x*.*"):
        photo.unlink()
        photo.write_bytes(b"damaged")
    assert build(site) == 0
    assert tree(site / "output") == wanted
    assert "The cache of photos is damaged, and begins anew.\n" in capfd.readouterr().err


def test_what_is_kept_cannot_grow_without_end() -> None:
    assert incremental.SPARE < 10
