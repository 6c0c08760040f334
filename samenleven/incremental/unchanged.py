"""What a build depends on, and whether all of it, and its output, is as the last build left it.

Runs before Pelican, Jinja2 or Markdown are imported, and imports none of them.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.cache.digests import (
    Digests,
    Mark,
    Marks,
    Table,
    count_files,
    digest,
    folders_of,
    mark_folders,
    mark_of,
    walk,
)
from samenleven.cache.ledger import Ledger
from samenleven.model.day import day_in
from samenleven.model.files import PHOTOS, STATE

PACKAGE = Path(__file__).resolve().parents[1]
# The rooms that the incremental build stands in for. With any other plugin, Pelican builds.
NEEDED = frozenset({"samenleven.languages", "samenleven.views", "samenleven.deploy"})
ROOMS = NEEDED | {f"samenleven.{name}" for name in ("feeds", "search", "offline")}
# Settings by which Pelican would make more than the rooms do.
OTHERS = ("ARTICLE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS", "DIRECT_TEMPLATES")
LINK = "link"  # in place of a digest
NO_FILES = (LINK, "")  # what a path may have in place of a digest
PAGES = (".md", STATE)  # files of content that are read; others are only copied or looked at


class Inputs(NamedTuple):
    """The digests of what a build reads."""

    code: str  # this package, Python, and the libraries with their versions
    settings: str
    editor: str  # the language of the messages
    day: str
    names: str  # of the files of content, and which of them are no files that can be read
    content: str  # the files of pages
    photos: str
    files: str  # all other files of the content
    static: str  # of the theme
    templates: str
    catalogs: tuple[tuple[str, str], ...]  # path and digest of each

    def total(self) -> str:
        """Return one digest of all."""
        return digest(repr(self))


class State(NamedTuple):
    """What a build notes for the next one."""

    total: str
    table: Table  # of the files that it read
    outputs: Table  # of the files that it wrote
    notices: tuple[str, ...]  # what it said to the editor
    folders: Marks  # of the output, once they were seen to hold no other files


def state_file(root: Path, values: Mapping[str, Any]) -> Path:
    """Return where the state of the builds with one address and output folder is noted."""
    name = digest(str(values["OUTPUT_PATH"]), values["SITEURL"], repr(values.get("DRAFTS")))
    return root / ".cache" / f"state.{name[:12]}"


def read_inputs(values: Mapping[str, Any], root: Path, digests: Digests) -> Inputs:
    """Return the digests of all that a build with these settings reads."""
    content, theme = (root / values[name] for name in ("PATH", "THEME"))
    below = [*_digest_all(content, root, digests, hidden=True)]  # they are read, and reported
    kinds: dict[str, list[tuple[str, str]]] = {"content": [], "photos": [], "files": []}
    for pair in below:
        kinds[_kind_of(pair[0])].append(pair)
    parts: dict[str, list[tuple[str, str]]] = {"static": [], "templates": [], "translations": []}
    for path, found in _digest_all(theme, root, digests):
        parts.get(path.split("/")[1], []).append((path, found))
    return Inputs(
        code=_digest_code(root, digests),
        settings=digest(repr(sorted((k, v) for k, v in values.items() if _decides(k)))),
        editor=values["EDITOR_LANG"],
        day=values.get("TODAY") or day_in(values["TIMEZONE"]).isoformat(),
        names=digest(repr([(path, found in NO_FILES) for path, found in below])),
        content=digest(repr(kinds["content"])),
        photos=digest(repr(kinds["photos"])),
        files=digest(repr(kinds["files"])),
        static=digest(repr(parts["static"])),
        templates=digest(repr(parts["templates"])),
        catalogs=tuple(parts["translations"]),
    )


def _kind_of(path: str) -> str:
    """Return which of the `Inputs` a file of the content belongs to."""
    if path.endswith(PAGES):
        return "content"
    extension = os.path.splitext(path)[1].lower()  # noqa: PTH122 - thousands of times
    return "photos" if extension in PHOTOS else "files"


def _decides(name: str) -> bool:
    """Tell whether a setting may decide what a page holds."""
    return name.isupper() and name not in ("EDITOR_LANG", "OUTPUT_PATH")


def _digest_all(
    folder: Path, root: Path, digests: Digests, *, hidden: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield each file below a folder, and its digest; a link to another place has none of its own.

    Paths below `root` are noted relative to it, so that a checkout can be moved.
    """
    folder = Path(os.path.normpath(folder))
    base = f"{os.fspath(folder.parent)}{os.sep}"
    prefix = "" if folder.parent == root else base
    for path, is_link in walk(folder, hidden=hidden):
        yield path, LINK if is_link else digests.of(prefix + path)


