"""Read each number of a text with what belongs to it: million, euro, per cent, month, p.m."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from samenleven.translation.facts.lexicon import Lexicon
from samenleven.translation.facts.terms import CURRENCIES, Term
from samenleven.translation.facts.tokens import SIGNS, Token

GROUPED = re.compile(r"\d{1,3}(?:([.,٬'’\s])\d{3})(?:\1\d{3})*(?:[.,٫]\d{1,2})?")
CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[.:]|\s?[uh]\s?)([0-5]\d)", re.IGNORECASE)


@dataclass
class Figure:
    """A number in the tokens first to last, and what is counted with it, as far as it was read."""

    first: int
    last: int
    number: str  # "326600", "7.5"; "1.4.3" stays as it is; "" for what can only be a time
    other: str = ""  # the number that it is where a point groups digits after all
    hour: int = 0  # where it can be a time
    minutes: str = ""  # two digits; "" for a whole hour
    is_clock: bool = False  # whether it is a time rather than a number
    is_hour: bool = False  # whether a word for hour stands beside it
    scale: int = 1
    unit: str = ""
    month: int = 0
    later: int = 0  # the first hour to which twelve are added, where it is after noon
    is_shared: bool = False  # what is counted is written at the number beside it
    shown: tuple[int, int] = (0, 0)  # the tokens to show for it: of a range, all

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing says yet what is counted."""
        return not (self.unit or self.month or self.is_clock) and self.scale == 1

    @property
    def is_day(self) -> bool:
        """Tell whether it can be the day of a month."""
        return self.number.isdigit() and 1 <= int(self.number) <= 31

    @property
    def is_year(self) -> bool:
        """Tell whether it looks like a year of our time."""
        return self.number.isdigit() and 1900 <= int(self.number) <= 2099


def read_figures(tokens: list[Token], lexicon: Lexicon) -> list[Figure]:
    """Return the figures of a text, in their order."""
    figures: list[Figure] = []
    for place, token in enumerate(tokens):
        if token.sort in ("number", "clock"):
            figure = _read_token(token, place, lexicon.decimal)
            _read_before(figure, tokens, figures[-1].last + 1 if figures else 0, lexicon)
            _read_behind(figure, tokens)
            figure.shown = figure.first, figure.last
            figures.append(figure)
    _share(figures, tokens)
    return figures


def _read_token(token: Token, place: int, decimal: str) -> Figure:
    clock = CLOCK.fullmatch(token.text)
    if token.sort == "clock" and not clock:
        return Figure(place, place, token.text)  # 90:10
    if clock and (token.sort == "clock" or clock[2] == "00"):
        number = str(int(clock[1])) if clock[2] == "00" else ""
        minutes = clock[2].replace("00", "")
        hour = int(clock[1])
        return Figure(place, place, number, hour=hour, minutes=minutes, is_clock=True)
    number = read_number(token.text, decimal)
    other = read_number(token.text, "")
    figure = Figure(place, place, number, "" if other == number else other)
    if clock:
        figure.hour, figure.minutes, figure.is_clock = int(clock[1]), clock[2], decimal != "."
    elif number.isdigit() and int(number) <= 24:
        figure.hour = int(number)
    return figure


def read_number(text: str, decimal: str) -> str:
    """Return a number without separators, and with a point before its decimals.

    A separator before three digits groups them, unless it is the decimal sign of the language.
    """
    parts = re.split(r"\D", text)
    separators = re.findall(r"\D", text)
    if GROUPED.fullmatch(text) and (len(separators) > 1 or separators[0] != decimal):
        has_decimals = len(parts[-1]) < 3
        whole = "".join(parts[:-1] if has_decimals else parts)
        return plain(f"{whole}.{parts[-1]}" if has_decimals else whole)
    if len(parts) > 2:
        return ".".join(parts)
    return plain(".".join(parts))


def plain(number: str) -> str:
    """Return a number as short as it can be: "7.50" -> "7.5", "007" -> "7"."""
    return f"{Decimal(number).normalize():f}"


