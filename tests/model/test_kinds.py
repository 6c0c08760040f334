"""What each kind of field takes and refuses."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.model.front_matter import Value
from samenleven.model.kinds import (
    LATITUDE,
    LONGITUDE,
    PLACES,
    TEXT,
    Kind,
    choice,
    key_of,
    keys_of,
    read_date,
    read_decimal,
    read_mail,
    read_phone,
    read_slug,
    read_text,
    read_texts,
    read_web,
    read_whole,
)
from samenleven.model.source import Place
from samenleven.problems import Invalid

Read = Callable[[Value], Any]


def fault(read: Read, data: Any) -> str:
    """Return the message of a value that is refused, in English."""
    with pytest.raises(Invalid) as caught:
        read(Value(data, 7))
    wrong = caught.value
    return f"{wrong.line}: {wrong.what.text(str)} {wrong.remedy.text(str)}"


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (read_text, "  Dans \n en\tmuziek ", "Dans en muziek"),
        (read_date, "2028-02-29", date(2028, 2, 29)),
        (read_whole, "0", 0),
        (read_whole, "326600", 326600),
        (read_slug, "a-1", "a-1"),
        (read_slug, "a" * 80, "a" * 80),
        (read_web, "https://www.example.be/a?b=c#d", "https://www.example.be/a?b=c#d"),
        (read_mail, "info+1@sub.example.be", "info+1@sub.example.be"),
        (read_phone, "+32 56 27 70 00", "+32 56 27 70 00"),
        (choice("full", "none").read, "none", "none"),
        (read_decimal, "19.6", Decimal("19.6")),
        (read_decimal, "-3", Decimal(-3)),
        (LATITUDE.read, "-90", Decimal(-90)),
        (LONGITUDE.read, "179.999999999", Decimal("179.999999999")),
    ],
)
def test_a_good_value_is_read(read: Read, text: str, value: object) -> None:
    assert read(Value(text, 7)) == value


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (
            read_date,
            "31/02/2026",
            '"31/02/2026" is not a date. Write year-month-day, for example 2026-02-28.',
        ),
        (
            read_date,
            "05/06/2026",
            '"05/06/2026" can be read in two ways. Write year-month-day, for example 2026-02-28.',
        ),
        (
            read_whole,
            "-1",
            '"-1" is not a whole number. Write digits only, for example 326600.',
        ),
        (
            read_whole,
            "٣",
            '"٣" is not a whole number. Write digits only, for example 326600.',
        ),
        (
            read_slug,
            "a" * 81,
            f'"{"a" * 81}" cannot be part of an address. '
            "Use at most 80 small letters a-z, digits and single hyphens.",
        ),
        (
            read_mail,
            "info@example",
            '"info@example" is not an e-mail address. Write it as name@example.be.',
        ),
        (
            read_phone,
            "056 27 70 00",
            '"056 27 70 00" is not an international phone number. '
            "Write it with its country and spaces, for example +32 56 27 70 00.",
        ),
        (choice("full", "none").read, "ful", '"ful" is unknown. Did you mean "full"?'),
    ],
)
def test_a_wrong_value_is_answered_with_the_remedy(read: Read, text: str, message: str) -> None:
    assert fault(read, text) == f"0: {message}"


@pytest.mark.parametrize("text", ["../x", "CON:aux?*", "A", "a--b", "-a", "a_b", "é", "a\u0660"])
def test_a_slug_is_ascii_with_single_hyphens(text: str) -> None:
    assert fault(read_slug, text).startswith(f'0: "{text}" cannot be part of an address.')


@pytest.mark.parametrize(
    "text",
    ["www.example.be", "http://", "http://[", "http://a:x", "javascript:x", "https://a b.be"],
)
def test_a_web_address_is_whole(text: str) -> None:
    assert fault(read_web, text) == (
        f'0: "{text}" is not a web address. Write it whole, for example https://www.example.be/.'
    )


@pytest.mark.parametrize("data", ["x", [], {"a": Value("b", 7)}])
def test_a_list_is_a_list(data: Any) -> None:
    message = '0: a list is expected here. Put each on a line of its own, behind "- ".'
    assert fault(read_texts, data) == message


@pytest.mark.parametrize("read", [read_texts, keys_of("programmes").read])
def test_a_fault_in_a_list_has_the_line_of_its_item(read: Read) -> None:
    assert fault(read, [Value("a", 8), Value("", 9)]) == (
        "9: it is empty. Write the text behind the colon."
    )


@given(st.dates())
def test_every_iso_date_is_read(day: date) -> None:
    assert read_date(Value(day.isoformat(), 7)) == day


@given(
    st.one_of(
        st.text(max_size=12),
        st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}", fullmatch=True),
        st.datetimes().map(str),
    )
)
def test_nothing_else_is_a_date(text: str) -> None:
    with suppress(Invalid):
        assert read_date(Value(text, 7)).isoformat() == text.strip()


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (
            read_decimal,
            "19,6",
            '0: "19,6" is not a number. '
            "Write digits, and a point before the decimals, for example 19.6.",
        ),
        (
            read_decimal,
            "31 626",
            '0: "31 626" is not a number. '
            "Write digits, and a point before the decimals, for example 19.6.",
        ),
        (
            LATITUDE.read,
            "508.279",
            '0: "508.279" lies outside the earth. '
            "Write degrees from -90 to 90, for example 50.8279.",
        ),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_is_refused(
    read: Read, text: str, message: str
) -> None:
    assert fault(read, text) == message


def test_pages_are_named_by_their_folders() -> None:
    value = Value([Value("programmes/roots", 3), Value("pages/rights", 4)], 2)
    places = (Place("programmes", "roots"), Place("pages", "rights"))
    assert PLACES.read(value) == places
    assert PLACES.places(places) == places


@pytest.mark.parametrize("text", ["roots", "programmes/", "/roots", "a/b/c", "Programmes/roots"])
def test_what_is_not_the_folder_of_a_page_is_refused_at_its_line(text: str) -> None:
    value = [Value("programmes/roots", 3), Value(text, 4)]
    assert fault(PLACES.read, value) == (
        f'4: "{text}" is not the folder of a page. '
        "Write its section and its folder, for example programmes/roots."
    )


@pytest.mark.parametrize(
    ("kind", "value", "places"),
    [
        (key_of("places"), "house", (Place("places", "house"),)),
        (keys_of("places"), ("a", "b"), (Place("places", "a"), Place("places", "b"))),
        (keys_of("places"), None, ()),
        (TEXT, "house", ()),
    ],
)
def test_a_kind_knows_the_pages_that_its_values_name(
    kind: Kind, value: object, places: tuple[Place, ...]
) -> None:
    assert kind.places(value) == places
