"""Read the front matter: YAML with its line numbers, in which nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from samenleven.problems import Invalid, say

# Bidi overrides and isolates turn the order of a line round, so that what an editor reads is not
# what the file says ("Trojan Source", CVE-2021-42574); the site isolates foreign words itself.
# U+2028 and U+2029 end a line for YAML and for no editor, so that line numbers would be wrong.
HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
FORBIDDEN = re.compile(f"[{HIDDEN}]")
UNWRITABLE = re.compile(f"[{HIDDEN}\ud800-\udfff]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 4  # the keys, a list of records, their keys, and a list in one


class Value(NamedTuple):
    """A value of the front matter as it was written, and its line in the file (from 1)."""

    data: str | list[Value] | dict[str, Value]
    line: int


def parse_front_matter(text: str, first_line: int) -> dict[str, Value]:
    """Return the keys of a YAML mapping with their values as text, lists and maps of text.

    Nothing is guessed: `no`, `1.0` and `2026-01-02` stay text until a field's kind reads them.
    Raises: Invalid, with the line, if it is not such a mapping or a key stands twice.
    """
    try:
        _check_shape(text, first_line)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        # An open quote or bracket, or a key without a colon, is noticed only further on.
        began = re.search("quoted|simple key|flow", error.context or "")
        mark = error.context_mark if began else error.problem_mark
        raise _unreadable(first_line + (mark.line if mark else 0)) from None
    except yaml.YAMLError:
        raise _unreadable(first_line) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise Invalid(
            say("the front matter is not a list of keys and values."),
            say('Write each on a line of its own, as "title: Roots".'),
            first_line,
        )
    return dict(_pairs(node, first_line))


def _unreadable(line: int) -> Invalid:
    return Invalid(
        say("this line cannot be read."),
        say('Write "key: value". A value with ": ", "#" or a mark at its start goes in quotes.'),
        line,
    )


def _check_shape(text: str, first_line: int) -> None:
    """Refuse what would make a small file grow without end: aliases and deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            raise _unreadable(line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            what = say("this value is nested too deep.")
            raise Invalid(what, say("Write it as a plain list."), line)


def _pairs(node: yaml.MappingNode, first_line: int) -> Iterator[tuple[str, Value]]:
    seen = set()
    for key, item in node.value:
        line = first_line + key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise _unreadable(line)
        if key.value in seen:
            what = say('the key "%(key)s" stands here for the second time.', key=key.value)
            raise Invalid(what, say("Keep one of the two."), line)
        seen.add(key.value)
        yield key.value, Value(_value_of(item, first_line).data, line)


def _value_of(node: yaml.Node, first_line: int) -> Value:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        return Value([_value_of(item, first_line) for item in node.value], line)
    if isinstance(node, yaml.MappingNode):
        return Value(dict(_pairs(node, first_line)), line)
    # Between double quotes, YAML can write by its number what may not stand in the file itself.
    if hidden := UNWRITABLE.search(node.value):
        what = say(
            "this value holds U+%(code)s, which cannot be seen.", code=f"{ord(hidden[0]):04X}"
        )
        raise Invalid(what, say("Delete it and type the words around it again."), line)
    return Value(node.value, line)
