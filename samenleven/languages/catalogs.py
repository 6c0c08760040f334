"""The words of the theme: gettext catalogs, checked whole and compiled in memory."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from samenleven.languages.plurals import PLURAL_FORMS, count_forms
from samenleven.model.settings import Settings
from samenleven.problems import Invalid, Problem, say

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")


def catalog_file(folder: Path, lang: str) -> Path:
    """Return where the catalog of `lang` lies."""
    return folder / lang / "LC_MESSAGES" / "messages.po"


def read_catalog(file: Path) -> Catalog:
    """Return the catalog in a .po or .pot file. Raises: Invalid if it cannot be read."""
    try:
        with file.open("rb") as stream:
            return read_po(stream, abort_invalid=True)
    except FileNotFoundError:
        raise Invalid(
            say("the catalog of this language is missing."),
            say('Make it with "python3 -m samenleven messages".'),
        ) from None
    except (PoFileError, UnicodeDecodeError) as error:
        raise Invalid(
            say("this is not a catalog: %(error)s.", error=str(error)),
            say("Open it in a .po editor, or take back the last change."),
            getattr(error, "lineno", None) or 1,
        ) from None


def compile_catalog(catalog: Catalog) -> gettext.GNUTranslations:
    """Return the translations ready for use; nothing is written to disk."""
    return gettext.GNUTranslations(BytesIO(make_mo(catalog)))


def make_mo(catalog: Catalog) -> bytes:
    """Return the bytes of a compiled catalog."""
    stream = BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def check_catalog(template: Catalog, catalog: Catalog, path: str, lang: str) -> Iterator[Problem]:
    """Yield a Problem for each word, plural form or placeholder of `template` that is not there."""
    header = dict(catalog.mime_headers).get("Plural-Forms", "")
    if "".join(header.split()) != "".join(PLURAL_FORMS[lang].split()):
        what = say("the plural forms of this language are not these.")
        remedy = say('Write "Plural-Forms: %(forms)s".', forms=PLURAL_FORMS[lang])
        yield Problem(path, 1, "Plural-Forms", what, remedy)
    for wanted in template:
        if wanted.id:
            yield from _check_message(wanted, catalog.get(wanted.id, wanted.context), path, lang)


def _check_message(
    wanted: Message, found: Message | None, path: str, lang: str
) -> Iterator[Problem]:
    name = wanted.id if isinstance(wanted.id, str) else wanted.id[0]
    strings = _strings(found)
    forms = count_forms(lang) if wanted.pluralizable else 1
    line = (found.lineno or 1) if found else 1
    if not any(strings) or (found and found.fuzzy):
        remedy = say("Write it between the quotes behind msgstr, and take away a mark fuzzy.")
        yield Problem(path, line, name, say("this word has no translation."), remedy)
    elif len(strings) < forms or not all(strings):
        what = say(
            "it has %(found)s of the %(forms)s plural forms.",
            found=len([text for text in strings if text]),
            forms=forms,
        )
        yield Problem(path, line, name, what, say("Write each msgstr[n]."))
    elif wrong := _wrong_placeholders(wanted, strings):
        what = say("the placeholders differ: %(wrong)s.", wrong=", ".join(wrong))
        yield Problem(path, line, name, what, say("Copy them unchanged from the msgid."))


def _strings(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ()
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _wrong_placeholders(wanted: Message, strings: tuple[str, ...]) -> list[str]:
    ids = (wanted.id,) if isinstance(wanted.id, str) else wanted.id
    known = {name for text in ids for name in PLACEHOLDER.findall(text)}
    # One form of a plural may say "one page" without its number; no form may lack other names.
    optional = {"%(num)d", "%(num)s", "%(count)s"} if len(strings) > 1 else set()
    wrong = {
        name
        for text in strings
        for name in known.symmetric_difference(PLACEHOLDER.findall(text))
        if name not in optional or name not in known
    }
    return sorted(wrong)


def read_words(settings: Settings) -> tuple[dict[str, gettext.GNUTranslations], list[Problem]]:
    """Return the translations of each language of the site, and every problem in them."""
    mos, problems = read_mos(settings)
    return {lang: gettext.GNUTranslations(BytesIO(mo)) for lang, mo in mos.items()}, problems


def read_mos(settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the compiled catalog of each language of the site, and every problem in them."""
    folder = settings.theme / "translations"
    catalogs: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        template = read_catalog(folder / "messages.pot")
    except Invalid as wrong:
        path = (folder / "messages.pot").relative_to(settings.theme.parent).as_posix()
        return {}, [Problem(path, wrong.line, "", wrong.what, wrong.remedy)]
    for lang in settings.languages:
        file = catalog_file(folder, lang)
        path = file.relative_to(settings.theme.parent).as_posix()
        try:
            catalog = _read_for(lang, file)
        except Invalid as wrong:
            problems.append(Problem(path, wrong.line, "", wrong.what, wrong.remedy))
            continue
        problems.extend(check_catalog(template, catalog, path, lang))
        catalogs[lang] = make_mo(catalog)
    return catalogs, problems


def _read_for(lang: str, file: Path) -> Catalog:
    if lang not in PLURAL_FORMS:
        raise Invalid(
            say('the plural forms of "%(lang)s" are not known.', lang=lang),
            say("Add a row to samenleven/languages/plurals.py, from CLDR."),
        )
    return read_catalog(file)
