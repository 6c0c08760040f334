"""Change a translation part by part: what is not meant stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from samenleven.translation.blocks import Kind
from samenleven.translation.freshness import Part
from samenleven.translation.inline import placeholders, split_words
from samenleven.translation.segments import Segment, body_start, fill


class Edit(NamedTuple):
    """Other words for text[start:end]."""

    start: int
    end: int
    words: str


class Block(NamedTuple):
    """The lines text[start:end] with the parts of these numbers: a paragraph, a row of a table."""

    start: int
    end: int
    numbers: tuple[int, ...]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with all edits, those in one place in the order given."""
    pieces, start = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        pieces += [text[start : edit.start], edit.words]
        start = max(start, edit.end)
    return "".join([*pieces, text[start:]])


def replace_words(text: str, parts: Sequence[Part], words: Mapping[int, str]) -> str:
    """Return a translation with other words for the parts of these numbers, which it has."""
    segments = {number: part.target for number, part in enumerate(parts) if part.target}
    order = sorted(segments, key=lambda number: segments[number].start)
    given = {place: words[number] for place, number in enumerate(order) if number in words}
    return fill(text, [segments[number] for number in order], given)


def find_blocks(text: str, segments: Mapping[int, Segment]) -> list[Block]:
    """Return the blocks of a body, in their order; parts on one line are in one block."""
    blocks: list[Block] = []
    for number, segment in sorted(segments.items(), key=lambda item: item[1].start):
        start = text.rfind("\n", 0, segment.start) + 1
        end = text.find("\n", segment.end)
        end = len(text) if end < 0 else end
        if blocks and start < blocks[-1].end:
            last = blocks.pop()
            blocks.append(Block(last.start, max(end, last.end), (*last.numbers, number)))
        else:
            blocks.append(Block(start, end, (number,)))
    return blocks


def insert_blocks(dutch: str, text: str, parts: Sequence[Part], words: Mapping[int, str]) -> str:
    """Return a translation with the blocks of the Dutch body that it lacks.

    A block comes when there are words for all that is offered in it. It is put behind the one that
    is before it in the Dutch.
    """
    places = {n: block for block in find_blocks(text, _in_body(parts, _target)) for n in block[2]}
    place, passed, runs = body_start(text), "", {body_start(text): ""}
    last = body_start(dutch)
    for block in find_blocks(dutch, _in_body(parts, _dutch)):
        lead, last = dutch[last : block.start], block.end
        there = [places[number].end for number in block.numbers if number in places]
        if there:
            place, passed = max(there), ""
        elif all(n in words or not _is_offered(parts[n]) for n in block.numbers):
            place, lead = _step_over(text, place, max(passed, lead, key=_weight))
            runs[place] = runs.get(place, "") + lead + _fill_block(dutch, block, parts, words)
            passed = ""
        else:
            passed = max(passed, lead, key=_weight)
    first = runs.pop(body_start(text)).lstrip("\r\n")
    edits = [Edit(body_start(text), body_start(text), f"{first}\n\n")] if first else []
    edits += [Edit(at, at, run) for at, run in runs.items()]
    newline = "\r\n" if "\r\n" in text else "\n"
    return apply_edits(text, [_with_line_ends(edit, newline) for edit in edits])


def _dutch(part: Part) -> Segment | None:
    return part.dutch


def _target(part: Part) -> Segment | None:
    return part.target


def _in_body(parts: Sequence[Part], side: Callable[[Part], Segment | None]) -> dict[int, Segment]:
    """Return the segments of one side that stand in the body, by the number of their part."""
    return {
        number: segment
        for number, part in enumerate(parts)
        if (segment := side(part)) and segment.kind is not Kind.FIELD
    }


def _is_offered(part: Part) -> bool:
    return part.dutch is not None and part.dutch.is_offered


def _weight(lead: str) -> tuple[bool, int]:
    """Return what makes one thing between blocks count for more than another."""
    return bool(lead.strip()), lead.count("\n")


def _step_over(text: str, place: int, lead: str) -> tuple[int, str]:
    """Return where to put a block and what before it; a rule that stands there is not repeated."""
    kept = lead.strip()
    if kept and text[place:].lstrip().startswith(kept):
        return text.index(kept, place) + len(kept), lead[lead.index(kept) + len(kept) :]
    return place, lead


def _fill_block(dutch: str, block: Block, parts: Sequence[Part], words: Mapping[int, str]) -> str:
    segments = [part.dutch for n in block.numbers if (part := parts[n]).dutch]
    moved = [
        replace(one, start=one.start - block.start, end=one.end - block.start) for one in segments
    ]
    given = {place: words[n] for place, n in enumerate(block.numbers) if n in words}
    return fill(dutch[block.start : block.end], moved, given)


def _with_line_ends(edit: Edit, newline: str) -> Edit:
    return edit._replace(words=edit.words.replace("\r\n", "\n").replace("\n", newline))


def remove_blocks(text: str, parts: Sequence[Part]) -> str:
    """Return a translation without the blocks whose Dutch is gone and that nobody edited."""
    edits, last = [], body_start(text)
    for number, block in enumerate(find_blocks(text, _in_body(parts, _target))):
        if all(parts[n].is_to_go for n in block.numbers):
            is_bare = number and not text[last : block.start].strip()
            blanks = len(text[block.end :]) - len(text[block.end :].lstrip("\r\n"))
            start, end = (last, block.end) if is_bare else (block.start, block.end + blanks)
            edits.append(Edit(start, end, ""))
        last = block.end
    return apply_edits(text, edits)


def renew_addresses(part: Part) -> str | None:
    """Return a translation with the addresses, code and tags that its Dutch now has.

    None where it did not have those that its Dutch had.
    """
    if not (part.dutch and part.target and part.trace):
        return None
    if part.dutch.kind is Kind.CODE:
        return part.dutch.words if part.target.words == part.trace.dutch.words else None
    old, new = placeholders(part.trace.dutch.words), placeholders(part.dutch.words)
    renewed = {one: other for one, other in zip(old, new, strict=True) if one != other}
    pieces = split_words(part.target.words)
    if not renewed.keys() <= {*pieces[1::2]}:
        return None
    pieces[1::2] = [renewed.get(piece, piece) for piece in pieces[1::2]]
    return "".join(pieces)
