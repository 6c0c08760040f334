"""Rewrite the fields of a translation that lack words, or have words that the Dutch lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from samenleven.model.front_matter import Value, parse_front_matter
from samenleven.translation.blocks import Kind
from samenleven.translation.fields import Columns, Table, write_scalar
from samenleven.translation.freshness import Part
from samenleven.translation.segments import Segment, front_span

_KEY = re.compile(r"[^\s#\-][^\n]*?:(?=\s|$)")
Words = Mapping[str, str]  # by path


def rewrite_fields(
    dutch: str, text: str, table: Table, parts: Sequence[Part], words: Mapping[int, str]
) -> str:
    """Return a translation with the fields that it lacks, where `words` has all of their words.

    Fields that the Dutch no longer has go, unless they were edited by hand.
    """
    ours, theirs = _read_front(dutch), _read_front(text)
    fields = {n: one for n, part in enumerate(parts) if (one := part.dutch) and _is_field(one)}
    known = {one.name: other.words for n, one in fields.items() if (other := parts[n].target)}
    known |= {one.name: words[n] for n, one in fields.items() if n in words}
    start, end = front_span(text)
    front = text[start:end]
    for name in _fields_to_write(parts, words):
        if name not in ours:
            front = set_field(front, name, "")
        elif name in table:
            lines = write_field(name, ours[name], theirs.get(name), table[name], known)
            front = set_field(front, name, lines) if lines else front
    return text[:start] + front + text[end:]


def _read_front(text: str) -> dict[str, Value]:
    start, end = front_span(text)
    return parse_front_matter(text[start:end], 1)


def _fields_to_write(parts: Sequence[Part], words: Mapping[int, str]) -> list[str]:
    """Return the fields with a new text or one that is gone, each once."""
    found = []
    for number, part in enumerate(parts):
        if part.dutch and _is_field(part.dutch) and number in words and not part.target:
            found.append(part.dutch.name)
        if part.target and _is_field(part.target) and part.is_to_go:
            found.append(part.target.name)
    return list(dict.fromkeys(path.partition(".")[0] for path in found))


def _is_field(segment: Segment) -> bool:
    return segment.kind is Kind.FIELD


def write_field(
    name: str, dutch: Any, other: Any, columns: Columns | None, words: Words
) -> str | None:
    """Return the lines of a field as a translation has it, or None where words are missing.

    `dutch` and `other` are its values in the two files. A record with a key may be left out, and
    keeps what only a translation gives.
    """
    if isinstance(dutch.data, str):
        return f"{name}: {write_scalar(words[name])}\n" if name in words else None
    if not isinstance(dutch.data, list):
        return None
    lines: list[str] = []
    own = _own_columns(other, columns)
    for number, item in enumerate(dutch.data):
        if columns and isinstance(item.data, dict):
            label = item.data[columns.key].data if columns.key else number
            record = list(_write_record(f"{name}.{label}", item.data, columns, words))
            record += own.get(label, [])
            if None in record and not columns.key:
                return None
            lines += [] if None in record else [line for line in record if line]
        elif (path := f"{name}.{number}") in words:
            lines.append(f"  - {write_scalar(words[path])}\n")
        else:
            return None
    return f"{name}:\n{''.join(lines)}" if lines else None


def _own_columns(other: Any, columns: Columns | None) -> dict[Any, list[str]]:
    """Return the lines of each record that are neither its key nor translated words."""
    own = {}
    for number, item in enumerate(other.data if other and columns else ()):
        if columns and isinstance(item.data, dict):
            key = item.data.get(columns.key)
            own[key.data if key else number] = [
                f"    {line}"
                for column, value in item.data.items()
                if column not in {columns.key, *columns.words}
                for line in _write_plain(column, value)
            ]
    return own


def _write_plain(column: str, value: Any) -> list[str]:
    if isinstance(value.data, str):
        return [f"{column}: {write_scalar(value.data)}\n"]
    return [f"{column}:\n", *(f"      - {write_scalar(item.data)}\n" for item in value.data)]


def _write_record(
    path: str, record: Mapping[str, Any], columns: Columns, words: Words
) -> Iterator[str | None]:
    """Yield the lines of a record, None for words that are missing."""
    start = "  - "
    if columns.key:
        yield f"{start}{columns.key}: {write_scalar(record[columns.key].data)}\n"
        start = "    "
    for column, value in record.items():
        if column in columns.words and column != columns.key:
            for line in _write_column(f"{path}.{column}", column, value, words):
                yield line and start + line
                start = "    "
    if start == "  - ":
        yield "  - {}\n"


def _write_column(path: str, column: str, value: Any, words: Words) -> Iterator[str | None]:
    if isinstance(value.data, str):
        yield f"{column}: {write_scalar(words[path])}\n" if path in words else None
        return
    yield f"{column}:\n"
    for number in range(len(value.data)):
        line = words.get(f"{path}.{number}")
        yield f"  - {write_scalar(line)}\n" if line is not None else None


def set_field(front: str, name: str, lines: str) -> str:
    """Return front matter with a field in the place of the one of that name, else at its end."""
    start, end = find_field(front, name)
    newline = "\r\n" if "\r\n" in front else "\n"
    return front[:start] + lines.replace("\n", newline) + front[end:]


def find_field(front: str, name: str) -> tuple[int, int]:
    """Return where the lines of a field begin and end; the end of the text if it is not there."""
    start, place = None, 0
    for line in front.splitlines(keepends=True):
        key = _KEY.match(line)
        if start is not None and (key or line.startswith("#")):
            return start, place
        if key and key[0].strip("\"':") == name:
            start = place
        place += len(line)
    return (place, place) if start is None else (start, place)
