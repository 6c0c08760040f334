"""Hand pages to a translator: a file of XLIFF for each page, or one PO catalog."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path

from samenleven.commands.translation.desk import Desk
from samenleven.languages.reading import Page
from samenleven.model.entries import Glossary
from samenleven.problems import Invalid, guess, say
from samenleven.translation.freshness import Standing
from samenleven.translation.inline import count_words
from samenleven.translation.po import write_catalog
from samenleven.translation.units import Unit, make_units
from samenleven.translation.work import Work
from samenleven.translation.xliff import write_xliff

Found = Sequence[tuple[Work, list[Unit]]]
CHOICES = {
    "stale": frozenset({Standing.STALE}),
    "missing": frozenset({Standing.MISSING}),
}


def read_only(text: str) -> frozenset[Standing] | None:
    """Return which parts "stale,missing" stands for; None, for "", all. Raises: Invalid."""
    chosen: frozenset[Standing] = frozenset()
    for word in filter(None, (word.strip() for word in text.split(","))):
        if word not in CHOICES:
            raise Invalid(
                say('"%(word)s" is unknown after --only.', word=word), guess(word, CHOICES)
            )
        chosen |= CHOICES[word]
    return chosen or None


def export_units(
    desk: Desk, lang: str, only: str, folder: Path, paths: Sequence[str], *, as_po: bool
) -> int:
    """Write the files for a translator into `folder`; return the exit code. Raises: Invalid."""
    standings = read_only(only)
    found = []
    for work in desk.works(paths, [desk.check_lang(lang)]):
        if units := list(make_units(work.text.parts(), standings)):
            found.append((work, units))
    if not found:
        desk.tell(say("There is nothing to translate."))
        return 0
    written = _write_catalog(found, lang, folder) if as_po else _write_pages(found, lang, folder)
    files = [*written, *_write_glossary(desk, lang, folder)]
    for file in files:
        print(file.as_posix())
    words = sum(count_words(unit.dutch) for _, units in found for unit in units)
    count = sum(len(units) for _, units in found)
    desk.tell(say("Texts: %(units)s. Dutch words: %(words)s.", units=count, words=words))
    return 0


def _write_pages(found: Found, lang: str, folder: Path) -> Iterator[Path]:
    for work, units in found:
        text = write_xliff(work.path, work.page.source_lang, lang, units)
        yield _write(folder / f"{_name(work.page)}.{lang}.xlf", text.encode())


def _name(page: Page) -> str:
    return str(page.place).replace("/", ".") or "home"


def _write_catalog(found: Found, lang: str, folder: Path) -> Iterator[Path]:
    data = write_catalog(lang, {work.path: units for work, units in found})
    yield _write(folder / f"translation.{lang}.po", data)


def _write_glossary(desk: Desk, lang: str, folder: Path) -> Iterator[Path]:
    """Write the words that the site explains, as a table beside the texts."""
    for page in desk.pages.values():
        if page.type is Glossary and page.dutch.values.get("terms"):
            rows = [*_terms(page, lang)]
            text = StringIO()
            csv.writer(text, lineterminator="\r\n").writerows(
                [("nl", lang, "nl: =", f"{lang}: ="), *rows]
            )
            yield _write(folder / f"glossary.{lang}.csv", f"\ufeff{text.getvalue()}".encode())


def _terms(page: Page, lang: str) -> Iterable[tuple[str, str, str, str]]:
    own = {}
    if lang in page.reads:
        own = {
            term.values.get("key"): term.values for term in page.reads[lang].values.get("terms", ())
        }
    for term in page.dutch.values["terms"]:
        dutch, other = term.values, own.get(term.values.get("key"), {})
        yield (
            *(dutch.get("term", ""), other.get("name", "")),
            *(dutch.get("meaning", ""), other.get("meaning", "")),
        )


def _write(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file
