"""The words of a page in one language, in short runs that each know their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from samenleven.model.kinds import SLUG
from samenleven.model.lines import decode_line, hide_code
from samenleven.model.table import Field, Scope, schema
from samenleven.model.validate import Read

# A line that begins so does not go on with the paragraph above it.
BEGINS = re.compile(r"\s*(?:[-*+>|:]\s|\d+[.)]\s|#|!!!|\||\[|\*\[|$)")
MARKER = re.compile(r"^\s*(?:>\s?)*\s*(?:(?:[-*+:]|\d+[.)]|#+)\s+|\[\^[^\]]*\]:|!!!\s*\w*)?")
TARGET = re.compile(r"\]\(\s*<?([^\s()<>]+)>?[^()]*\)|^\s*\[[^\]^]+\]:\s*<?([^\s<>]+)|<([^<>\s]+)>")
MAY_HOLD_TARGET = re.compile(r"[\]<]")  # the form itself takes longer to look
MARKS = re.compile(r"<[^<>]*>|\{:?[^{}]*\}|\[\^[^\]]*\]|[*_~`\[\]]")


class Passage(NamedTuple):
    """A run of words, with a line feed where the editor broke the line."""

    name: str  # the path of a field; "" in the body
    line: int
    words: str
    addresses: str  # what links in it lead to, line by line

    def line_at(self, place: int) -> int:
        """Return the line of the file on which words[place] stands."""
        return self.line + self.words.count("\n", 0, place)


def read_passages(read: Read, table: Mapping[str, Field]) -> Iterator[Passage]:
    """Yield the words of the fields in the order of the table, then those of the body."""
    for field in table.values():
        if field.scope is Scope.WORDS and field.kind is not SLUG and field.name in read.values:
            yield from _of_field(field, read)
    yield from _of_body(read.source.body, read.source.body_line)


def _of_field(field: Field, read: Read) -> Iterator[Passage]:
    value = read.source.fields[field.name]
    if field.kind.record:
        for number, record in enumerate(read.values[field.name]):
            key = record.values.get(field.kind.key, number)
            for name, column in schema(field.kind.record).items():
                if column.scope is Scope.WORDS and isinstance(record.values.get(name), str):
                    words = record.values[name]
                    yield Passage(f"{field.name}.{key}.{name}", record.line_of(name), words, "")
    else:
        lines = value.data if isinstance(value.data, list) else [value]
        for number, line in enumerate(lines):
            if isinstance(line.data, str):
                words = " ".join(line.data.split())
                yield Passage(f"{field.name}.{number}", line.line, words, "")


def _of_body(body: str, first: int) -> Iterator[Passage]:
    words: list[str] = []
    addresses: list[str] = []
    start = first
    for number, raw in enumerate([*hide_code(body).split("\n"), ""], first):
        if words and BEGINS.match(raw):
            yield Passage("", start, "\n".join(words), "\n".join(addresses))
            words, addresses = [], []
        if raw.strip():
            start = start if words else number
            line = decode_line(raw)
            shown, targets = _cut_targets(line) if MAY_HOLD_TARGET.search(line) else (line, "")
            addresses.append(targets)
            words.append(MARKS.sub("", MARKER.sub("", shown)))


def _cut_targets(line: str) -> tuple[str, str]:
    """Return a line without what its links lead to, and that."""
    targets = [
        part.removeprefix("mailto:").removeprefix("tel:")
        for match in TARGET.findall(line)
        for part in match
        if part
    ]
    return TARGET.sub(lambda match: "]" if match[0][0] == "]" else " ", line), " ".join(targets)
