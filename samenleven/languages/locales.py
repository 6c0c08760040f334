"""What is known of a language: its name in itself, its direction, its digits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale


@dataclass(frozen=True)
class Language:
    """A language that readers can choose."""

    code: str  # BCP 47
    endonym: str  # its name in itself, as Babel gives it, with a capital
    dir: str  # "ltr" or "rtl"


@cache
def language(code: str) -> Language:
    """Return the language of a BCP 47 code. Raises: babel.UnknownLocaleError."""
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name() or code
    # title() and upper() are wrong in Turkish for i; no endonym begins with it.
    endonym = name[:1].upper() + name[1:]
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    return Language(code, endonym, direction)
