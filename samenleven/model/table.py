"""The table of fields: which values a page can hold, in which of its files, and what they mean.

`fact` stands in the Dutch source alone, `words` in every language, `own` in any file, and
`about_translation` in translations alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from samenleven.model.kinds import Kind
from samenleven.problems import Message


class Scope(Enum):
    """In which files of a page a field may stand."""

    FACT = "fact"
    WORDS = "words"
    OWN = "own"
    TRANSLATION = "translation"


class Field(NamedTuple):
    """One row of the table: what an editor may write, and what it means."""

    name: str
    kind: Kind
    scope: Scope
    required: bool
    help: Message


def _column(scope: Scope, kind: Kind, text: Message, required: bool) -> Any:
    row = Field("", kind, scope, required, text)
    default = dataclasses.MISSING if required and scope is not Scope.TRANSLATION else None
    if default is None:
        return dataclasses.field(default=None, metadata={"field": row})
    return dataclasses.field(metadata={"field": row})


def fact(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that only the source language gives."""
    return _column(Scope.FACT, kind, text, required)


def words(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that each language gives in its own words."""
    return _column(Scope.WORDS, kind, text, required)


def own(kind: Kind, text: Message) -> Any:
    """Return the column of a field that each file gives for itself."""
    return _column(Scope.OWN, kind, text, False)


def about_translation(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that only translations give."""
    return _column(Scope.TRANSLATION, kind, text, required)


def schema(entry: type[Any]) -> Mapping[str, Field]:
    """Return the table of a type of page: its fields by name, in the order of the classes."""
    kind: Any = entry  # mypy holds a class that has __eq__ for unhashable
    return _schema(kind)


@cache
def _schema(entry: Any) -> Mapping[str, Field]:
    return MappingProxyType(
        {
            column.name: column.metadata["field"]._replace(name=column.name)
            for column in dataclasses.fields(entry)
            if "field" in column.metadata
        }
    )
