"""Build a site from what the last build kept, and put it in the place of the last one."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from samenleven.cache.digests import Digests, Table, count_files, digest_bytes
from samenleven.cache.store import Store
from samenleven.deploy.faults import FAULTS, find_build_fault
from samenleven.deploy.lock import take_lock
from samenleven.deploy.swap import UnsafeOutput, bring, link, refuse_unsafe
from samenleven.incremental.content import Content, Faulty
from samenleven.incremental.index import Index, note_of
from samenleven.incremental.parts import Build, names_of
from samenleven.incremental.unchanged import (
    Seen,
    State,
    find_marks,
    look,
    note_outputs,
    state_file,
)
from samenleven.languages.kept import Lost
from samenleven.languages.urls import PHOTOS
from samenleven.model.settings import Settings, read_settings
from samenleven.problems import Problem

SPARE = 4  # times as many values are kept as a build uses, before the others go


def build_incrementally(values: Mapping[str, Any], root: Path, seen: Seen, workers: int = 0) -> int:
    """Build the site that the settings `values` describe; return the exit code.

    `seen` is what `look` returned. `workers` are the processes to spread work over; 0 means as many
    as there are cores.
    """
    settings = read_settings(values, root)
    output = (root / values["OUTPUT_PATH"]).absolute()
    try:
        with take_lock(output):
            refuse_unsafe(output, (settings.content, settings.theme))  # before all the work
            if seen.marks != find_marks(seen.ledger):  # another build was quicker
                seen = look(values, root)
            try:
                _build(settings, values, root, workers, seen)
            except Lost:  # what was kept is damaged, and put away: from nothing, then
                _build(settings, values, root, workers, look(values, root, is_new=True))
    except Faulty as fault:
        return _report(fault.problems, values)
    except UnsafeOutput as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except FAULTS as error:
        found = find_build_fault(error, output, settings)
        if found is None:
            raise
        return _report([found], values)
    return 0


def _report(problems: Sequence[Problem], values: Mapping[str, Any]) -> int:
    from samenleven.languages.report import print_problems  # it takes a while to load

    print_problems(problems, values["EDITOR_LANG"], sys.stderr)
    return 1


def _build(
    settings: Settings, values: Mapping[str, Any], root: Path, workers: int, seen: Seen
) -> None:
    states, _, state, digests, inputs = seen
    file = state_file(root, values)
    indexes = note_of(file.with_name(f"index{file.suffix}"), inputs.code)
    known = Index(**indexes.read()) if state.total else Index()
    store = Store(root / ".cache" / "kept.sqlite")
    try:
        same = known.names == names_of(inputs)
        content = Content(
            settings, root, inputs, store, known.kept, digests, workers, has_same_files=same
        )
        index = Build(settings, values, root, inputs, store, content, known, workers).run()
        store.save()
        outputs = _publish(settings, root, values["OUTPUT_PATH"], index, store, state.outputs)
        store.forget_all_but(index.keys(), SPARE * index.count() + 1000)
    finally:
        store.close()
    indexes.write(vars(index))
    notices = _tell(tuple(dict.fromkeys(index.all_notices())), values["EDITOR_LANG"])
    states.write(State(inputs.total(), digests.table, outputs, notices, {})._asdict())


def _tell(notices: Sequence[Problem], lang: str) -> tuple[str, ...]:
    """Print what an editor should know; return its lines."""
    if not notices:
        return ()
    from samenleven.languages.report import editors_gettext

    speak = editors_gettext(lang)
    lines = tuple(notice.text(speak) for notice in notices)
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return lines


def _publish(
    settings: Settings, root: Path, folder: str, index: Index, store: Store, known: Table
) -> Table:
    """Bring the output to what the index wants; return the table of its files."""
    output = root / folder
    files, keys, places = index.digests(), index.stored(), index.places()
    there = Digests(output, known, sys.maxsize)
    there.recall()
    right = {
        path: there.table[path][1][3] for path, found in files.items() if there.of(path) == found
    }

    def make(path: str, target: str) -> None:
        if path in keys:
            data = store.get(keys[path])
            if data is None:
                raise Lost
            Path(target).write_bytes(data)
        elif path.startswith(f"{PHOTOS}/"):
            _link_photo(root / places[path], target, files[path])
        else:
            _copy(root / places[path], target, files[path])

    touched: Set[str] = set()
    if len(right) < len(files) or count_files(output) != len(files):
        sources = (settings.content, settings.theme)
        touched = bring(output.absolute(), sources, files.keys(), right, make)
    pages = {path for path in files if path.endswith(".html")}
    changed = len(pages - right.keys())
    sys.stdout.write(f"Built {len(pages)} pages; {changed} are new or changed.\n")
    new = note_outputs(output, {path: files[path] for path in touched})
    return {path: new.get(path) or there.table[path] for path in files}


def _link_photo(source: Path, target: str, found: str) -> None:
    """Link a photo out of the cache, which goes when it is damaged. Raises: Lost."""
    with contextlib.suppress(FileNotFoundError):
        if digest_bytes(source.read_bytes()) == found:
            link(os.fspath(source), target)
            return
    sys.stderr.write("The cache of photos is damaged, and begins anew.\n")
    shutil.rmtree(source.parents[2], ignore_errors=True)
    raise Lost


def _copy(source: Path, target: str, found: str) -> None:
    """Copy a document. Raises: Lost if it has changed since the build began."""
    try:
        data = source.read_bytes()
    except OSError:
        raise Lost from None
    if digest_bytes(data) != found:
        raise Lost
    Path(target).write_bytes(data)
