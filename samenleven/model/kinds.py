"""The kinds of value that a field can hold: each reads what was written, or says why it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeVar

from samenleven.model.addresses import split_address
from samenleven.model.front_matter import Value
from samenleven.model.source import KEY, Place
from samenleven.problems import Invalid, Message, guess, say
from samenleven.record import record

ANY = "*"
Item = TypeVar("Item")


@record(frozen=True)
class Kind:
    """How a value is named to an editor, and the function that reads it (raises: Invalid)."""

    name: Message
    read: Callable[[Value], Any]
    holds_text: bool = False  # whether a translation can give it
    refers_to: str = ""  # the section whose keys it holds, or ANY for whole places
    record: Any = None  # the class of its records
    key: str = ""  # the column that tells them apart
    names_file: bool = False  # beside the page

    def places(self, value: Any) -> tuple[Place, ...]:
        """Return the pages that a value of this kind names."""
        if not self.refers_to or not value:
            return ()
        if self.refers_to == ANY:
            return tuple(value)
        keys = (value,) if isinstance(value, str) else value
        return tuple(Place(self.refers_to, key) for key in keys)


def read_text(value: Value) -> str:
    """Return one line of text, without white space at its ends."""
    if not isinstance(value.data, str):
        raise Invalid(
            say("one line of text is expected here, not a list."),
            say('Write it behind the colon; a text that holds ": " goes between quotes.'),
        )
    text = " ".join(value.data.split())
    if not text:
        raise Invalid(say("it is empty."), say("Write the text behind the colon."))
    return text


def read_texts(value: Value) -> tuple[str, ...]:
    """Return a list of lines of text."""
    return tuple(_read_item(read_text, item) for item in _items(value))


def read_keys(value: Value) -> tuple[str, ...]:
    """Return a list of folder names."""
    return tuple(_read_item(read_slug, item) for item in _items(value))


def read_places(value: Value) -> tuple[Place, ...]:
    """Return a list of pages, each named by its folder below content/."""
    return tuple(_read_item(_read_place, item) for item in _items(value))


def _read_place(value: Value) -> Place:
    text = read_text(value)
    section, slash, key = text.partition("/")
    if not slash or not KEY.fullmatch(section) or not KEY.fullmatch(key):
        raise Invalid(
            say('"%(text)s" is not the folder of a page.', text=text),
            say("Write its section and its folder, for example programmes/roots."),
        )
    return Place(section, key)


def _items(value: Value) -> list[Value]:
    if not isinstance(value.data, list) or not value.data:
        raise Invalid(
            say("a list is expected here."), say('Put each on a line of its own, behind "- ".')
        )
    return value.data


def _read_item(read: Callable[[Value], Item], item: Value) -> Item:
    """Return what `read` makes of one item; the line of a fault is that of the item."""
    try:
        return read(item)
    except Invalid as wrong:
        raise Invalid(wrong.what, wrong.remedy, wrong.line or item.line) from None


def read_date(value: Value) -> date:
    """Return a date of ISO 8601, year-month-day; other orders are refused, never guessed."""
    text = read_text(value)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    what = say('"%(text)s" is not a date.', text=text)
    numbers = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", text)
    if numbers and max(int(numbers[1]), int(numbers[2])) <= 12 and numbers[1] != numbers[2]:
        what = say('"%(text)s" can be read in two ways.', text=text)
    raise Invalid(what, say("Write year-month-day, for example 2026-02-28."))


def read_moment(value: Value) -> date:
    """Return a date, or a date and a time of day as a datetime without time zone."""
    text = read_text(value)
    day, blank, hour = text.partition(" ")
    if not blank:
        return read_date(value)
    at = read_time(value._replace(data=hour))
    return datetime.combine(read_date(value._replace(data=day)), at)


def read_time(value: Value) -> time:
    """Return a time of day, of 24 hours."""
    text = read_text(value)
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise Invalid(
            say('"%(text)s" is not a time of day.', text=text),
            say("Write hours and minutes, for example 09:30 or 14:00."),
        )
    return time.fromisoformat(text)


def read_file_name(value: Value) -> str:
    """Return the name of a file, without a folder."""
    text = read_text(value)
    if "/" in text or "\\" in text or text.startswith("."):
        raise Invalid(
            say('"%(text)s" is not the name of a file.', text=text),
            say("Put the file in the folder of the page, and write its name alone."),
        )
    return text


def read_whole(value: Value) -> int:
    """Return a whole number of zero or more, written without separators."""
    text = read_text(value)
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise Invalid(
            say('"%(text)s" is not a whole number.', text=text),
            say("Write digits only, for example 326600."),
        )
    return int(text)


def read_decimal(value: Value) -> Decimal:
    """Return a number with a point before its decimals, without other separators."""
    text = read_text(value)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,9})?", text):
        raise Invalid(
            say('"%(text)s" is not a number.', text=text),
            say("Write digits, and a point before the decimals, for example 19.6."),
        )
    return Decimal(text)


def degrees(most: int, name: Message) -> Kind:
    """Return the kind of a coordinate of WGS 84: degrees from -most to most."""

    def read(value: Value) -> Decimal:
        number = read_decimal(value)
        if abs(number) > most:
            raise Invalid(
                say('"%(number)s" lies outside the earth.', number=number),
                say("Write degrees from -%(most)s to %(most)s, for example 50.8279.", most=most),
            )
        return number

    return Kind(name, read)


def read_slug(value: Value) -> str:
    """Return a part of an address: small ASCII letters, digits, single hyphens, at most 80."""
    text = read_text(value)
    if not KEY.fullmatch(text) or len(text) > 80:
        raise Invalid(
            say('"%(text)s" cannot be part of an address.', text=text),
            say("Use at most 80 small letters a-z, digits and single hyphens."),
        )
    return text


def read_web(value: Value) -> str:
    """Return an absolute address of the web."""
    text = read_text(value)
    parts = split_address(text)
    if parts.scheme not in ("http", "https") or " " in text:
        raise Invalid(
            say('"%(text)s" is not a web address.', text=text),
            say("Write it whole, for example https://www.example.be/."),
        )
    return text


def read_mail(value: Value) -> str:
    """Return an e-mail address."""
    text = read_text(value)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise Invalid(
            say('"%(text)s" is not an e-mail address.', text=text),
            say("Write it as name@example.be."),
        )
    return text


def read_phone(value: Value) -> str:
    """Return a phone number as ITU-T E.123 writes it: +32 and groups of digits."""
    text = read_text(value)
    if not re.fullmatch(r"\+[0-9]{1,3}( [0-9]{1,4})+", text):
        raise Invalid(
            say('"%(text)s" is not an international phone number.', text=text),
            say("Write it with its country and spaces, for example +32 56 27 70 00."),
        )
    return text


def choice(*known: str) -> Kind:
    """Return the kind of a word out of `known`."""

    def read(value: Value) -> str:
        text = read_text(value)
        if text not in known:
            raise Invalid(say('"%(text)s" is unknown.', text=text), guess(text, known))
        return text

    return Kind(say("one of: %(known)s", known=", ".join(known)), read)


def key_of(section: str) -> Kind:
    """Return the kind of the key (folder name) of a page in `section`."""
    name = say("the folder name of a page in %(section)s", section=section)
    return Kind(name, read_slug, refers_to=section)


def keys_of(section: str) -> Kind:
    """Return the kind of a list of keys (folder names) of pages in `section`."""
    name = say("a list of folder names of pages in %(section)s", section=section)
    return Kind(name, read_keys, refers_to=section)


TEXT = Kind(say("one line of text"), read_text, holds_text=True)
TEXTS = Kind(say("a list of lines"), read_texts, holds_text=True)
DATE = Kind(say("a date, as 2026-02-28"), read_date)
MOMENT = Kind(say("a date, or a date and time as 2026-02-28 14:00"), read_moment)
TIME = Kind(say("a time of day, as 14:00"), read_time)
FILE = Kind(say("the name of a file beside the page"), read_file_name, names_file=True)
WHOLE = Kind(say("a whole number"), read_whole)
DECIMAL = Kind(say("a number, as 19.6"), read_decimal)
LATITUDE = degrees(90, say("degrees north, as 50.8279"))
LONGITUDE = degrees(180, say("degrees east, as 3.2649"))
KEYS = Kind(say("a list of keys"), read_keys)
PLACES = Kind(say("a list of pages, as programmes/roots"), read_places, refers_to=ANY)
SLUG = Kind(say("small letters, digits, hyphens"), read_slug, holds_text=True)
SLUGS = Kind(say("a list of: small letters, digits, hyphens"), read_keys)
WEB = Kind(say("a web address"), read_web)
MAIL = Kind(say("an e-mail address"), read_mail)
PHONE = Kind(say("a phone number, as +32 56 27 70 00"), read_phone)
