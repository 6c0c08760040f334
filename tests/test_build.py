"""A whole build, as the tasks start it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from samenleven.commands.messages import extract_theme, update_catalogs
from samenleven.languages.site import Site
from tests.trees import tree

ROOT = Path(__file__).resolve().parent.parent
WAITING = (
    "content/news/new-library/index.nl.md:6: date: until 2099-01-01 this page is a draft. "
    "If readers are to see it now, write an earlier day.\n"
)
PLUGIN = """
from pathlib import Path
from pelican import signals

def see_content(content):
    note("read", content.lang, content.title)

def see_pages(generator):
    note("pages", len(generator.pages), len(generator.translations))

def see_file(path, context):
    note("written", Path(path).read_text("utf-8").count("<!DOCTYPE html>"), Path(path).name)

def note(*words):
    with Path("seen.txt").open("a", encoding="utf-8") as file:
        print(*words, file=file)

def register():
    signals.content_object_init.connect(see_content)
    signals.page_generator_finalized.connect(see_pages)
    signals.content_written.connect(see_file)
"""


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def add_settings(root: Path, lines: str) -> None:
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{lines}\n")


def test_a_copy_in_another_folder_gives_the_same_bytes(
    build, copy_of_example: Path, example_output: Path
) -> None:
    done = build(copy_of_example)
    assert done.returncode == 0, done.stderr
    assert tree(copy_of_example / "output") == tree(example_output)


def test_the_folder_of_the_checkout_stands_in_no_file(example_output: Path) -> None:
    files = [file for file in example_output.rglob("*") if file.is_file()]
    for place in (ROOT, example_output.parent, Path.home()):
        needle = f"{place}/".encode()
        assert [file for file in files if needle in file.read_bytes()] == []


def test_building_twice_leaves_one_site(build, copy_of_example: Path, example_output: Path) -> None:
    for _ in range(2):
        assert build(copy_of_example).returncode == 0
    assert tree(copy_of_example / "output") == tree(example_output)
    assert [folder.name for folder in copy_of_example.glob("output*")] == ["output"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "content/programmes/cooking/index.nl.md",
            "updated: 2025-09-01",
            "updated: 31/02/2025",
            "content/programmes/cooking/index.nl.md:5: updated: "
            '"31/02/2025" is not a date. Write year-month-day, for example 2026-02-28.\n'
            "One problem.\n",
        ),
        (
            "../../theme/translations/fr/LC_MESSAGES/messages.po",
            'msgid "News"',
            'msgid "Newz"',
            "theme/translations/fr/LC_MESSAGES/messages.po:1: News: this word has no translation. "
            "Write it between the quotes behind msgstr, and take away a mark fuzzy.\n"
            "One problem.\n",
        ),
    ],
)
def test_a_fault_of_an_editor_leaves_the_last_good_site_and_prints_no_stack(
    build, copy_of_example: Path, file: str, old: str, new: str, said: str
) -> None:
    assert build(copy_of_example).returncode == 0
    last = tree(copy_of_example / "output")
    replace(copy_of_example / file, old, new)
    done = build(copy_of_example)
    assert (done.returncode, done.stderr) == (1, said)
    assert "Traceback" not in done.stdout
    assert tree(copy_of_example / "output") == last


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "components/story.html",
            "article.story",
            "article.stori",
            "'samenleven.views.page.Article object' has no attribute 'stori'. ",
        ),
        (
            "page.html",
            "<article",
            "{% if %}",
            "Expected an expression, got 'end of statement block'. ",
        ),
    ],
)
def test_a_fault_of_a_template_is_told_and_leaves_the_last_good_site(
    build, copy_of_example: Path, name: str, old: str, new: str, said: str
) -> None:
    assert build(copy_of_example).returncode == 0
    last = tree(copy_of_example / "output")
    template = copy_of_example / "../../theme/templates" / name
    line = template.read_text("utf-8").partition(old)[0].count("\n") + 1
    replace(template, old, new)
    done = build(copy_of_example)
    assert (done.returncode, tree(copy_of_example / "output")) == (1, last)
    assert done.stderr == (
        f"{WAITING}theme/templates/{name}:{line}: the template fails: {said}"
        "Mend it, or take back the last change.\nOne problem.\n"
    )
    assert "Traceback" not in done.stdout


def test_an_output_folder_of_others_is_refused_without_a_stack(
    build, copy_of_example: Path
) -> None:
    photo = copy_of_example / "output/holiday.jpg"
    photo.parent.mkdir()
    photo.touch()
    done = build(copy_of_example)
    assert done.returncode == 1
    assert list(photo.parent.iterdir()) == [photo]
    assert "holds something else than a built site" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr + done.stdout


def test_a_build_after_a_failed_one_succeeds(
    build, copy_of_example: Path, example_output: Path
) -> None:
    template = copy_of_example / "../../theme/templates/page.html"
    good = template.read_text("utf-8")
    template.write_text("{% if %}", "utf-8")
    assert build(copy_of_example).returncode == 1
    template.write_text(good, "utf-8")
    assert build(copy_of_example).returncode == 0
    assert tree(copy_of_example / "output") == tree(example_output)


def test_a_language_needs_a_row_and_a_catalog(
    build, copy_of_example: Path, example_output: Path, example_site: Site
) -> None:
    theme = copy_of_example / "../../theme"
    add_settings(copy_of_example, 'LANGUAGES = ("nl", "fr", "ar", "pl")')
    [_, catalog] = update_catalogs(theme / "translations", extract_theme(theme), ["pl"])
    fill_with_dutch(catalog, theme / "translations/nl/LC_MESSAGES/messages.po")
    done = build(copy_of_example)
    assert done.returncode == 0, done.stderr
    home = (copy_of_example / "output/pl/index.html").read_text("utf-8")
    assert '<html lang="pl" dir="ltr">' in home
    assert ">Polski</a>" in home
    added = set(tree(copy_of_example / "output")) - set(tree(example_output))
    paths = {place: example_site.path(place, "nl") for place in example_site.entries}
    pages = {f"{path}index.html" for path in paths.values()}
    feeds = {
        f"{paths[place]}feed.atom" for place in paths if place.section == "topics" and place.key
    }
    old = {f"nl/programmes/{slug}/index.html" for slug in ("babbelcafe", "praatcafe")}
    wanted = {*pages, *feeds, *old, "nl/404.html", "nl/manifest.json", "nl/news/feed.atom"}
    # Until something is translated, readers search in the Dutch pages.
    wanted |= {name for name in tree(example_output) if name.startswith("pagefind/nl/")}
    assert added == {name.replace("nl/", "pl/", 1) for name in wanted}


def fill_with_dutch(catalog: Path, dutch: Path) -> None:
    """Give each word of a catalog its Dutch translation, in as many forms as it has."""
    with catalog.open("rb") as stream, dutch.open("rb") as other:
        words, source = read_po(stream), read_po(other)
    for word in words:
        found = source.get(word.id, word.context)
        if word.id and found:
            texts = found.string
            word.string = texts if isinstance(texts, str) else (*texts, texts[-1])
    with catalog.open("wb") as stream:
        write_po(stream, words)


def test_pelicans_own_command_builds_the_site(copy_of_example: Path, example_output: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"],
        cwd=copy_of_example,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert tree(copy_of_example / "output") == tree(example_output)


def test_a_plugin_of_others_sees_every_page(
    build, copy_of_example: Path, example_output: Path, example_site: Site
) -> None:
    (copy_of_example / "plugins").mkdir()
    (copy_of_example / "plugins/seeing.py").write_text(PLUGIN, "utf-8")
    add_settings(copy_of_example, 'PLUGIN_PATHS = ["plugins"]\nPLUGINS = (*PLUGINS, "seeing")')
    done = build(copy_of_example)
    assert done.returncode == 0, done.stderr
    seen = (copy_of_example / "seen.txt").read_text("utf-8").splitlines()
    assert [line for line in seen if line.startswith("read ar معًا")] == ["read ar معًا في Lindebeek"]
    sources = list(example_output.rglob("index.html"))
    versions = sum(len(versions) for versions in example_site.entries.values())
    assert sum(line.startswith("read ") for line in seen) == versions
    assert sum(line == "written 1 index.html" for line in seen) == len(sources)
