"""Read every file of the content once, and put the languages of each page together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date

from samenleven.model.body import Body, BodyReader
from samenleven.model.entries import SECTIONS, Entry
from samenleven.model.facts import check_facts
from samenleven.model.settings import Settings
from samenleven.model.source import Found, Place, Source, find_sources, path_of, read_source
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
from samenleven.record import record


@record(frozen=True)
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
        return self.only_in({lang for lang, read in self.reads.items() if not read.is_draft})

    def only_in(self, langs: Set[str]) -> Page:
        """Return the page without its versions in other languages."""
        if langs >= self.reads.keys():
            return self
        shown = {lang: read for lang, read in self.reads.items() if lang in langs}
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


@record(frozen=True)
class Reading:
    """What came of the files of one place."""

    page: Page | None
    problems: tuple[Problem, ...]
    orphans: tuple[str, ...] = ()  # files that could be read, of a place that lacks the Dutch one


def read_pages(settings: Settings) -> tuple[dict[Place, Page], list[Problem]]:
    """Return the pages in the order of their folders, and every problem inside their files."""
    places, problems = find_places(settings)
    reader = BodyReader(settings.markdown)
    readings = (
        (place, read_place(found, settings.source_lang, reader.read))
        for place, found in places.items()
    )
    pages, faults = collect_pages(readings, settings)
    return pages, [*problems, *faults]


def find_places(settings: Settings) -> tuple[dict[Place, list[Found]], list[Problem]]:
    """Return the files of each place, sorted by place, and a Problem for what lies wrong."""
    places: dict[Place, list[Found]] = defaultdict(list)
    problems: list[Problem] = []
    for found in find_sources(settings.content, frozenset(SECTIONS), settings.languages):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            places[found.place].append(found)
    return dict(sorted(places.items())), problems


def collect_pages(
    readings: Iterable[tuple[Place, Reading]], settings: Settings
) -> tuple[dict[Place, Page], list[Problem]]:
    """Return the pages of what was read, and every problem in it."""
    pages: dict[Place, Page] = {}
    problems: list[Problem] = []
    for place, reading in readings:
        problems.extend(reading.problems)
        if reading.page:
            pages[place] = reading.page
        problems.extend(_without_dutch(place, reading.orphans, settings))
    return pages, problems


def read_place(
    files: Iterable[Found],
    source_lang: str,
    read_body: Callable[[Source], tuple[Body, list[Problem]]],
) -> Reading:
    """Return what the files of one place say; nothing else decides it."""
    problems: list[Problem] = []
    versions: dict[str, tuple[Source, Body]] = {}
    for found in files:
        try:
            source = read_source(found)
        except Invalid as wrong:
            problems.append(Problem(found.path, wrong.line, "", wrong.what, wrong.remedy))
            continue
        body, faults = read_body(source)
        problems.extend(faults)
        versions[found.lang] = source, body
    if source_lang not in versions:
        orphans = tuple(source.path for source, _ in versions.values())
        return Reading(None, tuple(problems), orphans)
    page = _make_page(versions[source_lang][0].place, versions, source_lang)
    return Reading(page, (*problems, *_find_problems(page)))


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


def _without_dutch(place: Place, orphans: Iterable[str], settings: Settings) -> Iterator[Problem]:
    dutch = settings.content / str(place) / f"index.{settings.source_lang}.md"
    if dutch.exists():
        return  # it could not be read, and its own problem says why
    for path in orphans:
        what = say("this translation has no Dutch source.")
        remedy = say(
            "Write %(path)s first: every page is a translation of it.",
            path=path_of(dutch, settings.content),
        )
        yield Problem(path, 0, "", what, remedy)
