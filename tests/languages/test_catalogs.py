from __future__ import annotations

import dataclasses
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from samenleven.languages.catalogs import (
    check_catalog,
    compile_catalog,
    read_catalog,
    read_words,
)
from samenleven.languages.plurals import PLURAL_FORMS
from samenleven.model.settings import Settings
from samenleven.problems import Invalid

NEWS = 'msgid "News"\nmsgstr "{}"\n\n'
DAY = 'msgid "Text of %(date)s."\nmsgstr "{}"\n\n'
PAGES = 'msgid "%(num)s page"\nmsgid_plural "%(num)s pages"\n'
WHOLE = (
    NEWS.format("Nieuws")
    + DAY.format("Tekst van %(date)s.")
    + PAGES
    + 'msgstr[0] "één pagina"\nmsgstr[1] "%(num)s pagina\'s"\n'
)


def make(body: str, lang: str = "nl", forms: str = "") -> Catalog:
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {lang}\\n"\n"Plural-Forms: {forms or PLURAL_FORMS[lang]}\\n"\n\n'
    )
    return read_po(BytesIO((header + body).encode()))


def faults(body: str, lang: str = "nl", forms: str = "") -> list[str]:
    template = make(NEWS.format("") + DAY.format("") + PAGES + 'msgstr[0] ""\nmsgstr[1] ""\n')
    catalog = make(body, lang, forms)
    return [found.text(str) for found in check_catalog(template, catalog, "nl.po", lang)]


def test_a_whole_catalog_has_no_fault() -> None:
    assert faults(WHOLE) == []


@pytest.mark.parametrize(
    "body", [WHOLE.replace(NEWS.format("Nieuws"), ""), WHOLE.replace("Nieuws", "")]
)
def test_a_missing_word_is_found(body: str) -> None:
    found = faults(body)
    assert [text.split(": ", 1)[1] for text in found] == [
        "News: this word has no translation. "
        "Write it between the quotes behind msgstr, and take away a mark fuzzy."
    ]


def test_a_fuzzy_word_is_a_missing_one() -> None:
    assert faults("#, fuzzy\n" + WHOLE) == [
        "nl.po:8: News: this word has no translation. "
        "Write it between the quotes behind msgstr, and take away a mark fuzzy."
    ]


def test_a_missing_plural_form_is_found() -> None:
    assert faults(WHOLE.replace("%(num)s pagina's", "")) == [
        "nl.po:13: %(num)s page: it has 1 of the 2 plural forms. Write each msgstr[n]."
    ]


def test_the_forms_are_those_of_the_language() -> None:
    assert faults(WHOLE, "ar") == [
        "nl.po:13: %(num)s page: it has 2 of the 6 plural forms. Write each msgstr[n]."
    ]


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        ("Tekst van %(dag)s.", "%(dag)s, %(date)s"),
        ("Tekst.", "%(date)s"),
        ("Tekst van %(date)s op 100%%.", "%%"),
    ],
)
def test_another_placeholder_is_found(translation: str, wrong: str) -> None:
    assert faults(WHOLE.replace("Tekst van %(date)s.", translation)) == [
        f"nl.po:10: Text of %(date)s.: the placeholders differ: {wrong}. "
        "Copy them unchanged from the msgid."
    ]


def test_an_unknown_placeholder_in_a_plural_form_is_found() -> None:
    assert faults(WHOLE.replace("één pagina", "%(count)s pagina")) == [
        "nl.po:13: %(num)s page: the placeholders differ: %(count)s. "
        "Copy them unchanged from the msgid."
    ]


def test_other_plural_forms_than_ours_are_found() -> None:
    assert faults(WHOLE, forms="nplurals=2; plural=(n > 1);") == [
        "nl.po:1: Plural-Forms: the plural forms of this language are not these. "
        'Write "Plural-Forms: nplurals=2; plural=(n != 1);".'
    ]


def test_a_catalog_is_compiled_in_memory() -> None:
    words = compile_catalog(make(WHOLE))
    counts = [words.ngettext("%(num)s page", "%(num)s pages", count) for count in (0, 1, 2)]
    assert words.gettext("News") == "Nieuws"
    assert counts == ["%(num)s pagina's", "één pagina", "%(num)s pagina's"]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        read_catalog(tmp_path / "messages.po")
    assert caught.value.what.text(str) == "the catalog of this language is missing."


@pytest.mark.parametrize("data", [b'msgid "a"\nmsgstr "b"\nc\n', b"<html>", b'msgid "\xff"\n'])
def test_a_broken_file_is_reported(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "messages.po"
    file.write_bytes(data)
    with pytest.raises(Invalid) as caught:
        read_catalog(file)
    assert caught.value.what.text(str).startswith("this is not a catalog: ")


def test_each_language_of_the_site_needs_a_catalog_and_plural_forms(
    example_settings: Settings,
) -> None:
    _, problems = read_words(dataclasses.replace(example_settings, languages=("pl", "xx")))
    assert [problem.text(str) for problem in problems] == [
        "theme/translations/pl/LC_MESSAGES/messages.po: the catalog of this language is missing. "
        'Make it with "python3 -m samenleven messages".',
        'theme/translations/xx/LC_MESSAGES/messages.po: the plural forms of "xx" are not known. '
        "Add a row to samenleven/languages/plurals.py, from CLDR.",
    ]
