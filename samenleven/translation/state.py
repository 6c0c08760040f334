"""The file beside a translation that says which Dutch text each part of it was made from.

A part is a line and the Dutch words of that time:

    heading:who machine 2026-11-21 dutch=1f6c0a9be83d5f21 words=9a0b33c1d2e4f567 target=77aa...
    > Voor wie is het?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from samenleven.model.files import STATE
from samenleven.record import record
from samenleven.translation.blocks import Kind
from samenleven.translation.segments import Segment

HEAD = (
    "# Which Dutch text each part of the translation was made from. Written by\n"
    "# `python3 -m samenleven translation`: change the translation, never this file.\n"
)
STATUSES = ("human", "machine", "agency")
_LINE = re.compile(
    rf"(?P<kind>{'|'.join(kind.value for kind in Kind)})(?::(?P<name>.+?))?"
    rf" (?P<status>{'|'.join(STATUSES)}) (?P<day>\d{{4}}-\d\d-\d\d)"
    r" dutch=(?P<source>[0-9a-f]{16}) words=(?P<words>[0-9a-f]{16}) target=(?P<target>[0-9a-f]{16})"
    r"(?: read by (?P<reviewer>.+))?"
)

_DUTCH = re.compile(r"^(?!>).* dutch=([0-9a-f]{16}) words=", re.MULTILINE)


@record(frozen=True)
class Trace:
    """What a part of a translation was made from, how, and when."""

    dutch: Segment  # without a place in the file: it may be gone from there
    target: str  # the id of the translated segment
    status: str
    day: date
    reviewer: str = ""  # a role, never a name


@record(frozen=True)
class State:
    """The parts of a translation that are known, in the order of the Dutch text."""

    traces: tuple[Trace, ...] = ()
    is_whole: bool = True  # whether nothing in the file was changed by hand


def state_file(translation: Path) -> Path:
    """Return where the state of a translation lies: index.fr.state beside index.fr.md."""
    return translation.with_suffix(STATE)


def read_state(translation: Path) -> State | None:
    """Return the state of a translation, or None when there is none."""
    try:
        return parse_state(state_file(translation).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return State((), is_whole=False)


def read_ids(translation: Path) -> list[str] | None:
    """Return the ids of the Dutch parts that a state names, or None when there is none.

    Nothing else in the file is looked at: for pages of which no part has changed, this is enough.
    """
    try:
        return _DUTCH.findall(state_file(translation).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return []


def write_state(translation: Path, traces: Iterable[Trace]) -> None:
    """Write the state of a translation."""
    state_file(translation).write_text(format_state(traces), "utf-8", newline="\n")


def format_state(traces: Iterable[Trace]) -> str:
    """Return the text of a state file."""
    return HEAD + "".join(f"\n{_format(trace)}\n" for trace in traces)


def _format(trace: Trace) -> str:
    dutch = trace.dutch
    name = f":{dutch.name}" if dutch.name else ""
    ids = f"dutch={dutch.id} words={dutch.words_id} target={trace.target}"
    reviewer = f" read by {trace.reviewer}" if trace.reviewer else ""
    words = "\n".join(f"> {line}" if line else ">" for line in dutch.words.split("\n"))
    return f"{dutch.kind.value}{name} {trace.status} {trace.day} {ids}{reviewer}\n{words}"


def parse_state(text: str) -> State:
    """Return what a state file says; a part whose words are not those of its hash is left out."""
    traces, is_whole = [], True
    for block in _blocks(text):
        trace = _parse(block)
        if trace:
            traces.append(trace)
        else:
            is_whole = False
    return State(tuple(traces), is_whole)


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line and not line.startswith("#"):
            block.append(line)
        elif block:
            yield block
            block = []


def _parse(block: list[str]) -> Trace | None:
    line = _LINE.fullmatch(block[0])
    if not line or any(text[:1] != ">" for text in block[1:]):
        return None
    words = "\n".join(text[2:] for text in block[1:])
    dutch = Segment(Kind(line["kind"]), words, name=line["name"] or "")
    if (dutch.id, dutch.words_id) != (line["source"], line["words"]):
        return None
    try:
        day = date.fromisoformat(line["day"])
    except ValueError:
        return None
    return Trace(dutch, line["target"], line["status"], day, line["reviewer"] or "")
