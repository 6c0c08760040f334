"""What writes files beside the pages, in the order of their rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.deploy.root import write_licences, write_root
from samenleven.languages.site import Site
from samenleven.problems import Problem
from samenleven.views.build import Catalogs
from samenleven.views.origins import Origins, write_translations


@dataclass(frozen=True)
class Late:
    """What a writer may see: entries, texts, catalogs, settings.

    Whatever else it reads must be told in `Inputs`. `paths` are those of the files that there are
    already, and `read` returns the bytes of one; only a writer that `reads_output` may use them.
    """

    site: Site
    catalogs: Catalogs
    options: Mapping[str, Any]
    paths: frozenset[str]
    read: Callable[[str], bytes]
    output: Path
    cache: Path


class Writer(NamedTuple):
    """A writer, and the plugin that it belongs to; it may return what an editor should know."""

    room: str
    write: Callable[[Late], Iterable[Problem] | None]
    reads_output: bool = False  # then it writes each time


def _feeds(late: Late) -> None:
    from samenleven.feeds.files import write_files  # most edits change no feed

    write_files(late.site, late.catalogs, late.output)


def _search(late: Late) -> Iterable[Problem]:
    from samenleven.search.files import write_search  # what `serve` does without is not loaded

    return write_search(late.site, late.output) if late.options.get("SEARCH_INDEX", True) else ()


def _offline(late: Late) -> None:
    from samenleven.offline.files import write_offline

    write_offline(late.site, late.paths, late.read, late.output, late.cache)


WRITERS = {
    "translations": Writer(
        "samenleven.views", lambda late: write_translations(Origins(late.site), late.output)
    ),
    "feeds": Writer("samenleven.feeds", _feeds),
    "search": Writer("samenleven.search", _search),
    "offline": Writer("samenleven.offline", _offline, reads_output=True),
    "root": Writer("samenleven.deploy", lambda late: write_root(late.site, late.output)),
    "licences": Writer(
        "samenleven.deploy",
        lambda late: write_licences(late.site, late.paths, late.output),
        reads_output=True,
    ),
}
