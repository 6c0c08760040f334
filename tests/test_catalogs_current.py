"""The catalogs hold exactly the words of the templates and of the package."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from babel.messages import Catalog

from samenleven.commands.messages import extract_messages, extract_theme
from samenleven.languages.catalogs import catalog_file, check_catalog, read_catalog

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme/translations"
PACKAGE = ROOT / "samenleven/translations"
LANGUAGES = runpy.run_path(str(ROOT / "pelicanconf.py"))["LANGUAGES"]
RUN_TASK = "run: python3 -m samenleven messages"


def words(catalog: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalog if message.id}


def test_the_template_of_the_theme_holds_the_words_of_the_templates() -> None:
    found = words(extract_theme(ROOT / "theme"))
    assert words(read_catalog(THEME / "messages.pot")) == found, RUN_TASK


def test_the_template_of_the_package_holds_the_messages_to_editors() -> None:
    found = words(extract_messages(ROOT / "samenleven"))
    assert words(read_catalog(PACKAGE / "messages.pot")) == found, RUN_TASK


@pytest.mark.parametrize(
    ("folder", "lang"), [*((THEME, lang) for lang in LANGUAGES), (PACKAGE, "nl")]
)
def test_a_catalog_is_whole_and_has_no_other_words(folder: Path, lang: str) -> None:
    template, file = read_catalog(folder / "messages.pot"), catalog_file(folder, lang)
    catalog = read_catalog(file)
    path = file.relative_to(ROOT).as_posix()
    problems = [found.text(str) for found in check_catalog(template, catalog, path, lang)]
    assert problems == []
    assert words(catalog) == words(template), RUN_TASK
