"""Lists of records in the front matter: photos, terms, stops, each a small table of its own.

The class of a record has columns as the class of a page has. The Dutch file gives all of them but
those about a translation. A translation gives the words alone, and says of which record by its
key; records without a key are told apart by their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from samenleven.model.front_matter import Value
from samenleven.model.kinds import Kind
from samenleven.model.table import Field, Scope, schema
from samenleven.problems import Invalid, Message, guess, say

Fault = tuple[int, Message, Message]  # line, what is wrong, how to mend it


class Record(NamedTuple):
    """The values of one record of a file by the names of its columns, and their lines."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    line: int

    def line_of(self, name: str) -> int:
        """Return the line of a value, or that of the record when it is not there."""
        return self.lines.get(name, self.line)


def records_of(record: type[Any], key: str = "") -> Kind:
    """Return the kind of a list of `record`s that are told apart by their column `key`."""
    names = ", ".join(schema(record))
    return Kind(say("a list of: %(names)s", names=names), _refuse, True, "", record, key)


def _refuse(value: Value) -> Any:
    raise AssertionError("records are read by read_records()")


def read_records(
    kind: Kind, value: Value, *, is_translation: bool
) -> tuple[tuple[Record, ...], list[Fault]]:
    """Return the records of one file, and what is wrong with them; a faulty value is left out."""
    if not isinstance(value.data, list) or not value.data:
        what = say("a list is expected here.")
        return (), [(value.line, what, say('Put each on a line of its own, behind "- ".'))]
    faults: list[Fault] = []
    table = schema(kind.record)
    records = tuple(
        _read_record(item, table, kind.key, is_translation, faults) for item in value.data
    )
    faults.extend(_find_doubles(records, kind.key))
    return records, faults


def _read_record(
    item: Value, table: Mapping[str, Field], key: str, is_translation: bool, faults: list[Fault]
) -> Record:
    if not isinstance(item.data, dict):
        first = key or next(iter(table))
        what = say("keys and values are expected here.")
        faults.append((item.line, what, say('Write it as "- %(name)s: ...".', name=first)))
        return Record({}, {}, item.line)
    allowed = _allowed(table, key, is_translation)
    values, lines = {}, {name: value.line for name, value in item.data.items()}
    for name, value in item.data.items():
        try:
            values[name] = _read_value(name, value, table, allowed)
        except Invalid as wrong:
            what = say("%(name)s: %(what)s", name=name, what=wrong.what)
            faults.append((wrong.line or value.line, what, wrong.remedy))
    faults.extend(_find_missing(item, table, key, is_translation))
    return Record(values, lines, item.line)


def _allowed(table: Mapping[str, Field], key: str, is_translation: bool) -> set[str]:
    scopes = {Scope.WORDS, Scope.TRANSLATION if is_translation else Scope.FACT}
    allowed = {name for name, field in table.items() if field.scope in scopes}
    return allowed | {key} - {""}


def _read_value(name: str, value: Value, table: Mapping[str, Field], allowed: set[str]) -> Any:
    if name not in table:
        raise Invalid(say("this key is unknown."), guess(name, allowed))
    if name not in allowed and table[name].scope is Scope.TRANSLATION:
        raise Invalid(say("this is the Dutch text, not a translation."), say("Delete the line."))
    if name not in allowed:
        raise Invalid(
            say("a translation cannot set a fact."),
            say("Delete the line: the value comes from the Dutch file."),
        )
    return table[name].kind.read(value)


def _find_missing(
    item: Value, table: Mapping[str, Field], key: str, is_translation: bool
) -> Iterator[Fault]:
    assert isinstance(item.data, dict)
    for name, field in table.items():
        is_needed = name == key if is_translation else field.required
        if is_needed and name not in item.data:
            remedy = say('Add a line "%(name)s: ...". %(help)s', name=name, help=field.help)
            yield item.line, say("%(name)s is missing.", name=name), remedy


def _find_doubles(records: Sequence[Record], key: str) -> Iterator[Fault]:
    seen = set()
    for record in records if key else ():
        value = record.values.get(key)
        if value is not None and value in seen:
            what = say('"%(value)s" stands here for the second time.', value=value)
            yield record.line_of(key), what, say("Keep one of the two.")
        seen.add(value)


def compare_records(
    kind: Kind, dutch: Sequence[Record], other: Sequence[Record], line: int
) -> Iterator[Fault]:
    """Yield what a translation has more or less than the Dutch; `line` is that of its list."""
    if not kind.key and len(dutch) != len(other):
        what = say(
            "it has %(theirs)s lines, the Dutch text has %(ours)s.",
            theirs=len(other),
            ours=len(dutch),
        )
        yield line, what, say("Translate each line once.")
        return
    for ours, theirs in _pair(kind.key, dutch, other):
        yield from _compare_words(kind, ours, theirs, line)
    known = {str(record.values.get(kind.key)) for record in dutch}
    for record in other if kind.key else ():
        name = record.values.get(kind.key)
        if name is not None and str(name) not in known:
            what = say('the Dutch text has no "%(text)s".', text=name)
            yield record.line_of(kind.key), what, guess(str(name), known)


def _pair(
    key: str, dutch: Sequence[Record], other: Sequence[Record]
) -> list[tuple[Record, Record | None]]:
    if not key:
        # One with fewer lines is a problem, said elsewhere; what it lacks is shown in Dutch.
        return list(zip_longest(dutch, other[: len(dutch)]))
    theirs = {record.values.get(key): record for record in other}
    return [(record, theirs.get(record.values.get(key))) for record in dutch]


def _compare_words(kind: Kind, ours: Record, theirs: Record | None, line: int) -> Iterator[Fault]:
    has = words_of(kind, ours)
    given = words_of(kind, theirs) if theirs else set()
    where = theirs.line if theirs else line
    for name in sorted(has - given):
        what = _of(kind, ours, say("%(name)s is not translated.", name=name))
        yield where, what, say("Translate that line too.")
    for name in sorted(given - has):
        what = _of(kind, ours, say("the Dutch text has no %(name)s.", name=name))
        remedy = say("Delete the line, or add it to the Dutch file first.")
        yield theirs.line_of(name) if theirs else line, what, remedy


def _of(kind: Kind, record: Record, what: Message) -> Message:
    key = record.values.get(kind.key)
    return say('"%(key)s": %(what)s', key=key, what=what) if key else what


def words_of(kind: Kind, record: Record) -> set[str]:
    """Return the names of the columns that a translation must give of a record."""
    return set(record.lines) & _words(kind)


def _words(kind: Kind) -> set[str]:
    return {name for name, field in schema(kind.record).items() if field.scope is Scope.WORDS}


def make_records(
    kind: Kind, dutch: Sequence[Record] | None, words: Sequence[Record] | None
) -> tuple[Any, ...] | None:
    """Return the records of one language: the facts of the Dutch file, the words of `words`."""
    if dutch is None:
        return None
    facts = {name for name, field in schema(kind.record).items() if field.scope is Scope.FACT}
    made = []
    other = words or (() if kind.key else dutch)
    for ours, theirs in _pair(kind.key, dutch, other):
        values = {
            name: (ours.values if name in facts else theirs.values if theirs else {}).get(name)
            for name in schema(kind.record)
        }
        made.append(kind.record(**values))
    return tuple(made)
