"""The pages that will be published, in all languages, on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from pkgutil import resolve_name
from typing import NamedTuple, TypeVar

from samenleven.languages.moves import check_moves
from samenleven.languages.outline import Outline, make_outline
from samenleven.languages.photos import (
    FindFault,
    LeftOut,
    check_copies,
    check_photos,
    find_left_out,
    find_photo_lines,
)
from samenleven.languages.reading import Page, read_pages
from samenleven.languages.rules import check_links, check_references, check_settings, check_slugs
from samenleven.languages.terms import TermFinder, make_finder
from samenleven.languages.type_rules import check_types
from samenleven.languages.urls import page_path
from samenleven.model.entries import SECTIONS, Entry, Glossary
from samenleven.model.pictures import find_picture_fault
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.model.validate import find_field_line
from samenleven.problems import Problem, say
from samenleven.record import record

EntryType = TypeVar("EntryType", bound=Entry)
Versions = Mapping[str, Entry]  # by language


@record(frozen=True)
class Site:
    """All pages to publish on the day `today`. Every place has its source language."""

    settings: Settings
    entries: Mapping[Place, Versions] = field(hash=False)
    today: date
    pages: Mapping[Place, Page] = field(default_factory=dict, hash=False)  # as they were read
    left_out: tuple[LeftOut, ...] = ()  # photos that may not be shown
    waiting: tuple[Problem, ...] = ()  # pages whose day of publication is still to come
    known: Mapping[Place, Outline] = field(default_factory=dict, hash=False)  # if it is, of all

    @cached_property
    def outlines(self) -> Mapping[Place, Outline]:
        """Return what is known of each page without loading it."""
        source = self.settings.source_lang
        return self.known or {
            place: make_outline(versions, source) for place, versions in self.entries.items()
        }

    @cached_property
    def photo_lines(self) -> Mapping[tuple[Place, str], tuple[str, int]]:
        """Return the file and line that name a photo, by its place and file."""
        return dict(find_photo_lines(self.pages.values()))

    def version(self, place: Place, lang: str) -> Entry:
        """Return the page in `lang`, or else in the source language."""
        versions = self.entries[place]
        return versions.get(lang) or versions[self.settings.source_lang]

    def path(self, place: Place, lang: str) -> str:
        """Return the path of the page for readers of `lang`, translated or not."""
        versions = self.outlines[place].versions
        written = versions.get(lang) or versions[self.settings.source_lang]
        return page_path(lang, place, written.slug or place.key)

    def page_in(self, place: Place, lang: str) -> Page:
        """Return what was read of a page, to look at its Dutch text and that in `lang` alone."""
        return self.pages[place]

    def places_in(self, section: str) -> list[Place]:
        """Return the pages of a section: newest first where dated, then by `order`, then by key."""
        places = [place for place in self.outlines if place.section == section and place.key]
        return sorted(places, key=self._rank)

    def children(self, section: str, lang: str) -> list[Entry]:
        """Return the pages of a section in `lang` or else in Dutch, in their order."""
        return [self.version(place, lang) for place in self.places_in(section)]

    def backlinks(self, place: Place) -> list[Place]:
        """Return the pages whose facts name a page, section by section, as their lists have them.

        Sections come in the order of SECTIONS.
        """
        return self._backlinks.get(place, [])

    @cached_property
    def _backlinks(self) -> dict[Place, list[Place]]:
        found: dict[Place, list[Place]] = {}
        rank = {section: number for number, section in enumerate(SECTIONS)}
        for place in sorted(self.outlines, key=lambda at: (rank[at.section], self._rank(at))):
            for target in self.outlines[place].named:
                found.setdefault(target, []).append(place)
        return found

    def only(self, kind: type[EntryType], lang: str) -> EntryType | None:
        """Return the page of a type of which a site has one, in `lang` or else in Dutch."""
        place = self._places.get(kind)
        entry = self.version(place, lang) if place else None
        return entry if isinstance(entry, kind) else None

    @cached_property
    def _places(self) -> Mapping[type[Entry], Place]:
        """Return the first page of each type."""
        found: dict[type[Entry], Place] = {}
        for place, outline in self.outlines.items():
            found.setdefault(outline.type, place)
        return found

    @cached_property
    def finders(self) -> Mapping[str, TermFinder]:
        """Return what finds the terms of the glossary, for each language that it is written in."""
        glossaries = (self.only(Glossary, lang) for lang in self.settings.languages)
        return {glossary.lang: make_finder(glossary) for glossary in glossaries if glossary}

    def _rank(self, place: Place) -> tuple[int, int, str]:
        page = self.outlines[place]
        day = page.day.toordinal() if page.day else 0
        return (-day, 10_000 if page.order is None else page.order, place.key)

    @property
    def notices(self) -> list[Problem]:
        """Return what an editor should know and need not mend, sorted."""
        return sorted([*self.waiting, *(left.problem for left in self.left_out)])

    @property
    def files(self) -> list[str]:
        """Return the files below the content folder that pages link to or name, sorted."""
        every = (page for outline in self.outlines.values() for page in outline.versions.values())
        return sorted({path for page in every for path in page.files})

    def all_entries(self) -> Iterator[Entry]:
        """Yield the entry of each page in each language that it has."""
        for versions in self.entries.values():
            yield from versions.values()


def read_site(settings: Settings, today: date) -> tuple[Site, list[Problem]]:
    """Return the site as it is on the day `today`, and every problem of its content, sorted.

    With problems, the site lacks the pages concerned and must not be written.
    """
    pages, problems = read_pages(settings)
    published = choose_published(pages, settings, today)
    site, faults = publish_pages(pages, published, settings, today)
    site = note_waiting(site, pages.values())
    return site, sorted({*problems, *faults, *judge_pages(published.values(), settings)})


def choose_published(
    pages: Mapping[Place, Page], settings: Settings, today: date
) -> Mapping[Place, Page]:
    """Return the pages that are shown on a day."""
    return pages if settings.shows_drafts else _leave_drafts_out(pages, today)


def note_waiting(site: Site, pages: Iterable[Page]) -> Site:
    """Return the site with what is to be said of pages whose day is still to come."""
    if site.settings.shows_drafts:
        return site
    return replace(site, waiting=tuple(_find_waiting(pages, site.today)))


class Checked(NamedTuple):
    """The site with its drafts, its problems, and the advice about its pages; both sorted."""

    site: Site
    problems: list[Problem]
    advice: list[Problem]


def check_site(settings: Settings, today: date) -> Checked:
    """Return the site with its drafts, and what is said of it and of the site without them.

    A link from a draft must lead somewhere, and a link from a page that is published must not
    lead to a draft. A photo without consent stops no build, but is a problem here.
    """
    pages, problems = read_pages(settings)
    site, faults = publish_pages(pages, pages, settings, today)
    _, public_faults = publish_pages(pages, _leave_drafts_out(pages, today), settings, today)
    without_consent = [left.problem for left in site.left_out if left.is_fault]
    judged = judge_pages(pages.values(), settings)
    found = sorted({*problems, *faults, *public_faults, *without_consent, *judged})
    return Checked(site, found, sorted({*advise_pages(pages.values(), site)}))


def judge_pages(pages: Iterable[Page], settings: Settings) -> Iterator[Problem]:
    """Yield what the rules of the settings find on each page.

    They stand in later rooms, which this one cannot import; so the settings name them. Each takes
    a Page and yields its problems.
    """
    rules = [resolve_name(name) for name in settings.rules]
    for page in pages:
        for rule in rules:
            yield from rule(page)


def advise_pages(pages: Iterable[Page], site: Site) -> Iterator[Problem]:
    """Yield what the advice of the settings says of each page; it takes a Page and the Site."""
    advisers = [resolve_name(name) for name in site.settings.advice]
    for page in pages:
        for advise in advisers:
            yield from advise(page, site)


def publish_pages(
    pages: Mapping[Place, Page], published: Mapping[Place, Page], settings: Settings, today: date
) -> tuple[Site, list[Problem]]:
    """Return the site of the pages that are `published`, and what is wrong between pages."""
    site = make_site(published, settings, today)
    return site, list(check_pages(pages, published, site))


def make_site(published: Mapping[Place, Page], settings: Settings, today: date) -> Site:
    """Return the site of these pages."""
    made = {place: _show(page.entries(), today) for place, page in published.items()}
    entries = {place: versions for place, versions in made.items() if versions}
    shown = published.values()
    left_out = tuple(find_left_out(shown, today))
    return Site(settings, entries, today, published, left_out)


def check_pages(
    pages: Mapping[Place, Page],
    published: Mapping[Place, Page],
    site: Site,
    find_fault: FindFault = find_picture_fault,
    again: Mapping[Place, Page] | None = None,
) -> Iterator[Problem]:
    """Yield what is wrong between pages, and with the files beside them; `find_fault` of photos.

    `again` are those of the published pages that are to be checked, if not all.
    """
    settings = site.settings
    again = published if again is None else again
    yield from check_settings(pages, settings)
    yield from check_references(again, pages, published, settings)
    yield from check_slugs(published, site.entries, site.path, settings.languages)
    yield from check_moves(published, site.outlines, site.path, settings.languages)
    yield from check_links(again, pages, published, settings)
    yield from check_types(again, published)
    yield from check_photos(again.values(), site.today, find_fault)
    if any(left.is_withdrawn for left in site.left_out):
        yield from check_copies(published.values(), site.today)


def _show(versions: Versions, today: date) -> Versions:
    return {lang: show_entry(entry, today) for lang, entry in versions.items()}


def show_entry(entry: Entry, today: date) -> Entry:
    """Return the entry without the photos that may not be shown."""
    if not entry.photos:
        return entry
    return replace(
        entry, photos=tuple(photo for photo in entry.photos if photo.may_be_shown(today))
    )


def _find_waiting(pages: Iterable[Page], today: date) -> Iterator[Problem]:
    for page in pages:
        if page.is_early(today) and not page.dutch.is_draft:
            what = say("until %(day)s this page is a draft.", day=page.dutch.values["date"])
            remedy = say("If readers are to see it now, write an earlier day.")
            line = find_field_line(page.dutch.source, "date")
            yield Problem(page.dutch.source.path, line, "date", what, remedy)


def _leave_drafts_out(pages: Mapping[Place, Page], today: date) -> dict[Place, Page]:
    return {
        place: page.without_drafts() for place, page in pages.items() if not page.is_draft(today)
    }
