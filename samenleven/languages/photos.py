"""What must hold of photos: each has its words, its maker and the consent of who is on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from filecmp import cmp
from functools import partial
from pathlib import Path
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.languages.urls import photo_slug
from samenleven.model.photo import FILE_NAME, Photo
from samenleven.model.pictures import find_picture_fault
from samenleven.model.records import Record
from samenleven.model.source import Place
from samenleven.model.table import schema
from samenleven.model.validate import Read, find_field_line
from samenleven.problems import Message, Problem, guess, say

FIELD = "photos"
TABLE = schema(Photo)
FindFault = Callable[[Path], tuple[Message, Message] | None]


class LeftOut(NamedTuple):
    """A photo that a page names and that may not be shown."""

    place: Place
    file: str
    problem: Problem
    is_fault: bool  # nobody decided that it leaves
    is_withdrawn: bool


def find_left_out(pages: Iterable[Page], today: date) -> Iterator[LeftOut]:
    """Yield the photos without consent on the day `today`, and why."""
    for page in pages:
        for photo, record in _photos(page.dutch):
            if not photo.may_be_shown(today):
                what, remedy = _reason(photo, today)
                problem = Problem(page.dutch.source.path, record.line, FIELD, what, remedy)
                is_fault = not (photo.withdrawn or photo.until)
                withdrawn = bool(photo.withdrawn)
                yield LeftOut(page.place, photo.file, problem, is_fault, withdrawn)


def _reason(photo: Photo, today: date) -> tuple[Message, Message]:
    if photo.withdrawn:
        what = say('"%(file)s" is not shown: the consent was withdrawn.', file=photo.file)
        return what, say("Delete the file from the folder too.")
    if photo.until and photo.until < today:
        what = say(
            '"%(file)s" is not shown: the consent ended on %(day)s.',
            file=photo.file,
            day=photo.until,
        )
        return what, say("Ask for it again and write the new day, or delete the photo.")
    what = say('"%(file)s" is not shown: consent is missing.', file=photo.file)
    return what, _add("consent")


def _add(name: str) -> Message:
    return say('Add a line "%(name)s: ...". %(help)s', name=name, help=TABLE[name].help)


def find_photo_lines(pages: Iterable[Page]) -> Iterator[tuple[tuple[Place, str], tuple[str, int]]]:
    """Yield the place and file of each photo, and the file and line that name it."""
    for page in pages:
        for photo, record in _photos(page.dutch):
            yield (page.place, photo.file), (page.dutch.source.path, record.line)


def check_photos(
    pages: Iterable[Page], today: date, find_fault: FindFault = find_picture_fault
) -> Iterator[Problem]:
    """Yield a Problem for each photo that may be shown and lacks something, and for its place.

    `find_fault` looks into a file.
    """
    for page in pages:
        shown = [
            (photo, record) for photo, record in _photos(page.dutch) if photo.may_be_shown(today)
        ]
        yield from _check_facts(page.dutch, shown, find_fault)
        for lang in page.reads:
            yield from _check_words(page, lang, [photo for photo, _ in shown])
            yield from _check_body(page, lang)


def check_copies(pages: Collection[Page], today: date) -> Iterator[Problem]:
    """Yield a Problem for each photo that is shown and the very file of one that was withdrawn."""
    withdrawn: dict[int, list[Path]] = {}  # by size, in bytes
    for file, photo, _ in _files(pages):
        if photo.withdrawn:
            withdrawn.setdefault(file.stat().st_size, []).append(file)
    for file, photo, problem in _files(pages) if withdrawn else ():
        alike = withdrawn.get(file.stat().st_size, []) if photo.may_be_shown(today) else []
        for other in alike:
            if cmp(file, other, shallow=False):
                path = f"{other.parent.name}/{other.name}"
                what = say(
                    '"%(file)s" is the photo "%(path)s", which was withdrawn.',
                    file=photo.file,
                    path=path,
                )
                yield problem(what, say("Delete it here too, or write `withdrawn: true`."))


def _files(
    pages: Collection[Page],
) -> Iterator[tuple[Path, Photo, Callable[[Message, Message], Problem]]]:
    """Yield each photo that has a file, and what makes a Problem of its line."""
    for page in pages:
        for photo, record in _photos(page.dutch):
            file = page.dutch.source.file.parent / photo.file
            if file.is_file():
                yield file, photo, partial(Problem, page.dutch.source.path, record.line, FIELD)


def _photos(read: Read) -> list[tuple[Photo, Record]]:
    """Return the photos of a file that could be read so far, with their records."""
    records = read.values.get(FIELD) or ()
    return [
        (Photo(**{name: record.values.get(name) for name in TABLE}), record)
        for record in records
        if "file" in record.values
    ]


def _check_facts(
    dutch: Read, shown: list[tuple[Photo, Record]], find_fault: FindFault
) -> Iterator[Problem]:
    slugs: dict[str, str] = {}
    covers = [record for photo, record in shown if photo.cover]
    for photo, record in shown:
        for fault in _faults(photo, dutch.source.file.parent, slugs, find_fault):
            yield Problem(dutch.source.path, record.line, FIELD, *fault)
    for record in covers[1:]:
        what, remedy = say("a second photo is the cover."), say("Keep one of the two.")
        yield Problem(dutch.source.path, record.line_of("cover"), FIELD, what, remedy)


def _faults(
    photo: Photo, folder: Path, slugs: dict[str, str], find_fault: FindFault
) -> Iterator[tuple[Message, Message]]:
    other = slugs.setdefault(photo_slug(photo.file), photo.file)
    if other != photo.file:
        what = say('"%(file)s" is called almost as "%(other)s".', file=photo.file, other=other)
        yield what, say("Give one of the two files another name.")
    if photo.scene:
        return
    if not photo.credit:
        yield _missing(photo.file, "credit"), _add("credit")
    if fault := _file_fault(folder / photo.file, find_fault):
        yield fault


def _missing(file: str, name: str) -> Message:
    what = say("%(name)s is missing.", name=name)
    return say('"%(key)s": %(what)s', key=file, what=what)


def _file_fault(file: Path, find_fault: FindFault) -> tuple[Message, Message] | None:
    if file.is_file() and not file.is_symlink():
        return find_fault(file)
    what = say('there is no file "%(path)s".', path=file.name)
    near = [other.name for other in file.parent.glob("*.*") if other.suffix != ".md"]
    if not near:
        return what, say("Put the file in the folder of the page.")
    return what, guess(file.name, near)


def _check_words(page: Page, lang: str, shown: list[Photo]) -> Iterator[Problem]:
    """Yield a Problem for each photo whose alt is missing in a language, or stands there twice."""
    read = page.reads[lang]
    records = {photo.file: (photo, record) for photo, record in _photos(read)}
    ours = {photo.file for photo, record in _photos(page.dutch) if "alt" in record.lines}
    standing = {photo.name: photo for photo in page.bodies[lang].photos}
    for photo in shown:
        record = records[photo.file][1] if photo.file in records else None
        in_list = bool(record and "alt" in record.lines)
        in_text = standing.get(photo.file)
        at = in_text.line if in_text else record.line if record else _list_line(read)
        fault = _alt_fault(photo, in_list, in_text.alt if in_text else "")
        is_reported = fault and not in_list and lang != page.source_lang and photo.file in ours
        if fault and not is_reported:
            yield Problem(read.source.path, at, FIELD, *fault)


def _list_line(read: Read) -> int:
    return find_field_line(read.source, FIELD)


def _alt_fault(photo: Photo, in_list: bool, in_text: str) -> tuple[Message, Message] | None:
    if photo.decorative:
        if not (in_list or in_text):
            return None
        what = say('"%(file)s" is decorative and has an alt.', file=photo.file)
        return what, say("Delete the alt, or the line `decorative`.")
    if in_list and in_text:
        what = say('the alt of "%(file)s" stands in two places.', file=photo.file)
        return what, say(
            "Keep the one in `photos:`, and write ![](%(file)s) here.", file=photo.file
        )
    if in_text and FILE_NAME.fullmatch(in_text):
        what = say('"%(text)s" does not say what is to be seen.', text=in_text)
        return what, say("Write it in a sentence, for who cannot see the photo.")
    return None if in_list or in_text else (_missing(photo.file, "alt"), _add("alt"))


def _check_body(page: Page, lang: str) -> Iterator[Problem]:
    known = {photo.file for photo, _ in _photos(page.dutch)}
    seen: set[str] = set()
    for photo in page.bodies[lang].photos:
        what = remedy = None
        if photo.name not in known:
            what = say('the photo "%(file)s" is not listed in `photos:`.', file=photo.name)
            remedy = say("List it in the Dutch file, with its credit and consent.")
        elif photo.name in seen:
            what = say('"%(value)s" stands here for the second time.', value=photo.name)
            remedy = say("Keep one of the two.")
        if what and remedy:
            yield Problem(page.reads[lang].source.path, photo.line, "", what, remedy)
        seen.add(photo.name)
