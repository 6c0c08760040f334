"""The words of the front matter: which values a translator gives, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

import yaml

from samenleven.model.front_matter import LOADER
from samenleven.model.kinds import SLUG
from samenleven.model.table import Scope, schema


class Columns(NamedTuple):
    """Which columns of a list of records hold words, and which one tells the records apart."""

    key: str
    words: frozenset[str]


Table = Mapping[str, Columns | None]  # by field; None for a text or a list of texts


class Written(Protocol):
    """A value as it was written: text, a list or a map of others."""

    @property
    def data(self) -> Any:
        """Return the text, the list or the map."""


class _Node(NamedTuple):
    """A value of the front matter with its place in the text."""

    data: Any
    start: int
    end: int


class Scalar(NamedTuple):
    """A text of the front matter: its path, its words, and text[start:end]."""

    name: str
    words: str
    start: int
    end: int


def words_table(entry: type[Any]) -> dict[str, Columns | None]:
    """Return the fields of a type of page that a translator gives.

    A slug is a part of an address: whoever makes the page in a language chooses it.
    """
    return {
        name: _columns(field.kind) if field.kind.record else None
        for name, field in schema(entry).items()
        if field.scope is Scope.WORDS and field.kind is not SLUG
    }


def _columns(kind: Any) -> Columns:
    columns = schema(kind.record).items()
    words = (name for name, field in columns if field.scope is Scope.WORDS)
    return Columns(kind.key, frozenset(words))


def find_words(fields: Mapping[str, Written], table: Table) -> Iterator[tuple[str, Any]]:
    """Yield (path, value) of each text for a translator, in the order of the file.

    A path is "title", "limitations.0", "stops.bridge.name", or "steps.0.text" without keys.
    """
    for name, value in fields.items():
        if name in table:
            yield from _descend(name, value, table[name])


def _descend(path: str, value: Any, columns: Columns | None) -> Iterator[tuple[str, Any]]:
    if isinstance(value.data, str):
        yield path, value
    elif isinstance(value.data, list):
        for number, item in enumerate(value.data):
            if columns is None or not isinstance(item.data, dict):
                yield from _descend(f"{path}.{number}", item, None)
                continue
            key = item.data.get(columns.key)
            own = key.data if key and isinstance(key.data, str) else number
            for name, column in item.data.items():
                if name in columns.words:
                    yield from _descend(f"{path}.{own}.{name}", column, None)


def find_scalars(text: str, start: int, end: int, table: Table) -> list[Scalar]:
    """Return the texts for a translator in the YAML text[start:end]; none if it is no mapping."""
    try:
        node = yaml.compose(text[start:end], Loader=LOADER)
    except yaml.YAMLError:
        return []
    if not isinstance(node, yaml.MappingNode):
        return []
    found = find_words(_read(node, start).data, table)
    return [
        Scalar(path, words, value.start, value.start + len(text[value.start : value.end].rstrip()))
        for path, value in found
        if (words := " ".join(value.data.split()))
    ]


def _read(node: yaml.Node, offset: int) -> _Node:
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    if isinstance(node, yaml.SequenceNode):
        return _Node([_read(item, offset) for item in node.value], start, end)
    if isinstance(node, yaml.MappingNode):
        pairs = ((key, _read(value, offset)) for key, value in node.value)
        return _Node({str(key.value): value for key, value in pairs}, start, end)
    return _Node(node.value, start, end)


def write_scalar(words: str, following: str = "") -> str:
    """Return words as YAML on one line: bare where that reads the same, else between quotes.

    `following` is what stands behind them in the file: in a list between brackets, they are quoted.
    """
    is_flow = re.match(r"\s*[,\]}]", following)
    if not is_flow and _reads_bare(words):
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _reads_bare(words: str) -> bool:
    """Tell whether YAML reads the value of a key as these words."""
    try:
        node = yaml.compose(f"- key: {words}\n", Loader=LOADER)
    except yaml.YAMLError:
        return False
    pairs = node.value[0].value if isinstance(node, yaml.SequenceNode) else []
    return len(pairs) == 1 and pairs[0][1].value == words