def _read_before(figure: Figure, tokens: list[Token], free: int, lexicon: Lexicon) -> None:
    """Take the sign, part of the day or month before a number, from the token `free` on."""
    place = figure.first - 1
    if place < free:
        return
    figure.is_hour = tokens[place].means("hour")
    token = tokens[max(place - figure.is_hour, free)]
    match token.term:
        case ("unit", value, _) if value == "%" or token.text in {*SIGNS, *CURRENCIES}:
            figure.first, figure.unit = place, value
        case ("later", hour, _) if lexicon.is_hour_last:
            figure.later = hour
        case ("month", month, _) if _is_day_behind_month(figure, tokens):
            figure.first, figure.month = place, month


def _is_day_behind_month(figure: Figure, tokens: list[Token]) -> bool:
    """Tell whether "November 21" is a day: only with an ending or a year behind it."""
    behind = tokens[figure.last + 1 : figure.last + 3]
    if not figure.is_day or not behind:
        return False
    has_ending = behind[0].text.lower() in ("st", "nd", "rd", "th")
    return has_ending or (behind[0].text == "," and behind[-1].text.isdigit())


def _read_behind(figure: Figure, tokens: list[Token]) -> None:
    """Take the words behind a number that belong to it."""
    figure.last = _last_of_ending(tokens, figure.last)
    for place in range(figure.last + 1, len(tokens)):
        token = tokens[place]
        if token.means("hour"):
            figure.is_hour = True
        if token.term and _take(figure, token.term):
            figure.last = place
        elif not (token.means("link", "hour") or (token.text == "." and figure.scale > 1)):
            break


def _take(figure: Figure, term: Term) -> bool:
    """Note what a term says of the figure; tell whether it did."""
    match term.sort:
        case "scale" if figure.scale == 1 and not figure.month:
            figure.scale = term.value
        case "unit" if not (figure.unit or figure.month):
            figure.unit = term.value
        case "month" | "abbreviation" if figure.is_day and figure.is_plain:
            figure.month = term.value
        case "later" if term.is_sure or figure.is_clock or figure.is_hour:
            figure.later = term.value
        case _:
            return False
    return True


def _last_of_ending(tokens: list[Token], last: int) -> int:
    """Return the last token of an ending that is written to a number: 21st, 3de, 2026’da."""
    place = last + 1
    while place < len(tokens) and tokens[place].is_glued and tokens[place].sort == "dash":
        place += 1
    if place < len(tokens) and (token := tokens[place]).is_glued and token.sort == "word":
        return last if token.term or len(token.text) > 4 else place
    return last


def _share(figures: list[Figure], tokens: list[Token]) -> None:
    """Give the numbers of a range or list what is written once: €5 to 10, 3 tot 12 november."""
    pairs = [
        (left, right, _joiners(tokens[left.last + 1 : right.first]))
        for left, right in pairwise(figures)
    ]
    for left, right, joiners in pairs:
        if joiners and left.unit and tokens[left.first].sort == "sign" and right.is_plain:
            right.unit = left.unit
            _join(right, left, right)
    for left, right, joiners in reversed(pairs):
        if right.later and joiners and left.hour < right.hour < 12:
            left.later = left.later or right.later
        if not joiners or not left.is_plain or left.is_year:
            continue
        if right.month and left.is_day:
            left.month = right.month
            _join(left, left, right)
        elif (right.unit or right.scale > 1) and joiners != {","}:
            left.unit, left.scale = right.unit, right.scale
            _join(left, left, right)


def _join(taker: Figure, left: Figure, right: Figure) -> None:
    taker.is_shared = True
    left.shown = right.shown = left.shown[0], right.shown[1]


def _joiners(between: list[Token]) -> set[str]:
    """Return the words and marks that join two numbers; none where something else is said."""
    joining = {token.text for token in between if token.sort == "dash" or token.means("joiner")}
    joining |= {"," for token in between if token.text in (",", "،")}
    others = [token for token in between if token.text not in joining | {"،"}]
    is_clean = all(token.means("weekday", "link") for token in others)
    return joining if is_clean and len(between) <= 4 else set()