def _digest_code(root: Path, digests: Digests) -> str:
    files = repr([*_digest_all(PACKAGE, root, digests)])
    # The folder of a package that pip installed is named after its version.
    libraries = sorted(
        package.name
        for package in Path(sysconfig.get_path("purelib")).iterdir()
        if package.name.endswith("-info")
    )
    return digest(sys.version, *libraries, files)


def needs_pelican(values: Mapping[str, Any]) -> bool:
    """Tell whether more is asked than the rooms make, or by code that `Inputs` knows nothing of."""
    rules = {str(rule).partition(".")[0] for rule in values.get("RULES", ())}
    asks_more = any(values.get(name, True) for name in OTHERS) or bool(values.get("PRECOMPRESS"))
    is_known = NEEDED <= {*values["PLUGINS"]} <= ROOMS
    return asks_more or not is_known or bool(rules - {PACKAGE.name})


class Seen(NamedTuple):
    """What there is to build from, and what the last build noted."""

    ledger: Ledger
    marks: Sequence[Mark | None]  # of its files
    state: State
    digests: Digests  # of files below the root, as far as the last build knew them
    inputs: Inputs


def look(values: Mapping[str, Any], root: Path, *, is_new: bool = False) -> Seen:
    """Return what there is to build from; `is_new` trusts nothing that the last build noted."""
    ledger = Ledger(state_file(root, values))
    marks = find_marks(ledger)
    known = {} if is_new else ledger.read()
    state = State(**known) if [*known] == [*State._fields] else State("", {}, {}, (), {})
    digests = Digests(root, state.table, time.time_ns())
    digests.recall()
    return Seen(ledger, marks, state, digests, read_inputs(values, root, digests))


def find_marks(ledger: Ledger) -> Sequence[Mark | None]:
    """Return what tells whether another build has noted something."""
    return [_mark(file) for file in ledger.files]


def _mark(file: Path) -> Mark | None:
    try:
        return mark_of(file.stat())
    except OSError:
        return None


def is_unchanged(values: Mapping[str, Any], root: Path, seen: Seen) -> bool:
    """Tell whether a build with these settings would leave everything as it is."""
    ledger, _, state, digests, inputs = seen
    if inputs.total() != state.total:
        return False
    found = check_outputs(root / values["OUTPUT_PATH"], state)
    if found is None:
        return False
    outputs, folders = found
    new = State(state.total, digests.table, outputs, state.notices, folders)
    sys.stderr.write("".join(f"{notice}\n" for notice in state.notices))
    if new != state:  # files were touched and are the same: no need to read them next time
        ledger.write(new._asdict())
    return True


def check_outputs(output: Path, state: State) -> tuple[Table, Marks] | None:
    """Return what to note of the output as it is now, or None unless it holds just what it held."""
    known = state.outputs
    digests = Digests(output, known, sys.maxsize)
    digests.recall()
    for path, (found, _) in known.items():
        if digests.of(path) != found:
            return None
    folders = mark_folders(output, state.folders or {"", *folders_of(known)})
    if not (folders and folders == state.folders) and count_files(output) != len(known):
        return None
    return digests.table, folders


def note_outputs(output: Path, wanted: Mapping[str, str]) -> Table:
    """Return the table of an output that was just written."""
    base = f"{os.fspath(output)}{os.sep}"
    marks: dict[str, Mark] = {path: mark_of(os.stat(base + path)) for path in wanted}  # noqa: PTH116
    return {path: (found, marks[path]) for path, found in wanted.items()}
