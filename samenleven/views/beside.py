"""Put a translation beside its Dutch text, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup

from samenleven.model.entries import Entry
from samenleven.model.table import Scope, schema
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import Pair

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
VOID = frozenset({"br", "hr", "img", "wbr", "input", "source", "col"})
HEADING = re.compile(r'<h[2-6][^>]*\bid="([^"]*)"')
OWN_PLACE = re.compile(r'(\s(?:id="|href="#))')
# These stand in the heading of the page, or are no words for readers.
LEFT_OUT = frozenset({"title", "slug"})


@record(frozen=True)
class BesideData:
    """A page in two languages."""

    pairs: tuple[Pair, ...]
    source_lang: str
    source_dir: str
    page_url: str


def pair_entries(source: Entry, own: Entry, lang: str, to: Localiser) -> Iterator[Pair]:
    """Yield the words of the fields and the blocks of the body of two languages, in pairs."""
    in_source = Localiser(to.site, lang, source.lang)
    for ours, theirs in zip_longest(texts_of(source), texts_of(own), fillvalue=""):
        yield Pair(_paragraph(in_source.inline(ours)), _paragraph(to.inline(theirs)))
    # The two columns stand on one page, on which an anchor may stand once.
    marked = OWN_PLACE.sub(rf"\1{source.lang}-", str(in_source.body(source)))
    yield from pair_blocks(marked, str(to.body(own)), f"{source.lang}-")


def texts_of(entry: Entry) -> Iterator[str]:
    """Yield the words of the fields below the title, in the order of the table."""
    for name, field in schema(type(entry)).items():
        value = getattr(entry, name)
        if field.scope is not Scope.WORDS or name in LEFT_OUT or not value:
            continue
        if field.kind.record:
            columns = schema(field.kind.record)
            for record in value:
                yield from _words(
                    getattr(record, column)
                    for column, of in columns.items()
                    if of.scope is Scope.WORDS
                )
        else:
            yield from _words([value])


def _words(values: Iterator[object] | list[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _paragraph(text: Markup) -> Markup:
    return Markup("<p>{}</p>").format(text) if text else Markup("")


def pair_blocks(source: str, own: str, prefix: str = "") -> Iterator[Pair]:
    """Yield the blocks of two bodies beside each other, section by section.

    Sections are told by the anchors of their headings, which are the same in all languages but
    for `prefix`. Within a section that has not as many blocks in both, it is one pair.
    """
    theirs = dict(_sections(split_blocks(own)))
    for anchor, blocks in _sections(split_blocks(source)):
        others = theirs.pop(anchor.removeprefix(prefix), [])
        if len(blocks) == len(others):
            yield from map(Pair, map(Markup, blocks), map(Markup, others))
        else:
            yield Pair(Markup("\n".join(blocks)), Markup("\n".join(others)))
    for others in theirs.values():
        yield Pair(Markup(""), Markup("\n".join(others)))


def _sections(blocks: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks under each heading with its anchor; those before the first under ""."""
    anchor, held = "", list[str]()
    for block in blocks:
        if (found := find_heading(block)) is not None:
            if held:
                yield anchor, held
            anchor, held = found, []
        held.append(block)
    if held:
        yield anchor, held


def find_heading(block: str) -> str | None:
    """Return the anchor of a block that is a heading, or None for another."""
    heading = HEADING.match(block)
    return heading[1] if heading else None


def split_blocks(html: str) -> list[str]:
    """Return the outermost elements of well-formed HTML, in order; text between them is kept."""
    blocks, start, depth = list[str](), 0, 0
    for tag in TAG.finditer(html):
        is_end, name = tag.groups()
        if name in VOID:
            continue
        depth += -1 if is_end else 1
        if depth == 0:
            blocks.append(html[start : tag.end()].strip())
            start = tag.end()
    rest = html[start:].strip()
    return [*blocks, rest] if rest else blocks
