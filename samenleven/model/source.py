"""Find the sources below the content folder and read each once, with its line numbers."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from samenleven.model.front_matter import FORBIDDEN, Value, parse_front_matter
from samenleven.problems import Invalid, Message, Problem, say
from samenleven.record import record

MAX_BYTES = 1_000_000
FILE_NAME = re.compile(r"index\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Place(NamedTuple):
    """Where a page lies, the same in all languages: ("programmes", "roots").

    The key is "" for the list page of a section, both are "" for the home page.
    """

    section: str
    key: str

    def __str__(self) -> str:
        """Return the folder below content/, without slashes at its ends."""
        return "/".join(part for part in self if part)


@record(frozen=True)
class Source:
    """One file of content: where it lies, its front matter and its body."""

    path: str  # relative to the checkout, with forward slashes
    file: Path
    place: Place
    lang: str
    fields: dict[str, Value]
    body: str
    body_line: int  # the line of the file on which the body begins


@record(frozen=True)
class Found:
    """A file that lies where a page may lie."""

    path: str
    file: Path
    place: Place
    lang: str


def find_sources(
    content: Path, sections: frozenset[str], languages: tuple[str, ...]
) -> Iterator[Found | Problem]:
    """Yield every `index.<lang>.md` below `content`, sorted, and a Problem for what lies wrong.

    Links to other places (symlinks) are never followed.
    """
    for folder, folders, files in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        others: dict[str, str] = {}
        place = Path(folder)
        below = path_of(place, content)
        for name in sorted(files + folders):
            file, path = place / name, f"{below}/{name}"
            if fault := _find_fault(file, others):
                yield Problem(path, 0, "", *fault)
            elif name.lower().endswith((".md", ".markdown")) and name in files:
                yield from _place_source(file, path, sections, languages)


def _find_fault(file: Path, others: dict[str, str]) -> tuple[Message, Message] | None:
    """Return what is wrong with a file or folder, whatever it holds, and the remedy.

    `others` gathers the names of one folder as systems see them that know no capitals.
    """
    name = unicodedata.normalize("NFC", file.name)
    other = others.setdefault(name.casefold(), file.name)
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        return (
            say("this is a link to another place, not a file."),
            say("Put the file itself here: nothing outside content/ is read."),
        )
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return say("this is no ordinary file."), say("Delete it.")
    if other != file.name:
        what = say('on Windows and on a Mac, this name is that of "%(other)s" too.', other=other)
        return what, say("Give one of the two files another name.")
    if name != file.name:
        what = say("the accents in this name do not sit on their letters, as a Mac writes them.")
        return what, say("Give it a name without accents.")
    return None


def path_of(file: Path, content: Path) -> str:
    """Return `file` as an editor knows it: below the folder that holds the content folder."""
    return file.relative_to(content.parent).as_posix()


def _place_source(
    file: Path, path: str, sections: frozenset[str], languages: tuple[str, ...]
) -> Iterator[Found | Problem]:
    parts = path.split("/")[1:]  # below the content
    name = FILE_NAME.fullmatch(parts[-1])
    section, key = (*parts[:-1], "", "")[:2]
    if name is None or len(parts) > 3:
        what = say("this is not the place or the name of a page.")
        remedy = say("A page is content/<section>/<key>/index.<language>.md.")
    elif section not in sections:
        known = ", ".join(sorted(sections - {""}))
        what = say('the section "%(section)s" is unknown.', section=section)
        remedy = say("Known sections are: %(known)s.", known=known)
    elif key and not (KEY.fullmatch(key) and len(key) <= 80):
        what = say('the folder name "%(key)s" cannot be part of an address.', key=key)
        remedy = say("Use at most 80 small letters a-z, digits and single hyphens.")
    elif name[1] not in languages:
        what = say('the language "%(lang)s" is unknown.', lang=name[1])
        remedy = say("Known languages are: %(known)s.", known=", ".join(languages))
    else:
        yield Found(path, file, Place(section, key), name[1])
        return
    yield Problem(path, 0, "", what, remedy)


def read_source(found: Found) -> Source:
    """Return the file with its front matter taken apart.

    Raises: Invalid, with the line, if the bytes are not such a file.
    """
    try:
        text = decode(found.file.read_bytes())
    except OSError as error:
        what = say("the file cannot be read (%(why)s).", why=error.strerror)
        raise Invalid(what, say("Look whose it is, and who may read it.")) from None
    lines = text.split("\n")
    if lines[0].strip() != "---":
        raise Invalid(
            say("the file does not begin with front matter."),
            say('Begin with a line "---", then "title: ...", and close with a line "---".'),
            1,
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        raise Invalid(
            say("the front matter is not closed."), say('Put a line "---" below its last line.'), 1
        )
    fields = parse_front_matter("\n".join(lines[1:end]), first_line=2)
    body = "\n".join(lines[end + 1 :])
    return Source(found.path, found.file, found.place, found.lang, fields, body, end + 2)


def decode(data: bytes) -> str:
    """Return the text, with line feeds at its line ends and without a byte order mark.

    Raises: Invalid if it is too large, not UTF-8, or holds characters that cannot be seen.
    """
    if len(data) > MAX_BYTES:
        raise Invalid(
            say("the file is larger than 1 MB (%(size)s bytes).", size=len(data)),
            say("Divide the text over more pages."),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Invalid(
            say(
                "byte %(position)s is 0x%(byte)s, which is not UTF-8.",
                position=error.start + 1,
                byte=f"{error.object[error.start]:02X}",
            ),
            say("Save the file again as UTF-8."),
            line,
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_hidden(text)
    return text


def _refuse_hidden(text: str) -> None:
    if bad := FORBIDDEN.search(text):
        start = text.rfind("\n", 0, bad.start()) + 1
        raise Invalid(
            say(
                "character %(column)s of this line is U+%(code)s, which cannot be seen.",
                column=bad.start() - start + 1,
                code=f"{ord(bad[0]):04X}",
            ),
            say("Delete it and type the words around it again."),
            text.count("\n", 0, bad.start()) + 1,
        )
