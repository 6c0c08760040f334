"""What begins and ends a block of Markdown, as Python-Markdown and its extensions read it."""

from __future__ import annotations

import re

TAB = 4  # columns that the content of a list item, a note or a definition is set in
MAX_MARGIN = 99  # characters before the words of a line; the time taken is the square of it
MARGIN = re.compile(r"[ \t]*(?:>[ \t]*)*")
FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*$")
RULE = re.compile(r"(?:([*_-])[ ]*(?:\1[ ]*){2,}|=+|-+|\[TOC\]|\{:?[ ]*[^{}]*\})[ \t]*$")
HEADING = re.compile(
    r"#{1,6}[ \t]*(?P<words>.*?)(?:[ \t]+#+)?(?:[ \t]*\{:?(?P<attributes>[^{}]*)\})?[ \t]*$"
)
ANCHOR = re.compile(r"#([^\s}]+)")
DELIMITER = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ \t]*$")
CELL = re.compile(r"(?:\\.|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|[^|])+", re.DOTALL)
TITLED = re.compile(r"!!!\+?[ ]?[\w -]+?(?:[ ]+\"(?P<words>.*?)\")?[ \t]*$")
ADDRESS = re.compile(
    r"(?P<kept>\[(?!\^)[^\[\]]*\]:[ ]*(?:<[^<>]*>|\S+))[ \t]*(?:[\"'(](?P<words>.*)[\"')])?[ \t]*$"
)
ABBREVIATION = re.compile(r"\*\[[^\]]+\][ ]?:[ \t]*")
FOOTNOTE = re.compile(r"\[\^[^\]]*\]:[ \t]*")
ITEM = re.compile(r"(?:[*+-]|\d{1,9}[.)])(?:[ \t]+|$)")
DEFINITION = re.compile(r":[ \t]+")
# A number other than 1 may begin a line of a paragraph: "7 december / 2018. In Europa".
BEGINS = re.compile(
    r"#{1,6}|`{3,}|~{3,}|!!!|(?:[*+-]|1[.)])[ \t]|:[ \t]+|\*\[[^\]]+\][ ]?:|\[[^\[\]]+\]:[ ]"
)
OPAQUE = re.compile(r"<(script|style|pre|textarea|svg|math)\b", re.IGNORECASE)
_BLOCK_TAGS = """address article aside blockquote body button caption center col colgroup dd
    details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
    header hgroup hr html iframe legend li link main menu nav object ol option output p param
    picture progress section source summary table tbody td tfoot th thead title tr track ul
    video""".split()  # noqa: SIM905 - a list would take sixty lines
_ATTRIBUTES = r"""(?:[^<>"']|"[^"]*"|'[^']*')*>"""
TAG = re.compile(rf"</?[A-Za-z]{_ATTRIBUTES}")
_BLOCK_TAG = rf"</?(?:{'|'.join(_BLOCK_TAGS)})\b{_ATTRIBUTES}|<!--.{{0,2000}}?-->"
TAG_BEGINS = re.compile(_BLOCK_TAG, re.IGNORECASE | re.DOTALL)
CUT = re.compile(
    rf"\\`|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|(?P<tag>{_BLOCK_TAG})", re.IGNORECASE | re.DOTALL
)


class Line:
    """A line of the text; `start` moves behind the markers that were read."""

    def __init__(self, text: str, first: int, end: int) -> None:
        margin = MARGIN.match(text, first, end)
        assert margin  # it matches nothing at all too
        self.first, self.end, self.start = first, end, margin.end()
        self.quotes = margin[0].count(">")
        # One blank behind ">" belongs to the mark.
        blanks = margin[0].rpartition(">")[2].expandtabs(TAB)
        self.indent = max(0, len(blanks) - bool(self.quotes))
        self.is_blank = self.start == end


def read_lines(text: str, start: int) -> list[Line]:
    """Return the lines of text[start:]."""
    lines = []
    for line in text[start:].split("\n"):
        end = start + len(line)
        lines.append(Line(text, start, end - line.endswith("\r")))
        start = end + 1
    return lines
