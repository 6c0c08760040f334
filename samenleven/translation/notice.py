"""What readers can be told of a translation: where it is behind, and the two texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.model.source import Source
from samenleven.translation.blocks import Kind
from samenleven.translation.fields import words_table
from samenleven.translation.freshness import Part, Standing, compare
from samenleven.translation.segments import Segment, cut_source
from samenleven.translation.state import State, read_ids, read_state


class Section(NamedTuple):
    """A heading of the Dutch page; both are empty for what stands above the first one."""

    anchor: str
    heading: str


class Stale(NamedTuple):
    """A text that a translation does not have as the Dutch has it.

    `old` is the Dutch that was translated, "" for what is new; `new` is the Dutch of today, "" for
    what is gone. All texts are Markdown.
    """

    section: Section
    old: str
    new: str
    under: str = ""  # the words of the translation that it belongs to or comes after
    is_important: bool = False


def stale_segments(page: Page) -> dict[str, tuple[Stale, ...]]:
    """Return what is stale in each translation of a page that was read, by language.

    Only the state files are read here. A change of addresses, code or tags alone is not stale.
    """
    dutch = cut_source(page.dutch.source, words_table(page.type))
    return {
        lang: tuple(_find_stale(page, lang, dutch))
        for lang in page.reads
        if lang != page.source_lang
    }


def aligned(page: Page, lang: str) -> list[tuple[Segment | None, Segment | None]]:
    """Return the Dutch segments with their translations, in the order of the Dutch.

    What only one of the two has stands beside None.
    """
    dutch = cut_source(page.dutch.source, words_table(page.type))
    return [(part.dutch, part.target) for part in read_parts(page, lang, dutch)]


def is_current(page: Page, lang: str) -> bool:
    """Tell whether a translation says that it is of the Dutch text of today."""
    made = page.reads[lang].values.get("translated_from")
    updated = page.dutch.values.get("updated")
    return bool(made and updated and made >= updated)


def is_of_older_dutch(page: Page, lang: str) -> bool:
    """Tell whether the Dutch text has changed since it was translated.

    The state tells, whatever the dates say; without one, two dates that are given.
    """
    known = read_ids(page.reads[lang].source.file)
    if known is None:
        return "translated_from" in page.reads[lang].values and not is_current(page, lang)
    dutch = cut_source(page.dutch.source, words_table(page.type))
    return sorted(known) != sorted(part.id for part in dutch)


def read_parts(page: Page, lang: str, dutch: Sequence[Segment]) -> list[Part]:
    """Return the parts of a page and its translation, as they were read."""
    source = page.reads[lang].source
    state = read_state(source.file) or State()
    target = cut_source(source, words_table(page.type))
    is_draft = page.reads[lang].is_draft
    return compare(
        dutch, target, state.traces, is_current=is_current(page, lang), is_draft=is_draft
    )


def _parts_if_changed(page: Page, lang: str, dutch: Sequence[Segment]) -> list[Part]:
    """Return the parts of a page, none where the Dutch is the one that was translated."""
    known = read_ids(page.reads[lang].source.file)
    if known is None and is_current(page, lang):
        return []
    if known and sorted(known) == sorted(part.id for part in dutch):
        return []
    return read_parts(page, lang, dutch)


def lines_shown_in_dutch(page: Page, lang: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return which lines of the Dutch file stand on the page of a translation, being important.

    Also return the lines of the translation that they stand under.
    """
    dutch = cut_source(page.dutch.source, words_table(page.type))
    ours, theirs = set[int](), set[int]()
    for part in _parts_if_changed(page, lang, dutch):
        if part.dutch and part.dutch.is_important and part.needs_translator:
            ours |= _lines_of(part.dutch, page.dutch.source)
            theirs |= _lines_of(part.target, page.reads[lang].source) if part.target else set()
    return frozenset(ours), frozenset(theirs)


def _lines_of(segment: Segment, source: Source) -> set[int]:
    """Return the lines of the file on which a segment of the body stands."""
    first = source.body_line + source.body.count("\n", 0, segment.start)
    return {*range(first, first + source.body.count("\n", segment.start, segment.end) + 1)}


def _find_stale(page: Page, lang: str, dutch: Sequence[Segment]) -> Iterator[Stale]:
    parts = _parts_if_changed(page, lang, dutch)
    sections, under = _sections(page, dutch) if parts else [], ""
    for part in parts:
        under = part.target.words if part.target and _is_in_body(part.target) else under
        is_gone = part.standing is Standing.GONE and part.trace and part.trace.dutch.is_offered
        if part.needs_translator or is_gone:
            section = sections[part.dutch.section] if part.dutch else _of_gone(page, lang, part)
            old = part.trace.dutch.words if part.trace else ""
            new, is_important = "", False
            if part.dutch:
                new, is_important = part.dutch.words, part.dutch.is_important
            yield Stale(section, old, new, under, is_important)


def _is_in_body(segment: Segment) -> bool:
    return segment.kind is not Kind.FIELD


def _sections(page: Page, dutch: Sequence[Segment]) -> list[Section]:
    """Return the sections of the Dutch page, in their order."""
    read = [Section(h.id, h.text) for h in page.bodies[page.source_lang].headings]
    cut = [Section(part.name, part.words) for part in dutch if part.kind is Kind.HEADING]
    # A heading in typed HTML is one for Markdown and none for us: then only names are sure.
    return [Section("", ""), *(read if len(read) == len(cut) else cut)]


def _of_gone(page: Page, lang: str, part: Part) -> Section:
    """Return the Dutch section in which something stood that only the translation still has."""
    headings = page.bodies[lang].headings
    number = part.target.section if part.target else 0
    anchor = headings[number - 1].id if 0 < number <= len(headings) else ""
    ours = {h.id: h.text for h in page.bodies[page.source_lang].headings}
    return Section(anchor, ours[anchor]) if anchor in ours else Section("", "")
