"""What must hold between pages: references, addresses, links, files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from samenleven.languages.reading import Page
from samenleven.model.entries import Entry
from samenleven.model.files import find_fault
from samenleven.model.front_matter import Value
from samenleven.model.guard import FileLink, Link, missing_anchor
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.model.table import Field, schema
from samenleven.model.validate import Read, find_field_line
from samenleven.problems import Message, Problem, guess, say

Pages = Mapping[Place, Page]
Entries = Mapping[Place, Mapping[str, Entry]]
Fault = tuple[Message, Message]  # what is wrong, and the remedy


def _has_source(place: Place, settings: Settings) -> bool:
    return _is_there(settings.content / str(place) / f"index.{settings.source_lang}.md")


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False  # such as a name that is too long


def check_settings(pages: Pages, settings: Settings) -> Iterator[Problem]:
    """Yield a Problem for each page that is missing, though settings or the first page name it."""
    always = Place("", ""), Place("programmes", ""), Place("news", "")
    for place in (*always, settings.contact, *settings.menu, *settings.footer):
        if place not in pages and not _has_source(place, settings):
            path = f"{settings.content.name}/{place}".rstrip("/")
            what = say("the site has no page here, and its settings need one.")
            remedy = say("Make %(path)s/index.%(lang)s.md.", path=path, lang=settings.source_lang)
            yield Problem(path, 0, "", what, remedy)


def check_references(
    again: Pages, pages: Pages, published: Pages, settings: Settings
) -> Iterator[Problem]:
    """Yield a Problem for each fact of the pages `again` that names one which is not published."""
    for page in again.values():
        for name, place, line in _references(page.dutch, schema(page.type)):
            if place in published or not (fault := _absence(place, pages, settings)):
                continue
            what, remedy = fault
            known = [other.key for other in pages if other.section == place.section and other.key]
            remedy = remedy or guess(place.key, known)
            yield Problem(page.dutch.source.path, line, name, what, remedy)


def _references(dutch: Read, table: Mapping[str, Field]) -> Iterator[tuple[str, Place, int]]:
    """Yield the name of each field that names pages, each page, and the line that names it."""
    for name, value in dutch.values.items():
        kind, line = table[name].kind, find_field_line(dutch.source, name)
        if kind.record:
            for record in value:
                for column, field in schema(kind.record).items():
                    for place in field.kind.places(record.values.get(column)):
                        yield name, place, record.line_of(column)
        elif kind.refers_to:
            lines = _item_lines(dutch.source.fields[name], line)
            for place, at in zip(kind.places(value), lines, strict=True):
                yield name, place, at


def _item_lines(value: Value, line: int) -> list[int]:
    return [item.line for item in value.data] if isinstance(value.data, list) else [line]


def _absence(
    place: Place, pages: Pages, settings: Settings
) -> tuple[Message, Message | None] | None:
    """Return why a place is not published, and the remedy unless there is no such page.

    None if its own problem says so already.
    """
    if page := pages.get(place):
        path = page.dutch.source.path
        remedy = say("Publish it first (%(path)s), or take the link away.", path=path)
        if page.dutch.is_draft:
            return say('"%(place)s" is a draft.', place=str(place)), remedy
        day = page.dutch.values["date"]
        return say('"%(place)s" is a draft until %(day)s.', place=str(place), day=day), remedy
    if _has_source(place, settings):
        return None  # it could not be read
    return say('there is no page "%(place)s".', place=str(place)), None


def check_slugs(
    pages: Pages,
    entries: Entries,
    path_of: Callable[[Place, str], str],
    languages: tuple[str, ...],
) -> Iterator[Problem]:
    """Yield a Problem for each page whose address in a language is taken."""
    for lang in languages:
        taken: dict[str, Place] = {}
        for place, versions in entries.items():
            path = path_of(place, lang)
            other = taken.setdefault(path, place)
            if other == place:
                continue
            own = lang if lang in versions else pages[place].source_lang
            source = pages[place].reads[own].source
            what = say(
                'the address "/%(path)s" is that of %(other)s too.',
                path=path,
                other=_path_in(pages[other], lang),
            )
            remedy = say("Give one of the two another slug.")
            yield Problem(source.path, find_field_line(source, "slug"), "slug", what, remedy)


def _path_in(page: Page, lang: str) -> str:
    return page.reads[lang if lang in page.reads else page.source_lang].source.path


def check_links(
    again: Pages, pages: Pages, published: Pages, settings: Settings
) -> Iterator[Problem]:
    """Yield a Problem for each link in the bodies of the pages `again` that leads nowhere."""
    for page in again.values():
        for lang, body in page.bodies.items():
            path = page.reads[lang].source.path
            for link in body.links:
                if fault := _link_fault(link, lang, pages, published, settings):
                    yield Problem(path, link.line, "", *fault)
            for file in body.files:
                if fault := _file_fault(file, settings.content):
                    yield Problem(path, file.line, "", *fault)
        yield from _check_named_files(page, settings.content)


def _check_named_files(page: Page, content: Path) -> Iterator[Problem]:
    """Yield a Problem for each file that a record names and that is not beside the page."""
    for name, value in page.dutch.values.items():
        record_type = schema(page.type)[name].kind.record
        for record in value if record_type else ():
            for column, field in schema(record_type).items():
                file = record.values.get(column) if field.kind.names_file else None
                if file:
                    link = FileLink(f"{page.place}/{file}", record.line_of(column))
                    if fault := _file_fault(link, content):
                        yield Problem(page.dutch.source.path, link.line, name, *fault)


def _link_fault(
    link: Link, lang: str, pages: Pages, published: Pages, settings: Settings
) -> Fault | None:
    if link.place not in published:
        return _broken_link(link.place, pages, settings)
    if not link.fragment:
        return None
    page = published[link.place]
    anchors = (page.bodies.get(lang) or page.bodies[page.source_lang]).anchors
    return None if link.fragment in anchors else missing_anchor(link.fragment, anchors)


def _broken_link(place: Place, pages: Pages, settings: Settings) -> Fault | None:
    fault = _absence(place, pages, settings)
    if fault is None:
        return None
    beside = [str(other) for other in pages if other.section == place.section and other.key]
    what, remedy = fault
    return what, remedy or guess(str(place), beside or [str(other) for other in pages if other.key])


def _file_fault(link: FileLink, content: Path) -> Fault | None:
    file = content / link.path
    if _is_there(file) and file.is_file() and file.resolve() == file:
        return find_fault(file)
    what = say('there is no file "%(path)s".', path=f"{content.name}/{link.path}")
    if file.suffix in ("", ".md"):
        return what, say("Link to the page's own file, for example ../roots/index.nl.md.")
    beside = file.parent.glob("*.*") if _is_there(file.parent) else ()
    near = [other.name for other in beside if other.suffix != ".md" and not other.is_symlink()]
    if not near:
        return what, say("Put the file in the folder of the page.")
    return what, guess(file.name, near)
