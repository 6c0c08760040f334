"""Dates, hours, numbers, money and lists as the readers of a language write them (CLDR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

from babel import Locale, dates, lists, numbers, units

# English in Belgium puts the day first; plain "en" is American.
LOCALES = {"en": "en_GB"}
# CLDR's own digits of Persian; Babel gives their separators but neither the digits nor the percent
# sign. For Arabic CLDR's default is the Latin digits, which readers from all Arab countries know.
NATIVE_DIGITS = {"fa": str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")}


def _locale(lang: str) -> str:
    return LOCALES.get(lang, lang).replace("-", "_")


@cache
def format_date(day: date, lang: str) -> str:
    """Return a day in words: "21 november 2026"."""
    return dates.format_date(day, "long", locale=_locale(lang)).translate(
        NATIVE_DIGITS.get(lang, {})
    )


def format_interval(start: date, end: date, lang: str) -> str:
    """Return two days in words, without repeating what they share: "1–14 jul 2027"."""
    text = dates.format_interval(start, end, "yMMMd", locale=_locale(lang))
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_month(day: date, lang: str) -> str:
    """Return the month of a day, as a heading: "juni 2026"."""
    text = dates.format_skeleton("yMMMM", day, locale=_locale(lang))
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_weekday(number: int, lang: str) -> str:
    """Return the name of a day of the week; 0 is Monday."""
    return str(dates.get_day_names("wide", "stand-alone", _locale(lang))[number])


def format_hours(start: time, end: time | None, lang: str) -> str:
    """Return hours of 24, as they stand on Belgian doors and tickets: "14:00–16:30"."""
    if end is None:
        text = dates.format_skeleton("Hm", start, locale=_locale(lang))
    else:
        text = dates.format_interval(start, end, "Hm", locale=_locale(lang))
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_span(start: date, end: date | None, lang: str) -> str:
    """Return when something is, with its hours where both are datetimes."""
    if not isinstance(start, datetime):
        return (
            format_interval(start, end, lang) if end and end != start else format_date(start, lang)
        )
    if not isinstance(end, datetime) or end.date() == start.date():
        last = end.time() if isinstance(end, datetime) else None
        return _join(format_date(start, lang), format_hours(start.time(), last, lang), lang)
    first, last_day = (
        _join(format_date(at, lang), format_hours(at.time(), None, lang), lang)
        for at in (start, end)
    )
    return f"{first} – {last_day}"


def _join(day: str, hours: str, lang: str) -> str:
    pattern = str(dates.get_datetime_format("medium", _locale(lang)))
    return pattern.format(hours, day)


@cache
def format_size(size: int, lang: str) -> str:
    """Return how large a file of `size` bytes is: "340 kB", "1,2 MB"."""
    number, unit = (size / 1e6, "megabyte") if size >= 1e6 else (max(size / 1e3, 1), "kilobyte")
    digits = "#,##0.#" if unit == "megabyte" else "#,##0"
    text = units.format_unit(
        number, f"digital-{unit}", "short", digits, _locale(lang), numbering_system="default"
    )
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_money(euros: int | Decimal, lang: str) -> str:
    """Return an amount of euros, with the sign € in every language; cents only if there are."""
    pattern = Locale.parse(_locale(lang)).currency_formats["standard"].pattern
    if euros == int(euros):
        pattern = pattern.replace(".00", "")
    text = numbers.format_currency(
        euros,
        "EUR",
        pattern,
        locale=_locale(lang),
        currency_digits=False,
        numbering_system="default",
    )
    return text.replace("EUR", "€").translate(NATIVE_DIGITS.get(lang, {}))


def format_number(number: int | Decimal, lang: str) -> str:
    """Return a number with the digits and separators of the language; at most three decimals."""
    text = numbers.format_decimal(number, locale=_locale(lang), numbering_system="default")
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_percent(part: Decimal, whole: Decimal, lang: str) -> str:
    """Return how much of `whole` the part is: "19,6 %"; one decimal below 100 %."""
    share = part / whole
    pattern = Locale.parse(_locale(lang)).percent_formats[None].pattern
    if share < 1:
        pattern = pattern.replace("##0", "##0.#")
    text = numbers.format_percent(share, pattern, locale=_locale(lang), numbering_system="default")
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_distance(metres: int, lang: str) -> str:
    """Return a distance in metres, or from one kilometre in kilometres: "1,2 km"."""
    amount, unit = (metres, "meter") if metres < 1000 else (round(metres / 1000, 1), "kilometer")
    number = int(amount) if amount == int(amount) else amount
    text = units.format_unit(
        number, f"length-{unit}", "short", locale=_locale(lang), numbering_system="default"
    )
    return text.translate(NATIVE_DIGITS.get(lang, {}))


def format_list(names: Sequence[str], lang: str) -> str:
    """Return names as a list in a sentence: "a, b en c"."""
    return lists.format_list(list(names), "standard", locale=_locale(lang))
