"""What words mean next to a number, or alone: CLDR's words, and those of words.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

Words = Mapping[str, Any]  # the table of a language in words.toml

CURRENCIES = ("EUR", "GBP", "USD")
COUNTS = (1, 2, 3, 11, 100, 1000)  # one of each plural form of CLDR, in all our languages
# Parts of the day after noon, and the first hour to which twelve are added: 11 at night is 23,
# 2 at night is 2.
PARTS_OF_DAY = {"pm": 1, "afternoon1": 1, "afternoon2": 1, "evening1": 1, "night1": 6}
APOSTROPHES = "'\u2019\u02bc"  # the last is a letter to Unicode
# Marks inside a word that guide the reader: vowel signs, the stretching and joining of letters.
WORD = re.compile(r"[^\W\d_\u02bc](?:[^\W\d_\u02bc]|[\u064b-\u0652\u0640\u200c\u200d])*")
_DROPPED = dict.fromkeys([*range(0x64B, 0x653), 0x640, 0x200C, 0x200D])
_ARABIC = str.maketrans("أإآٱىیکةۀ", "ااااييكهه")  # letters that writers exchange


class Term(NamedTuple):
    """The meaning of a word: ("month", 11), ("scale", 1000000), ("unit", "EUR")."""

    sort: str
    value: Any = None
    is_sure: bool = True  # nothing else can be meant


@cache
def fold(word: str) -> str:
    """Return the word as it is compared: in small letters, without what may differ in writing."""
    return word.translate(_DROPPED).translate(_ARABIC).casefold()


def fold_phrase(text: str) -> str:
    """Return the words of a phrase, parted by one blank: "l’après-midi" -> "l après midi"."""
    return " ".join(fold(word) for word in WORD.findall(text))


def read_names(locale: Locale, own: Words) -> Iterator[tuple[str, Term]]:
    """Yield the names of months (1 to 12) and days of the week (Sunday is 1).

    A name that CLDR writes with a capital is sure only with one.
    """
    regions = [Locale(locale.language, region) for region in own.get("regions", ())]
    for place in (*regions, locale):
        for context in ("format", "stand-alone"):
            yield from _named("month", place.months[context]["wide"].items())
            days = place.days[context]["wide"].items()  # from Monday, 0, on
            yield from _named("weekday", (((day + 1) % 7 + 1, name) for day, name in days))
    for sort in ("month", "weekday"):
        for number, names in own.get(f"{sort}s", {}).items():
            yield from _named(sort, ((int(number), name) for name in names.split()))


def _named(sort: str, names: Iterable[tuple[int, str]]) -> Iterator[tuple[str, Term]]:
    for number, name in names:
        yield fold_phrase(name), Term(sort, number, not name[0].isupper())


def read_terms(locale: Locale, own: Words) -> Iterator[tuple[str, Term]]:
    """Yield the words around numbers; of two meanings, the last one counts."""
    for month, name in locale.months["format"]["abbreviated"].items():
        yield fold_phrase(name), Term("abbreviation", month)
    yield from _scales(locale, own)
    yield from _units(locale, own)
    yield from _parts_of_day(locale, own)
    for sort in ("hour", "joiner", "link"):
        yield from ((fold_phrase(phrase), Term(sort)) for phrase in own.get(f"{sort}s", ()))


def _scales(locale: Locale, own: Words) -> Iterator[tuple[str, Term]]:
    """Yield the words for thousand, million and so on, out of "00 miljoen" for 10000000."""
    for patterns in locale.compact_decimal_formats["long"].values():
        for amount, pattern in patterns.items():
            zeros = pattern.pattern.count("0")
            if word := fold_phrase(pattern.pattern):
                yield word, Term("scale", int(amount) // 10 ** max(zeros - 1, 0))
    for amount, words in own.get("scales", {}).items():
        yield from ((fold(word), Term("scale", int(amount))) for word in words.split())


def _units(locale: Locale, own: Words) -> Iterator[tuple[str, Term]]:
    for code in CURRENCIES:
        names = {get_currency_name(code, count, locale) for count in COUNTS}
        names |= {code, *own.get("currencies", {}).get(code, "").split()}
        yield from ((fold_phrase(name), Term("unit", code)) for name in sorted(names))
    shares = {format_unit(count, "concentr-percent", locale=locale) for count in COUNTS}
    for name in sorted({*shares, *own.get("percent", ())}):
        if phrase := fold_phrase(name):
            yield phrase, Term("unit", "%")


def _parts_of_day(locale: Locale, own: Words) -> Iterator[tuple[str, Term]]:
    named = dict(locale.day_periods["format"].get("wide", {}))
    if len(named) <= 2:  # no more than a.m. and p.m.
        named |= dict(locale.day_periods["format"]["abbreviated"])
    for part, hour in PARTS_OF_DAY.items():
        if len(phrase := fold_phrase(named.get(part, ""))) > 1:
            yield phrase, Term("later", hour)
    yield from ((fold_phrase(phrase), Term("later", 1)) for phrase in own.get("later", ()))
