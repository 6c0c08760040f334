from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from samenleven.languages.formats import (
    format_date,
    format_distance,
    format_interval,
    format_list,
    format_money,
    format_number,
    format_percent,
)

NB, NNB, THIN = "\u00a0", "\u202f", "\u2009"  # blanks: no-break, narrow no-break, thin
LRM, RLM = "\u200e", "\u200f"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "21 november 2026"),
        ("fr", "21 novembre 2026"),
        ("en", "21 November 2026"),
        ("ar", "21 نوفمبر 2026"),
        ("fa", "۲۱ نوامبر ۲۰۲۶"),
        ("tr", "21 Kasım 2026"),
        ("uk", f"21 листопада 2026{NNB}р."),
        ("es", "21 de noviembre de 2026"),
    ],
)
def test_a_date_is_said_in_words(lang: str, text: str) -> None:
    assert format_date(date(2026, 11, 21), lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "1–14 jul 2027"),
        ("fr", "1–14 juil. 2027"),
        ("en", "1–14 Jul 2027"),
        ("ar", "1–14 يوليو 2027"),
        ("fa", "۱ تا ۱۴ ژوئیه ۲۰۲۷"),
        ("tr", "1–14 Tem 2027"),
        ("uk", f"1–14 лип. 2027{NNB}р."),
        ("es", "1–14 jul 2027"),
    ],
)
def test_an_interval_says_month_and_year_once(lang: str, text: str) -> None:
    assert format_interval(date(2027, 7, 1), date(2027, 7, 14), lang) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2027, 6, 28), date(2027, 7, 3), f"28 jun{THIN}–{THIN}3 jul 2027"),
        (date(2026, 12, 28), date(2027, 1, 3), f"28 dec 2026{THIN}–{THIN}3 jan 2027"),
        (date(2027, 7, 1), date(2027, 7, 1), "1 jul 2027"),
    ],
)
def test_an_interval_repeats_only_what_differs(start: date, end: date, text: str) -> None:
    assert format_interval(start, end, "nl") == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", f"€{NB}326.600"),
        ("fr", f"326{NNB}600{NB}€"),
        ("en", "€326,600"),
        ("ar", f"{RLM}326,600{NB}€"),
        ("fa", f"{LRM}€{NB}۳۲۶٬۶۰۰"),
        ("tr", "€326.600"),
        ("uk", f"326{NB}600{NB}€"),
        ("es", f"326.600{NB}€"),
    ],
)
def test_an_amount_has_the_euro_sign_and_no_cents(lang: str, text: str) -> None:
    assert format_money(326600, lang) == text


def test_an_amount_of_nothing_is_said() -> None:
    assert format_money(0, "nl") == f"€{NB}0"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "31.626"),
        ("fr", f"31{NNB}626"),
        ("en", "31,626"),
        ("ar", "31,626"),
        ("fa", "۳۱٬۶۲۶"),
        ("tr", "31.626"),
        ("uk", f"31{NB}626"),
        ("es", "31.626"),
    ],
)
def test_a_number_has_the_digits_and_separators_of_the_language(lang: str, text: str) -> None:
    assert format_number(31626, lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "a, b en c"),
        ("fr", "a, b et c"),
        ("en", "a, b and c"),
        ("ar", "a وb وc"),
        ("fa", f"a،{RLM} b، و c"),
        ("tr", "a, b ve c"),
        ("uk", "a, b і c"),
        ("es", "a, b y c"),
    ],
)
def test_names_are_listed_as_in_a_sentence(lang: str, text: str) -> None:
    assert format_list(("a", "b", "c"), lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "19,6%"),
        ("fr", f"19,6{NB}%"),
        ("en", "19.6%"),
        ("ar", "19.6%"),
        ("fa", "۱۹٫۶٪"),
        ("tr", "%19,6"),
        ("uk", "19,6%"),
        ("es", f"19,6{NB}%"),
    ],
)
def test_a_share_has_one_decimal(lang: str, text: str) -> None:
    assert format_percent(Decimal(2159), Decimal(11000), lang) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 2, "50%"), (31626, 1200, "2.636%"), (1, 1, "100%"), (0, 7, "0%"), (1, 3000, "0%")],
)
def test_a_share_of_more_than_all_has_no_decimals(part: int, whole: int, text: str) -> None:
    assert format_percent(Decimal(part), Decimal(whole), "nl") == text


@pytest.mark.parametrize(
    ("lang", "metres", "text"),
    [
        ("nl", 950, "950 m"),
        ("nl", 1000, "1 km"),
        ("nl", 1949, "1,9 km"),
        ("en", 1900, "1.9 km"),
        ("fa", 1900, "۱٫۹ کیلومتر"),
        ("ar", 200, "200 متر"),
    ],
)
def test_a_distance_is_in_metres_below_a_kilometre(lang: str, metres: int, text: str) -> None:
    assert format_distance(metres, lang) == text


@pytest.mark.parametrize(("euros", "text"), [("12500", f"€{NB}12.500"), ("12.5", f"€{NB}12,50")])
def test_cents_are_written_where_there_are(euros: str, text: str) -> None:
    assert format_money(Decimal(euros), "nl") == text
