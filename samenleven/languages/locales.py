"""What is known of a language: its name in itself, its direction, its digits."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from samenleven.record import record

# What Babel says of all languages without a region, for it reads 8 ms a language to say so.
KNOWN = Path(__file__).with_name("locales.json")


@record(frozen=True)
class Language:
    """A language that readers can choose."""

    code: str  # BCP 47
    endonym: str  # its name in itself, as Babel gives it, with a capital
    dir: str  # "ltr" or "rtl"


@cache
def language(code: str) -> Language:
    """Return the language of a BCP 47 code. Raises: babel.UnknownLocaleError."""
    known = _read_known().get(code)
    return Language(code, *known) if known else ask_babel(code)


@cache
def _read_known() -> dict[str, list[str]]:
    known: dict[str, list[str]] = json.loads(KNOWN.read_text("utf-8"))
    return known


def ask_babel(code: str) -> Language:
    """Return a language as CLDR knows it. Raises: babel.UnknownLocaleError."""
    from babel import Locale

    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name() or code
    # title() and upper() are wrong in Turkish for i; no endonym begins with it.
    endonym = name[:1].upper() + name[1:]
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    return Language(code, endonym, direction)


def describe_all() -> str:
    """Return what `KNOWN` holds: name and direction of each language of CLDR, as JSON."""
    from babel.localedata import locale_identifiers

    codes = sorted(code for code in locale_identifiers() if "_" not in code and code != "root")
    rows = [
        f"{json.dumps(code)}: {json.dumps([found.endonym, found.dir], ensure_ascii=False)}"
        for code, found in ((code, ask_babel(code)) for code in codes)
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"
