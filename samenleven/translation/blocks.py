"""Find the runs of words in Markdown, as Python-Markdown reads it, by their place in the text.

Nothing is parsed and written again: what is no run stays as it is. So a block that is judged
wrongly costs a translator a strange line, and never the page its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from samenleven.translation import grammar
from samenleven.translation.grammar import MARGIN, MAX_MARGIN, TAB, Line, read_lines


class Kind(Enum):
    """What a run of words is in the page."""

    FIELD = "field"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"
    TITLE = "title"
    CODE = "code"  # never offered to a translator: blocks of code, addresses given apart


class Span(NamedTuple):
    """A run of words: text[start:end]. `name` is the anchor of a heading."""

    kind: Kind
    start: int
    end: int
    name: str = ""


# What stands before words on their line, and makes room for further blocks.
_MARKERS = (
    (Kind.ABBREVIATION, grammar.ABBREVIATION),
    (Kind.FOOTNOTE, grammar.FOOTNOTE),
    (Kind.ITEM, grammar.ITEM),
    (Kind.DEFINITION, grammar.DEFINITION),
)


def find_spans(text: str, start: int = 0) -> list[Span]:
    """Return the runs of words in the Markdown text[start:], in their order."""
    return _Scanner(text, start).scan()


class _Scanner:
    """Read the lines once. Each rule returns the number of the first line behind what it took."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.lines = read_lines(text, start)
        self.depth = 0  # lists, notes and definitions that the line may lie in
        self.kind = Kind.PARAGRAPH  # of the next words, as a marker says
        self.is_fresh = True  # code may begin here
        self.absent: set[str] = set()  # what would close a block, and does not come any more
        self.spans: list[Span] = []

    def scan(self) -> list[Span]:
        """Return all runs."""
        kept = (self._blank, self._opaque, self._long_tag, self._fence, self._code, self._rule)
        lines = (self._heading, self._table, self._titled, self._address, self._marker)
        rules = (*kept, *lines, self._paragraph)
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            number = next(after for rule in rules if (after := rule(number, line)) is not None)
        return self.spans

    def _add(self, kind: Kind, start: int, end: int, name: str = "") -> None:
        """Take text[start:end] without the white space around it."""
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        if words := raw.strip():
            self.spans.append(Span(kind, start, start + len(words), name))

    def _match(self, rule: re.Pattern[str], line: Line) -> re.Match[str] | None:
        return rule.match(self.text, line.start, line.end)

    def _end_block(self, after: int) -> int:
        self.kind, self.is_fresh = Kind.PARAGRAPH, True
        return after

    def _blank(self, number: int, line: Line) -> int | None:
        return self._end_block(number + 1) if line.is_blank else None

    def _opaque(self, number: int, line: Line) -> int | None:
        """Take a comment, or an element whose content is no text."""
        if self.text.startswith("<!--", line.start):
            close = "-->"
        elif tag := self._match(grammar.OPAQUE, line):
            close = f"</{tag[1]}>"
        else:
            return None
        end = self._find(close, line.start)
        if end is None:
            return None
        after = number + self.text.count("\n", line.start, end) + 1
        if close != "-->":
            self._add(Kind.CODE, line.start, self.lines[after - 1].end)
        return self._end_block(after)

    def _find(self, close: str, start: int) -> int | None:
        """Return where `close` stands; what was once looked for in vain is not looked for again."""
        found = close not in self.absent and re.compile(re.escape(close), re.IGNORECASE).search(
            self.text, start
        )
        if not found:
            self.absent.add(close)
            return None
        return found.start()

    def _long_tag(self, number: int, line: Line) -> int | None:
        """Step over a tag of more lines than one: its ">" is no mark of a quote."""
        tag = self._tag_of_lines(line)
        if not tag:
            return None
        after = number + tag[0].count("\n")
        self._step(self.lines[after], tag.end())
        return after

    def _tag_of_lines(self, line: Line) -> re.Match[str] | None:
        tag = grammar.TAG.match(self.text, line.start)
        return tag if tag and "\n" in tag[0] else None

    def _step(self, line: Line, start: int) -> None:
        """Go on reading a line behind `start`."""
        margin = MARGIN.match(self.text, start, line.end)
        line.start = margin.end() if margin else start
        line.is_blank = line.start == line.end

    def _fence(self, number: int, line: Line) -> int | None:
        fence = self._match(grammar.FENCE, line)
        if not fence or fence[1] in self.absent:
            return None
        close = re.compile(rf"{fence[1][0]}{{{len(fence[1])},}}[ \t]*$")
        for after in range(number + 1, len(self.lines)):
            if self._match(close, self.lines[after]):
                self._add(Kind.CODE, line.start, self.lines[after].end)
                return self._end_block(after + 1)
        self.absent.add(fence[1])
        return None

    def _code(self, number: int, line: Line) -> int | None:
        """Take indented code; else note how deep the line lies."""
        if not self.is_fresh or self.kind is not Kind.PARAGRAPH:
            return None
        self.depth = min(self.depth, line.indent // TAB)
        width = TAB * (self.depth + 1)
        if line.indent < width:
            return None
        last = number
        for after in range(number, len(self.lines)):
            if not self.lines[after].is_blank:
                if self.lines[after].indent < width:
                    break
                last = after
        self._add(Kind.CODE, line.start, self.lines[last].end)
        return self._end_block(last + 1)

    def _rule(self, number: int, line: Line) -> int | None:
        return self._end_block(number + 1) if self._match(grammar.RULE, line) else None

    def _heading(self, number: int, line: Line) -> int | None:
        heading = self._match(grammar.HEADING, line)
        if not heading:
            return None
        anchor = grammar.ANCHOR.search(heading["attributes"] or "")
        self._add(Kind.HEADING, *heading.span("words"), anchor[1] if anchor else "")
        return self._end_block(number + 1)

    def _table(self, number: int, line: Line) -> int | None:
        following = self.lines[number + 1 : number + 2]
        if "|" not in self.text[line.start : line.end] or not (
            following and self._match(grammar.DELIMITER, following[0])
        ):
            return None
        after = number
        while after < len(self.lines) and not self.lines[after].is_blank:
            if after != number + 1:
                row = self.lines[after]
                for cell in grammar.CELL.finditer(self.text, row.start, row.end):
                    self._add(Kind.CELL, *cell.span())
            after += 1
        return self._end_block(after)

    def _titled(self, number: int, line: Line) -> int | None:
        titled = self._match(grammar.TITLED, line)
        if not titled:
            return None
        self._add(Kind.TITLE, *titled.span("words"))
        self.depth = line.indent // TAB + 1
        return self._end_block(number + 1)

    def _address(self, number: int, line: Line) -> int | None:
        address = self._match(grammar.ADDRESS, line)
        if not address:
            return None
        self._add(Kind.CODE, *address.span("kept"))
        self._add(Kind.TITLE, *address.span("words"))
        return self._end_block(number + 1)

    def _marker(self, number: int, line: Line) -> int | None:
        """Step over the marker of an item, a note or a definition, and read the line again."""
        for kind, marker in _MARKERS:
            found = self._match(marker, line)
            if found and found.end() - line.first < MAX_MARGIN:
                self._step(line, found.end())
                self.kind, self.depth = kind, line.indent // TAB + 1
                return number
        return None

    def _paragraph(self, number: int, line: Line) -> int:
        after = number + 1
        while after < len(self.lines) and not self._begins_block(self.lines[after], line):
            after += 1
        following = self.lines[after : after + 1]
        kind = self.kind
        if following and self._match(grammar.DEFINITION, following[0]):
            for term in self.lines[number:after]:
                self._add(Kind.TERM, term.start, term.end)
        else:
            is_heading = after == number + 1 and following and self._is_underline(following[0])
            kind = Kind.HEADING if is_heading else self.kind
            for start, end in self._between_tags(line.start, self.lines[after - 1].end):
                self._add(kind, start, end)
        self.is_fresh, self.kind = False, Kind.PARAGRAPH
        return after

    def _is_underline(self, line: Line) -> bool:
        return bool(re.fullmatch(r"=+|-+", self.text[line.start : line.end].strip()))

    def _begins_block(self, line: Line, first: Line) -> bool:
        """Tell whether a line ends the paragraph that begins on the line `first`."""
        return (
            line.is_blank
            or line.quotes > first.quotes
            or any(
                self._match(rule, line)
                for rule in (grammar.BEGINS, grammar.RULE, grammar.TAG_BEGINS, grammar.OPAQUE)
            )
            or self._tag_of_lines(line) is not None
            or bool(self.kind is Kind.ITEM and self._match(grammar.ITEM, line))
        )

    def _between_tags(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the runs between the tags of blocks, such as those of a `<table>`."""
        for found in grammar.CUT.finditer(self.text, start, end):
            if found["tag"]:
                yield start, found.start()
                start = found.end()
        yield start, end
