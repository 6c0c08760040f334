"""Addresses that pages had before: who comes there is led to where the page is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from samenleven.languages.outline import Outline
from samenleven.languages.reading import Page
from samenleven.languages.urls import page_path
from samenleven.model.source import Place
from samenleven.model.validate import find_item_line
from samenleven.problems import Problem, say

Outlines = Mapping[Place, Outline]


class Move(NamedTuple):
    """An address below the site's that a page had before, for readers of a language."""

    path: str
    place: Place
    lang: str
    number: int  # in `old_slugs`, from 0
    written_in: str  # the language of the file that says so


def find_moves(outlines: Outlines, languages: tuple[str, ...]) -> Iterator[Move]:
    """Yield the old addresses of each page; without a translation, it had those of the Dutch."""
    for place, outline in outlines.items():
        for lang in languages:
            own = lang if lang in outline.versions else languages[0]
            for number, slug in enumerate(outline.versions[own].old_slugs):
                yield Move(page_path(lang, place, slug), place, lang, number, own)


def check_moves(
    pages: Mapping[Place, Page],
    outlines: Outlines,
    path_of: Callable[[Place, str], str],
    languages: tuple[str, ...],
) -> Iterator[Problem]:
    """Yield a Problem for each old address at which another page is, or was."""
    taken = {path_of(place, lang): place for place in outlines for lang in languages}
    said: set[tuple[Place, str, int]] = set()
    for move in find_moves(outlines, languages):
        other = taken.setdefault(move.path, move.place)
        is_now = path_of(other, move.lang) == move.path
        line = (move.place, move.written_in, move.number)
        if (other == move.place and not is_now) or line in said:
            continue
        said.add(line)
        yield _collision(move, pages, other, is_now=is_now)


def _collision(move: Move, pages: Mapping[Place, Page], other: Place, *, is_now: bool) -> Problem:
    source = pages[move.place].reads[move.written_in].source
    remedy = say("Delete that slug here.")
    if other == move.place:
        what = say('"/%(path)s" is the address that the page has now.', path=move.path)
    else:
        page = pages[other]
        lang = move.lang if move.lang in page.reads else page.source_lang
        what = say(
            'the address "/%(path)s" is that of %(other)s too.',
            path=move.path,
            other=page.reads[lang].source.path,
        )
        if not is_now:
            remedy = say("Delete that slug on one of the two pages.")
    line = find_item_line(source, "old_slugs", move.number)
    return Problem(source.path, line, "old_slugs", what, remedy)
