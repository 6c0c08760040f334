"""Hold the front matter of a file against the table of its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from samenleven.model.body import Body
from samenleven.model.entries import SECTIONS, TYPES, Entry, Listing
from samenleven.model.front_matter import Value
from samenleven.model.records import compare_records, make_records, read_records, words_of
from samenleven.model.source import Source
from samenleven.model.table import Field, Scope, schema
from samenleven.problems import Invalid, Problem, guess, say

MAX_SUMMARY = 200


class Read(NamedTuple):
    """The values of one file by field name, as far as they could be read."""

    source: Source
    values: dict[str, Any]
    problems: list[Problem]

    @property
    def is_draft(self) -> bool:
        """Tell whether the file says that it is a draft."""
        return self.values.get("status") == "draft"


def entry_type(source: Source) -> type[Entry]:
    """Return the type of a page: by its section, its place in it, and in `pages` its `type`."""
    if source.place.section and not source.place.key:
        return Listing
    known = SECTIONS[source.place.section]
    chosen = source.fields.get("type")
    if known is TYPES["page"] and chosen is not None and isinstance(chosen.data, str):
        return TYPES.get(chosen.data, known)
    return known


def read_fields(source: Source, entry: type[Entry], *, is_translation: bool) -> Read:
    """Return the values of the fields of `source` that are right, and a Problem for the others."""
    table = schema(entry)
    read = Read(source, {}, [])
    for name, value in source.fields.items():
        try:
            field = _find_field(name, table, is_translation)
            read.values[name] = _read_value(field, value, read, is_translation)
        except Invalid as wrong:
            line = wrong.line or value.line
            read.problems.append(Problem(source.path, line, name, wrong.what, wrong.remedy))
    read.problems.extend(_find_missing(source, table, is_translation))
    read.problems.extend(_find_unnamed_reviewer(read))
    return read


def _find_field(name: str, table: Mapping[str, Field], is_translation: bool) -> Field:
    if name not in table:
        known = [key for key, field in table.items() if field.scope in _scopes(is_translation)]
        raise Invalid(say("this key is unknown."), guess(name, known))
    field = table[name]
    if is_translation and field.scope is Scope.FACT:
        raise Invalid(
            say("a translation cannot set a fact."),
            say("Delete the line: the value comes from the Dutch file."),
        )
    if not is_translation and field.scope is Scope.TRANSLATION:
        raise Invalid(say("this is the Dutch text, not a translation."), say("Delete the line."))
    return field


def _read_value(field: Field, value: Value, read: Read, is_translation: bool) -> Any:
    if field.kind.record:
        records, faults = read_records(field.kind, value, is_translation=is_translation)
        read.problems.extend(Problem(read.source.path, line, field.name, *f) for line, *f in faults)
        return records
    result = field.kind.read(value)
    if field.name == "summary" and len(result) > MAX_SUMMARY:
        raise Invalid(
            say("it is %(length)s characters long.", length=len(result)),
            say("Use at most %(most)s: it has to fit on a card.", most=MAX_SUMMARY),
        )
    return result


def _scopes(is_translation: bool) -> set[Scope]:
    return {Scope.WORDS, Scope.OWN, Scope.TRANSLATION if is_translation else Scope.FACT}


def _find_missing(
    source: Source, table: Mapping[str, Field], is_translation: bool
) -> Iterator[Problem]:
    for name, field in table.items():
        if field.required and field.scope in _scopes(is_translation) and name not in source.fields:
            what = say("it is missing.")
            remedy = say('Add a line "%(name)s: ...". %(help)s', name=name, help=field.help)
            yield Problem(source.path, 1, name, what, remedy)


def _find_unnamed_reviewer(read: Read) -> Iterator[Problem]:
    if read.values.get("translation") == "machine-reviewed" and not read.values.get("reviewed_by"):
        line = find_field_line(read.source, "translation")
        what = say("it does not say who read the translation.")
        remedy = say('Add "reviewed_by: ..." with the role of the reader, never a name.')
        yield Problem(read.source.path, line, "reviewed_by", what, remedy)


def compare_words(dutch: Read, other: Read, table: Mapping[str, Field]) -> Iterator[Problem]:
    """Yield a Problem for each field of words that only one of the two languages has.

    A municipality may publish a translation only with no more and no other information.
    """
    for name, field in table.items():
        if field.scope is not Scope.WORDS or field.required or name == "slug":
            continue
        if name not in other.source.fields and _has_words(field, dutch):
            what = say("the Dutch text has it, this translation does not.")
            yield Problem(other.source.path, 1, name, what, say("Translate that line too."))
        if name in other.source.fields and name not in dutch.source.fields:
            what = say("the Dutch text does not have it.")
            remedy = say("Delete the line, or add it to the Dutch file first.")
            yield Problem(other.source.path, other.source.fields[name].line, name, what, remedy)
    yield from _compare_lists(dutch, other, table)


def _has_words(field: Field, dutch: Read) -> bool:
    if field.kind.record and field.name in dutch.values:
        return any(words_of(field.kind, record) for record in dutch.values[field.name])
    return field.name in dutch.source.fields


def _compare_lists(dutch: Read, other: Read, table: Mapping[str, Field]) -> Iterator[Problem]:
    for name, theirs in other.values.items():
        if table[name].scope is Scope.OWN:
            continue
        ours = dutch.values.get(name)
        if table[name].kind.record:
            line = other.source.fields[name].line
            for at, *fault in compare_records(table[name].kind, ours or (), theirs, line):
                yield Problem(other.source.path, at, name, *fault)
        elif isinstance(theirs, tuple) and isinstance(ours, tuple) and len(ours) != len(theirs):
            what = say(
                "it has %(theirs)s lines, the Dutch text has %(ours)s.",
                theirs=len(theirs),
                ours=len(ours),
            )
            line = other.source.fields[name].line
            yield Problem(other.source.path, line, name, what, say("Translate each line once."))


def make_entry(entry: type[Entry], dutch: Read, words: Read, body: Body) -> Entry:
    """Return the entry of one language: the facts of the Dutch file, the words of `words`.

    Both files must be free of problems.
    """
    table = schema(entry)
    values = {name: _merge(field, dutch, words) for name, field in table.items()}
    source = words.source
    return entry(place=source.place, lang=source.lang, path=source.path, body=body, **values)


def _merge(field: Field, dutch: Read, words: Read) -> Any:
    ours, theirs = dutch.values.get(field.name), words.values.get(field.name)
    if field.kind.record:
        return make_records(field.kind, ours, theirs)
    return ours if field.scope is Scope.FACT else theirs


def find_field_line(source: Source, name: str) -> int:
    """Return the line of a field, or 1 when it is not there."""
    value = source.fields.get(name)
    return value.line if value else 1


def find_item_line(source: Source, name: str, number: int) -> int:
    """Return the line of an item of a list, from 0; that of the field where it has no such item."""
    items = source.fields[name].data
    return items[number].line if isinstance(items, list) else source.fields[name].line


def check_translated_from(dutch: Read, other: Read) -> Iterator[Problem]:
    """Yield a Problem if a translation says that it is younger than its source."""
    made, updated = other.values.get("translated_from"), dutch.values.get("updated")
    if made and updated and made > updated:
        line = find_field_line(other.source, "translated_from")
        what = say("it is later than the Dutch text, which is of %(date)s.", date=updated)
        remedy = say("Write the `updated` of the Dutch text that was translated.")
        yield Problem(other.source.path, line, "translated_from", what, remedy)
