"""Begin a translation: the Dutch file with its words still to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from samenleven.model.front_matter import Value, parse_front_matter
from samenleven.translation.blocks import Kind
from samenleven.translation.fields import Table, find_scalars, find_words
from samenleven.translation.front import write_field
from samenleven.translation.rewriting import Edit, apply_edits, find_blocks
from samenleven.translation.segments import Segment, body_start, cut_body, front_span


def make_skeleton(dutch: str, table: Table, updated: date) -> str:
    """Return the file of a new translation: a draft, with the words of the Dutch file.

    It passes every check, and each part that is still Dutch counts as missing.
    """
    start, end = front_span(dutch)
    fields = parse_front_matter(dutch[start:end], 1)
    own = f"translation: human\ntranslated_from: {updated}\nstatus: draft\n"
    return f"---\n{_write_fields(fields, table)}{own}---\n{dutch[body_start(dutch) :]}"


def _write_fields(fields: Mapping[str, Value], table: Table) -> str:
    words = {path: " ".join(value.data.split()) for path, value in find_words(fields, table)}
    lines = (
        write_field(name, value, None, table[name], words)
        for name, value in fields.items()
        if name in table
    )
    return "".join(line for line in lines if line)


def with_dutch_beside(text: str, table: Table) -> str:
    """Return a new translation with the Dutch in comments, for who writes over the words.

    One stands above each field, heading and paragraph of the page; in a list or a table it would
    break that.
    """
    edits = []
    for field in find_scalars(text, *front_span(text), table):
        line = text.rfind("\n", 0, field.start) + 1
        indent = " " * (len(text[line:]) - len(text[line:].lstrip(" ")))
        edits.append(Edit(line, line, f"{indent}# {field.words}\n"))
    segments = dict(enumerate(cut_body(text, body_start(text))))
    for block in find_blocks(text, segments):
        parts = [segments[number] for number in block.numbers]
        if any(part.is_offered for part in parts) and all(map(_is_plain, parts)):
            words = text[block.start : block.end].replace("--", "- -")
            if not text[block.start].isspace():
                edits.append(Edit(block.start, block.start, f"<!-- {words} -->\n\n"))
    return apply_edits(text, edits)


def _is_plain(part: Segment) -> bool:
    return part.kind in (Kind.HEADING, Kind.PARAGRAPH)
