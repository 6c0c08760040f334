"""Find the facts in a text: amounts, numbers, dates, times, phones, mail, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from samenleven.translation.facts.figures import Figure, plain, read_figures
from samenleven.translation.facts.lexicon import Lexicon
from samenleven.translation.facts.terms import fold
from samenleven.translation.facts.tokens import Token, tokenise

# These come first, in this order: the digits in them are no numbers.
FORMS = {
    "web": re.compile(r"(?:https?://|www\.)[^\s<>()\"'«»]*[^\s<>()\"'«».,:;!?،؛]"),
    "mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(
        r"(?<![\d.,:/])(?:(?:\+|00)[1-9](?:[\s()/.-]*\d){6,14}|0\d{1,3}(?:[\s/.]\d{2,3}){2,4})"
        r"(?!\d)"
    ),
}
MAY_HOLD_ADDRESS = re.compile(r"[@\d]|://|www\.")  # the forms themselves take longer to look
# The name of a street is on its sign in one language: its last word and number are compared.
STREET = re.compile(r"([A-Z\u00c0-\u00de][\w'’-]+)\s(\d{1,4}[a-zA-Z]?)[,،]?\s\d{4,5}\s(?=[^\W\d_])")
DIGITS = re.compile(r"\d+")
OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Fact(NamedTuple):
    """What must be the same in all languages: ("amount", "EUR 326600"), ("date", "11-16")."""

    sort: str
    value: str


class Found(NamedTuple):
    """A fact at text[start:end]. One that is not stated may be meant by the text, or not."""

    fact: Fact
    start: int
    end: int
    is_stated: bool = True


def find_addresses(text: str) -> Iterator[Found]:
    """Yield the web addresses, mail addresses and phone numbers of a text."""
    if not MAY_HOLD_ADDRESS.search(text):
        return
    for sort, form in FORMS.items():
        for match in form.finditer(text):
            value = plain_phone(match[0]) if sort == "phone" else match[0].lower()
            yield Found(Fact(sort, value), *match.span())
        text = form.sub(lambda match: "|" + " " * (len(match[0]) - 1), text)


def plain_phone(text: str) -> str:
    """Return a phone number without what may differ: +32 (0)56 27 70 00, 0032 56 27 70 00."""
    digits = re.sub(r"\(0\)|[^\d+]", "", text)
    return re.sub(r"^00", "+", digits)


def find_facts(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the facts of a text, one sort after the other."""
    if OTHER_DIGITS.search(text):
        text = text.translate(LATIN_DIGITS)
    for found in find_addresses(text):
        yield found
        text = text[: found.start] + "|".ljust(found.end - found.start) + text[found.end :]
    if not DIGITS.search(text) and not lexicon.has_name(text):
        return
    for match in STREET.finditer(text):
        if not lexicon.find_name(match[1]):  # "November 21, 2026"
            value = f"{fold(match[1])} {match[2].lower()}"
            yield Found(Fact("street", value), match.start(1), match.end(2))
    yield from _find_figures(tokenise(text, lexicon), lexicon)


def _find_figures(tokens: list[Token], lexicon: Lexicon) -> Iterator[Found]:
    taken: set[int] = set()
    for figure in read_figures(tokens, lexicon):
        first, last = figure.shown
        start, end = tokens[first].start, tokens[last].end
        taken.update(range(figure.first, figure.last + 1))
        for fact, is_stated in _facts_of(figure):
            yield Found(fact, start, end, is_stated)
    for place, token in enumerate(tokens):
        if token.sort == "date":
            yield from (Found(fact, token.start, token.end) for fact in _date(token.text))
        elif token.term and token.means("month", "weekday") and place not in taken:
            sort, value, is_sure = token.term
            yield Found(Fact(sort, str(value)), token.start, token.end, is_sure)


def _facts_of(figure: Figure) -> Iterator[tuple[Fact, bool]]:
    """Yield what a figure says, and what else it can mean."""
    number = Fact("number", _scaled(figure))
    if figure.month:
        yield Fact("date", f"{figure.month:02}-{int(figure.number):02}"), True
    elif figure.unit:
        sort = "share" if figure.unit == "%" else "amount"
        yield Fact(sort, f"{figure.unit} {number.value}"), True
    else:
        yield from _times(figure, number)
    if figure.is_shared:
        yield number, False
    if figure.other:
        yield Fact("number", figure.other), False


def _scaled(figure: Figure) -> str:
    if figure.scale == 1:
        return figure.number
    return plain(str(Decimal(figure.number) * figure.scale))


def _times(figure: Figure, number: Fact) -> Iterator[tuple[Fact, bool]]:
    """Yield a figure as a time and as a number, where it can be both.

    A whole hour is a number: "15 uur", "15:00" and "3 pm" are the same fact, and so is how long
    something takes.
    """
    readings = [_time(figure.hour, figure.minutes)] if figure.minutes else []
    if figure.later and figure.later <= figure.hour < 12:
        readings.insert(0, _time(figure.hour + 12, figure.minutes))
    if number.value:
        is_first = not (figure.is_clock or (figure.later and len(readings)))
        readings.insert(0 if is_first else len(readings), number)
    for rank, fact in enumerate(readings):
        yield fact, rank == 0


def _time(hour: int, minutes: str) -> Fact:
    return Fact("time", f"{hour}:{minutes}") if minutes else Fact("number", str(hour))


def _date(text: str) -> Iterator[Fact]:
    """Yield the day and the year of a date in digits, day first unless the year is."""
    parts = [int(part) for part in DIGITS.findall(text)]
    year, month, day = parts if len(str(parts[0])) == 4 else reversed(parts)
    if month > 12:
        month, day = day, month
    yield Fact("date", f"{month:02}-{day:02}")
    yield Fact("number", str(year))
