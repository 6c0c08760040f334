"""Dates, intervals, numbers, money and lists as the readers of a language write them (CLDR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel import Locale, dates, lists, numbers, units

# English in Belgium puts the day first; plain "en" is American.
LOCALES = {"en": "en_GB"}
# CLDR's own digits of Persian; Babel gives their separators but not the digits themselves. For
# Arabic CLDR's default is the Latin digits, which readers from all Arab countries know.
NATIVE_DIGITS = {"fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}


def _locale(lang: str) -> str:
    return LOCALES.get(lang, lang).replace("-", "_")


def format_date(day: date, lang: str) -> str:
    """Return a day in words: "21 november 2026"."""
    return dates.format_date(day, "long", locale=_locale(lang)).translate(
        NATIVE_DIGITS.get(lang, {})
    )


def format_interval(start: date, end: date, lang: str) -> str:
    """Return two days in words, without repeating what they share: "1–14 jul 2027"."""
    text = dates.format_interval(start, end, "yMMMd", locale=_locale(lang))
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_money(euros: int, lang: str) -> str:
    """Return a whole amount of euros, with the sign € in every language."""
    pattern = Locale.parse(_locale(lang)).currency_formats["standard"].pattern.replace(".00", "")
    text = numbers.format_currency(
        euros,
        "EUR",
        pattern,
        locale=_locale(lang),
        currency_digits=False,
        numbering_system="default",
    )
    return text.replace("EUR", "€").translate(NATIVE_DIGITS.get(lang, {}))


def format_number(number: int, lang: str) -> str:
    """Return a number with the digits and separators of the language."""
    text = numbers.format_decimal(number, locale=_locale(lang), numbering_system="default")
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_list(names: Sequence[str], lang: str) -> str:
    """Return names as a list in a sentence: "a, b en c"."""
    return lists.format_list(list(names), "standard", locale=_locale(lang))


def format_size(size: int, lang: str) -> str:
    """Return bytes as people read them: "7 kB", "1,4 MB". A kB is 1000 bytes."""
    if size >= 1e6:
        amount, unit = max(round(size / 1e6, 1), 1), "digital-megabyte"
    else:
        amount, unit = max(round(size / 1e3), 1), "digital-kilobyte"
    text = units.format_unit(
        amount, unit, "short", locale=_locale(lang), numbering_system="default"
    )
    return text.translate(NATIVE_DIGITS.get(lang, {}))
