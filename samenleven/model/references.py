"""Which pages and files an entry names in its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenleven.model.entries import Entry
from samenleven.model.source import Place
from samenleven.model.table import schema


def named_places(entry: Entry) -> Iterator[Place]:
    """Yield every page that a fact of the entry names, its records included."""
    yield from _named(entry)


def _named(table: Any) -> Iterator[Place]:
    for name, field in schema(type(table)).items():
        value = getattr(table, name)
        yield from field.kind.places(value)
        for record in value or () if field.kind.record else ():
            yield from _named(record)


def named_files(entry: Entry) -> Iterator[str]:
    """Yield the path below the content folder of every file that a record of the entry names."""
    for name, field in schema(type(entry)).items():
        for record in getattr(entry, name) or () if field.kind.record else ():
            for column, part in schema(type(record)).items():
                if part.kind.names_file and getattr(record, column):
                    yield f"{entry.place}/{getattr(record, column)}"
