"""What writes files beside the pages, in the order of their rooms.

Most of them say something of each page: that is a piece, kept with the questions that it asked and
made again when an answer has changed. They write again only when a piece is another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.deploy.root import write_licences, write_root
from samenleven.deploy.sitemap import describe_page, join_sitemap
from samenleven.languages.site import Site
from samenleven.model.entries import Search
from samenleven.model.source import Place
from samenleven.problems import Problem
from samenleven.record import record
from samenleven.views.build import Catalogs
from samenleven.views.origins import Origins, write_translations

Piece = tuple[tuple[str, str], ...]  # names, or paths of files, and their texts


@record(frozen=True)
class Late:
    """What a writer may see: entries, texts, catalogs, settings.

    Whatever else it reads must be told in `Inputs`. `paths` are those of the files of the output
    that are no pages, and `read` returns the bytes of any; only a writer that `reads_output` may
    use them, and read what the theme holds.
    """

    site: Site
    catalogs: Catalogs
    origins: Origins
    options: Mapping[str, Any]
    paths: frozenset[str]
    read: Callable[[str], bytes]
    cache: Path


Write = Callable[[Late, str, Sequence[Piece], Path], Iterable[Problem] | None]


class Writer(NamedTuple):
    """A writer, and the plugin that it belongs to.

    `write` takes what was made of each of the `places`, and a folder; it may return what an editor
    should know. A writer `by_language` writes for each of them alone.
    """

    room: str
    write: Write
    places: Callable[[Site, Mapping[str, Any]], Iterable[Place]] = lambda site, options: ()
    make: Callable[[Late, str, Place], Piece] = lambda late, lang, place: ()
    by_language: bool = False
    least: int = sys.maxsize  # languages that one process writes sooner than two
    reads_output: bool = False  # then it writes again too when what it read has changed


def _all_places(site: Site, options: Mapping[str, Any]) -> Iterable[Place]:
    return site.outlines


def _texts(pieces: Iterable[Piece]) -> Iterable[str]:
    return (text for piece in pieces for _, text in piece)


def _translations(late: Late, lang: str, pieces: Sequence[Piece], output: Path) -> None:
    write_translations(late.site.settings.source_lang, _texts(pieces), output)


# What most edits do without is not loaded.


def _find_followed(site: Site, options: Mapping[str, Any]) -> Iterable[Place]:
    from samenleven.feeds.files import find_places

    return find_places(site)


def _make_feeds(late: Late, lang: str, place: Place) -> Piece:
    from samenleven.feeds.files import build_files_of

    return tuple(build_files_of(late.site, place, lang, late.catalogs))


def _write_feeds(late: Late, lang: str, pieces: Sequence[Piece], output: Path) -> None:
    from samenleven.feeds.files import write_texts

    write_texts((file for piece in pieces for file in piece), output)


def _find_searched(site: Site, options: Mapping[str, Any]) -> Iterable[Place]:
    from samenleven.search.records import find_places

    return find_places(site) if _is_wanted(site, options) else ()


def _is_wanted(site: Site, options: Mapping[str, Any]) -> bool:
    """Tell whether readers can search."""
    has_page = site.only(Search, site.settings.source_lang)
    return bool(has_page and options.get("SEARCH_INDEX", True))


def _make_record(late: Late, lang: str, place: Place) -> Piece:
    from samenleven.search.records import make_record

    return tuple(make_record(late.site, place, lang))


def _write_search(
    late: Late, lang: str, pieces: Sequence[Piece], output: Path
) -> Iterable[Problem]:
    if not _is_wanted(late.site, late.options):
        return ()
    from samenleven.search.files import write_language
    from samenleven.search.records import Record

    records = [Record(*record) for piece in pieces for record in piece]
    return write_language(late.site, lang, records, output)


def _write_root(late: Late, lang: str, pieces: Sequence[Piece], output: Path) -> None:
    write_root(late.site, join_sitemap(_texts(pieces)), output)


def _write_offline(late: Late, lang: str, pieces: Sequence[Piece], output: Path) -> None:
    from samenleven.offline.files import write_offline

    write_offline(late.site, late.paths, late.read, output, late.cache)


def _write_licences(late: Late, lang: str, pieces: Sequence[Piece], output: Path) -> None:
    write_licences(late.site, late.paths, output)


WRITERS = {
    "translations": Writer(
        "samenleven.views",
        _translations,
        _all_places,
        lambda late, lang, place: (("", late.origins.describe(place)),),
    ),
    "feeds": Writer(
        "samenleven.feeds", _write_feeds, _find_followed, _make_feeds, by_language=True
    ),
    "search": Writer(
        "samenleven.search",
        _write_search,
        _find_searched,
        _make_record,
        by_language=True,
        least=2,
    ),
    "root": Writer(
        "samenleven.deploy",
        _write_root,
        _all_places,
        lambda late, lang, place: (("", describe_page(late.site, place)),),
    ),
    "offline": Writer("samenleven.offline", _write_offline, reads_output=True),
    "licences": Writer("samenleven.deploy", _write_licences, reads_output=True),
}
