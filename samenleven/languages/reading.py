"""Read every file of the content once, and put the languages of each page together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from samenleven.model.body import Body, BodyReader
from samenleven.model.entries import SECTIONS, Entry
from samenleven.model.facts import check_facts
from samenleven.model.settings import Settings
from samenleven.model.source import Place, Source, find_sources, path_of, read_source
from samenleven.model.table import schema
from samenleven.model.validate import (
    Read,
    check_translated_from,
    compare_words,
    entry_type,
    make_entry,
    read_fields,
)
from samenleven.problems import Invalid, Problem, say


@dataclass(frozen=True)
class Page:
    """What was read for one place: its type, and the fields and body of each language."""

    place: Place
    type: type[Entry]
    source_lang: str
    reads: Mapping[str, Read]
    bodies: Mapping[str, Body]

    @property
    def dutch(self) -> Read:
        """Return the fields of the source language."""
        return self.reads[self.source_lang]

    def is_early(self, today: date) -> bool:
        """Tell whether the day of publication is still to come."""
        day = self.dutch.values.get("date")
        return bool(day and day > today)

    def is_draft(self, today: date) -> bool:
        """Tell whether the page is not to be published on the day `today`."""
        return self.dutch.is_draft or self.is_early(today)

    def without_drafts(self) -> Page:
        """Return the page without the translations that are drafts."""
        shown = {lang: read for lang, read in self.reads.items() if not read.is_draft}
        return replace(self, reads=shown, bodies={lang: self.bodies[lang] for lang in shown})

    def entries(self) -> dict[str, Entry]:
        """Return the entry of each language that is free of problems."""
        if self.dutch.problems:
            return {}
        return {
            lang: make_entry(self.type, self.dutch, read, self.bodies[lang])
            for lang, read in self.reads.items()
            if not read.problems
        }


def read_pages(settings: Settings) -> tuple[dict[Place, Page], list[Problem]]:
    """Return the pages in the order of their folders, and every problem inside their files."""
    problems: list[Problem] = []
    files: dict[Place, dict[str, tuple[Source, Body]]] = defaultdict(dict)
    for source, body in _read_files(settings, problems):
        files[source.place][source.lang] = source, body
    pages = {}
    for place, versions in sorted(files.items()):
        if settings.source_lang in versions:
            pages[place] = _make_page(place, versions, settings.source_lang)
            problems.extend(_find_problems(pages[place]))
        else:
            sources = [source for source, _ in versions.values()]
            problems.extend(_without_dutch(sources, settings))
    return pages, problems


def _read_files(settings: Settings, problems: list[Problem]) -> Iterator[tuple[Source, Body]]:
    reader = BodyReader(settings.markdown)
    for found in find_sources(settings.content, frozenset(SECTIONS), settings.languages):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            source = read_source(found)
        except Invalid as wrong:
            problems.append(Problem(found.path, wrong.line, "", wrong.what, wrong.remedy))
            continue
        body, faults = reader.read(source)
        problems.extend(faults)
        yield source, body


def _make_page(place: Place, versions: Mapping[str, tuple[Source, Body]], source_lang: str) -> Page:
    entry = entry_type(versions[source_lang][0])
    reads = {
        lang: read_fields(source, entry, is_translation=lang != source_lang)
        for lang, (source, _) in versions.items()
    }
    bodies = {lang: body for lang, (_, body) in versions.items()}
    return Page(place, entry, source_lang, reads, bodies)


def _find_problems(page: Page) -> Iterator[Problem]:
    table = schema(page.type)
    yield from check_facts(page.dutch, page.type)
    for lang, read in page.reads.items():
        yield from read.problems
        if lang != page.source_lang:
            yield from compare_words(page.dutch, read, table)
            yield from check_translated_from(page.dutch, read)


def _without_dutch(sources: list[Source], settings: Settings) -> Iterator[Problem]:
    dutch = sources[0].file.with_name(f"index.{settings.source_lang}.md")
    if dutch.exists():
        return  # it could not be read, and its own problem says why
    for source in sources:
        what = say("this translation has no Dutch source.")
        remedy = say(
            "Write %(path)s first: every page is a translation of it.",
            path=path_of(dutch, settings.content),
        )
        yield Problem(source.path, 0, "", what, remedy)
