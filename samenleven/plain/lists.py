"""The lists of words of a source language, in the folder `words`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Lists = Mapping[str, Any]
APOSTROPHE = "['\u2019]"


@cache
def read_lists(lang: str) -> Lists | None:
    """Return the lists of a language, or None where it has none."""
    file = Path(__file__).parent / "words" / f"{lang}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else None


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between the commas of a list."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for each of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spelled = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    words = "|".join(word.replace("'", APOSTROPHE) for word in spelled)
    return rf"(?<![\w-])(?:{words})(?![\w-])"


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the compiled pattern of phrases, in capitals and small letters."""
    return re.compile(any_of(phrases), re.IGNORECASE)
