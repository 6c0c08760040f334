"""Cut a file of content into segments, and put it together again with other words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b

from samenleven.model.source import Source
from samenleven.record import record
from samenleven.translation.blocks import Kind, Span, find_spans
from samenleven.translation.fields import Table, find_scalars, find_words, write_scalar
from samenleven.translation.inline import complete_references, has_words, split_words

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_LINE_END = re.compile(r"([ ]{2,})?[ \t]*\r?\n([ \t]*(?:>[ \t]*)*)")
_NAME = re.compile(r"\[([^\[\]]+)\]:")
# Below a paragraph or an item, on a line of its own.
_IMPORTANT = re.compile(
    r"[ \t]*\r?\n[ \t>]*\{:?[^{}\n]*\.important\b[^{}\n]*\}[ \t]*\r?$", re.MULTILINE
)
# What would make a block of another kind out of a line that begins so.
_OPENS = re.compile(r"(\d+)([.])(?=\s)|([-+*])(?=\s)|(#|>)")
_PIPE = re.compile(r"(\\.|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))|\|", re.DOTALL)


@record(frozen=True)
class Segment:
    """A run of words with its place in the text: text[start:end]."""

    kind: Kind
    words: str  # on one line; a line feed is a hard break
    start: int = 0
    end: int = 0
    name: str = ""  # the path of a field, the anchor of a heading
    section: int = 0  # how many headings came before it, itself included
    is_important: bool = False  # marked by an editor with {.important}

    @property
    def is_offered(self) -> bool:
        """Tell whether there is something in it for a translator."""
        return self.kind is not Kind.CODE and has_words(self.words)

    @cached_property
    def id(self) -> str:
        """Return the hash of all that it says; wrapping and indentation do not change it.

        A field is known by its path too: the order of a list pairs it with facts.
        """
        name = self.name if self.kind is Kind.FIELD else ""
        return digest(f"{name}\0{self.words}")

    @cached_property
    def words_id(self) -> str:
        """Return the hash of the words alone, without addresses, code and tags."""
        if self.kind is Kind.CODE:
            return digest("\0")
        name = self.name if self.kind is Kind.FIELD else ""
        return digest("\0".join([name, *split_words(self.words)[::2]]))


def digest(text: str) -> str:
    """Return 64 bits of BLAKE2 as 16 hexadecimal digits, of the text in NFC."""
    composed = unicodedata.normalize("NFC", text)
    return blake2b(composed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def join_lines(raw: str) -> str:
    """Return a run as translators see it: soft line ends as blanks, hard ones as line feeds.

    A no-break space stays: French has one before its question marks.
    """
    return re.sub(r"[ \t]+", " ", _LINE_END.sub(lambda end: "\n" if end[1] else " ", raw))


def body_start(text: str) -> int:
    """Return where the body begins, behind the front matter."""
    front = _FRONT_MATTER.match(text)
    return front.end() if front else 0


def front_span(text: str) -> tuple[int, int]:
    """Return where the lines between the two marks of the front matter begin and end."""
    front = _FRONT_MATTER.match(text)
    return front.span(1) if front else (0, 0)


def cut(text: str, table: Table) -> list[Segment]:
    """Return the segments of a file in their order; what lies between them is never changed."""
    front = _FRONT_MATTER.match(text)
    scalars = find_scalars(text, *front.span(1), table) if front else []
    fields = (
        Segment(Kind.FIELD, scalar.words, scalar.start, scalar.end, scalar.name)
        for scalar in scalars
    )
    return [*fields, *cut_body(text, front.end() if front else 0)]


def cut_source(source: Source, table: Table) -> list[Segment]:
    """Return the segments of a file that was read; only those of the body have a place."""
    fields = (
        Segment(Kind.FIELD, " ".join(value.data.split()), name=path)
        for path, value in find_words(source.fields, table)
    )
    return [*fields, *cut_body(source.body)]


def cut_body(text: str, start: int = 0) -> list[Segment]:
    """Return the segments of the Markdown text[start:]."""
    spans = find_spans(text, start)
    names = {
        " ".join(name[1].lower().split())
        for span in spans
        if span.kind is Kind.CODE and (name := _NAME.match(text, span.start, span.end))
    }
    segments, section = [], 0
    for span in spans:
        section += span.kind is Kind.HEADING
        words = _words_of(text[span.start : span.end], span, names)
        is_important = _IMPORTANT.match(text, span.end) is not None
        segments.append(
            Segment(span.kind, words, span.start, span.end, span.name, section, is_important)
        )
    return segments


def _words_of(raw: str, span: Span, names: set[str]) -> str:
    if span.kind is Kind.CODE:
        return raw.replace("\r\n", "\n")
    return complete_references(join_lines(raw), names)


def fill(text: str, segments: Iterable[Segment], words: Mapping[int, str]) -> str:
    """Return the text with other words for the segments of these numbers.

    Where the words are those that stand there, their lines stay as they are.
    """
    parts, start = [], 0
    for number, segment in enumerate(segments):
        raw = text[segment.start : segment.end]
        given = words.get(number, segment.words)
        if given != segment.words and segment.kind is Kind.FIELD:
            raw = write_scalar(given, text[segment.end : segment.end + 9])
        elif given != segment.words:
            raw = write_words(segment.kind, given, raw)
        parts += [text[start : segment.start], raw]
        start = segment.end
    return "".join([*parts, text[start:]])


def write_words(kind: Kind, words: str, raw: str = "") -> str:
    """Return words as they stand in a body, in the place of the run `raw`."""
    margin = next((end[2] for end in _LINE_END.finditer(raw)), "")
    return words if kind is Kind.CODE else plain_words(kind, words).replace("\n", f"  \n{margin}")


def plain_words(kind: Kind, words: str) -> str:
    """Return words in which nothing begins a list, heading or quote, or ends a cell."""
    if kind in (Kind.CODE, Kind.FIELD):
        return words
    if kind is Kind.CELL:
        words = _PIPE.sub(lambda found: found[1] or "\\|", words)
    return "\n".join(_keep_plain(line) for line in words.split("\n"))


def _keep_plain(line: str) -> str:
    """Return a line that opens no list, heading or quote."""
    opens = _OPENS.match(line)
    if not opens:
        return line
    number, dot, mark, other = opens.groups()
    return f"{number or ''}\\{dot or mark or other}{line[opens.end() :]}"
