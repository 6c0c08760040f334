"""The pages of a site as translators work on them: opened from disk, changed, written back."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.record import record
from samenleven.translation.acceptance import Convert
from samenleven.translation.fields import words_table, write_scalar
from samenleven.translation.freshness import Part, Standing
from samenleven.translation.front import rewrite_fields, set_field
from samenleven.translation.landing import Outcome, Text, Verdict, change, land
from samenleven.translation.notice import is_current, read_parts
from samenleven.translation.recording import Made, confirm_parts, made_by, trace_parts
from samenleven.translation.rewriting import remove_blocks, renew_addresses
from samenleven.translation.segments import cut_source, front_span
from samenleven.translation.skeleton import make_skeleton
from samenleven.translation.state import State, Trace, format_state, read_state, state_file
from samenleven.translation.units import Returned


@record(frozen=True)
class Work:
    """A page and its translation into one language; `is_new` if that is still to be made."""

    page: Page
    lang: str
    file: Path
    text: Text
    is_new: bool

    @property
    def path(self) -> str:
        """Return the path of the translation as an editor knows it."""
        return self.page.dutch.source.path.replace(
            f"index.{self.page.source_lang}.md", f"index.{self.lang}.md"
        )


class Row(NamedTuple):
    """How far a page is in a language. `status` is what the front matter says, "" if missing."""

    missing: bool
    stale: int  # paragraphs
    words: int  # to translate
    status: str
    draft: bool


def open_work(page: Page, lang: str) -> Work:
    """Return the work on a page that was read, from the files as they lie there now."""
    dutch = _read(page.dutch.source.file)
    file = page.dutch.source.file.with_name(f"index.{lang}.md")
    table = words_table(page.type)
    updated: date = page.dutch.values["updated"]
    if lang not in page.reads:
        skeleton = make_skeleton(dutch, table, updated)
        text = Text(dutch, skeleton, table, (), Made("human", updated), True, True)
        return Work(page, lang, file, text, is_new=True)
    read = page.reads[lang]
    state = read_state(file) or State()
    made = made_by(read.values, updated)
    text = Text(
        *(dutch, _read(file), table, state.traces, made),
        is_current=is_current(page, lang),
        is_draft=read.is_draft,
    )
    return Work(page, lang, file, text, is_new=False)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")  # with its own line ends


def save(work: Work) -> list[Path]:
    """Write the translation and its state, where they changed; return what was written."""
    state = format_state(work.text.traces)
    texts = {work.file: work.text.target, state_file(work.file): state}
    written = []
    for file, text in texts.items():
        if not file.exists() or file.read_bytes() != text.encode():
            file.write_bytes(text.encode())
            written.append(file)
    return written


def find_parts(page: Page, langs: Iterable[str]) -> dict[str, list[Part]]:
    """Return the parts of a page in each of these languages, as they were read.

    In a language that the page does not have, all are missing.
    """
    dutch = cut_source(page.dutch.source, words_table(page.type))
    missing = [Part(Standing.MISSING, part, None, None) for part in dutch]
    return {
        lang: read_parts(page, lang, dutch) if lang in page.reads else missing for lang in langs
    }


def measure(page: Page, lang: str, parts: Sequence[Part]) -> Row:
    """Return how far a translation is."""
    read = page.reads.get(lang)
    todo = [part for part in parts if part.needs_translator]
    gone = [part for part in parts if part.standing is Standing.GONE]
    return Row(
        missing=read is None,
        stale=len(todo) + len(gone) if read else 0,
        words=sum(part.words_to_do for part in todo),
        status=read.values.get("translation", "") if read else "",
        draft=bool(read and read.is_draft),
    )


def confirm(
    work: Work, chosen: Container[int], day: date, reviewer: str
) -> tuple[Work, list[Part]]:
    """Return the work with the parts of these numbers as read and still right, and those parts."""
    parts = work.text.parts()
    made = work.text.made._replace(day=day, reviewer=reviewer)
    read = [*confirm_parts(parts, chosen, made)]
    new = _with(work, traces=tuple(trace_parts(read, work.text.made)))
    return _settle(new), [part for part, one in zip(parts, read, strict=True) if part is not one]


def renew(work: Work) -> tuple[Work, list[Part]]:
    """Return the work with the addresses and code of today, and its parts.

    What the Dutch lost goes; what was changed by hand stays.
    """
    parts = work.text.parts()
    words = dict(_renewed(parts))
    text, _ = change(work.text, parts, words, None)
    now = text.parts()
    target = rewrite_fields(text.dutch, remove_blocks(text.target, now), text.table, now, {})
    text = replace(text, target=target)
    after = text.parts()
    text = replace(text, traces=tuple(trace_parts(after, text.made)))
    return replace(work, text=text), after


def _renewed(parts: Sequence[Part]) -> Iterator[tuple[int, str]]:
    for number, part in enumerate(parts):
        if part.standing is Standing.ADDRESS and (words := renew_addresses(part)) is not None:
            yield number, words
        elif part.standing is Standing.MISSING and part.dutch and not part.dutch.is_offered:
            yield number, part.dutch.words


def bring_in(
    work: Work, units: Sequence[Returned], made: Made, convert: Convert
) -> tuple[Work, list[Outcome]]:
    """Return the work with what came back, and what became of each unit."""
    text, outcomes = land(work.text, units, made, convert)
    new = replace(work, text=text)
    if not any(outcome.verdict is Verdict.LANDED for outcome in outcomes):
        return work, outcomes
    new, _ = renew(new)
    return _settle(new), outcomes


def _settle(work: Work) -> Work:
    """Return the work with a front matter that says what is true once no part is behind.

    Whether a draft is published stays the choice of an editor, unless the file is new.
    """
    parts = [part for part in work.text.parts() if part.dutch and part.dutch.is_offered]
    if any(part.needs_translator for part in parts):
        return work
    fields = dict(_provenance([part.trace for part in parts]))
    if not work.text.is_current:
        fields["translated_from"] = str(work.page.dutch.values["updated"])
    if work.is_new:
        fields["status"] = ""
    return _with(work, target=_set_fields(work.text.target, fields))


def _provenance(traces: Sequence[Trace | None]) -> Iterator[tuple[str, str]]:
    """Yield the fields that say how the whole was made, where every part says so."""
    machine = [trace for trace in traces if trace is None or trace.status == "machine"]
    if not machine:
        yield "translation", "human"
    elif all(trace and trace.reviewer for trace in machine):
        last = max((trace for trace in machine if trace), key=lambda trace: trace.day)
        yield "translation", "machine-reviewed"
        yield "reviewed_by", write_scalar(last.reviewer)


def _set_fields(text: str, fields: Mapping[str, str]) -> str:
    for name, value in fields.items():
        start, end = front_span(text)
        lines = f"{name}: {value}\n" if value else ""
        text = text[:start] + set_field(text[start:end], name, lines) + text[end:]
    return text


def _with(work: Work, **changes: object) -> Work:
    return replace(work, text=replace(work.text, **changes))  # type: ignore[arg-type]
