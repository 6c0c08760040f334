"""Extract the words of the theme and the messages to editors; bring the catalogs up to date."""

from __future__ import annotations

import runpy
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from samenleven.languages.catalogs import catalog_file
from samenleven.languages.plurals import PLURAL_FORMS

# A fixed day, so that running the task twice gives the same file.
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
THEME_WORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
EDITOR_WORDS: Mapping[str, Any] = {"say": None, "speak": None}


def extract_words(folder: Path, method: tuple[str, str], keywords: Mapping[str, Any]) -> Catalog:
    """Return the catalog of all words in `folder`; `method` is a file pattern and its reader."""
    catalog = Catalog(project="samenleven", creation_date=NO_DAY, charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        folder,
        method_map=[method],
        options_map={"**.html": {"newstyle_gettext": "true", "silent": "false"}},
        keywords=keywords,
        comment_tags=("Note:",),
    )
    for name, line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return catalog


def extract_theme(theme: Path) -> Catalog:
    """Return the words of the templates."""
    return extract_words(theme / "templates", ("**.html", "jinja2"), THEME_WORDS)


def extract_messages(package: Path) -> Catalog:
    """Return the messages to editors."""
    return extract_words(package, ("**.py", "python"), EDITOR_WORDS)


def update_catalogs(folder: Path, template: Catalog, languages: Iterable[str]) -> list[Path]:
    """Write messages.pot and the catalog of each language; return what was written.

    Translations stay; words that are gone are dropped; new words are empty, never guessed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "messages.pot"]
    _write(written[0], template)
    for lang in languages:
        file = catalog_file(folder, lang)
        catalog = _open(file, lang)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        file.parent.mkdir(parents=True, exist_ok=True)
        catalog.obsolete.clear()
        _write(file, catalog)
        written.append(file)
    return written


def _open(file: Path, lang: str) -> Catalog:
    if file.exists():
        with file.open("rb") as stream:
            return read_po(stream)
    # Babel takes the plural forms from the header; those that it would write itself are wrong
    # for some languages.
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: samenleven\\n"\n'
        f'"Language: {lang}\\n"\n"Plural-Forms: {PLURAL_FORMS[lang]}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    return read_po(BytesIO(header.encode()))


def _write(file: Path, catalog: Catalog) -> None:
    catalog.creation_date = catalog.revision_date = NO_DAY
    catalog.fuzzy = False
    with file.open("wb") as stream:
        write_po(stream, catalog, width=99, include_lineno=False, sort_output=True)


def update_all(root: Path) -> None:
    """Bring the catalogs of the theme and of the editors up to date."""
    languages = runpy.run_path(str(root / "pelicanconf.py"))["LANGUAGES"]
    theme = root / "theme"
    files = update_catalogs(theme / "translations", extract_theme(theme), languages)
    package = root / "samenleven"
    files += update_catalogs(package / "translations", extract_messages(package), ["nl"])
    for file in files:
        print(file.relative_to(root))
