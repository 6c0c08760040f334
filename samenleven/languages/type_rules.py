"""What must hold for single types of page, beyond the table of their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenleven.languages.reading import Page
from samenleven.model.entries import Brochure, Entry, Figures, Glossary, Offline, Search
from samenleven.model.records import Record
from samenleven.model.source import Place
from samenleven.model.table import schema
from samenleven.model.validate import find_field_line, find_item_line
from samenleven.problems import Problem, guess, say

Pages = Mapping[Place, Page]
ONE_OF_A_SITE: tuple[type[Entry], ...] = (Figures, Glossary, Offline, Search)
POINT = ("latitude", "longitude")


def check_types(again: Pages, published: Pages) -> Iterator[Problem]:
    """Yield every Problem of this module, of the pages `again` among those that are published.

    Where a page of ONE_OF_A_SITE is among them, all must be.
    """
    yield from check_figures(again, published)
    yield from check_only_pages(again)
    yield from check_chapters(again, published)
    yield from check_points(again)


def check_figures(again: Pages, published: Pages) -> Iterator[Problem]:
    """Yield a Problem for each key of a figure that is not in the list of figures."""
    naming = [page for page in again.values() if page.dutch.values.get("figures")]
    every = published.values() if naming else ()
    ledgers = [page.dutch.values for page in every if page.type is Figures]
    known = [record.values.get("key") for values in ledgers for record in values.get("ledger", ())]
    for page in naming:
        for number, key in enumerate(page.dutch.values.get("figures", ())):
            if key in known:
                continue
            what = say('the list of figures has no "%(key)s".', key=key)
            remedy = guess(key, (name for name in known if name))
            if not ledgers:
                remedy = say("Make a page with `type: figures` first.")
            source = page.dutch.source
            line = find_item_line(source, "figures", number)
            yield Problem(source.path, line, "figures", what, remedy)


def check_only_pages(published: Pages) -> Iterator[Problem]:
    """Yield a Problem for each second page of a type of which a site has one."""
    first: dict[type[Entry], Page] = {}
    for page in published.values():
        if page.type not in ONE_OF_A_SITE:
            continue
        other = first.setdefault(page.type, page)
        if other is not page:
            source = page.dutch.source
            what = say("%(path)s is of this type too.", path=other.dutch.source.path)
            remedy = say("Put all on one of the two pages: a site has one.")
            yield Problem(source.path, find_field_line(source, "type"), "type", what, remedy)


def check_chapters(again: Pages, published: Pages) -> Iterator[Problem]:
    """Yield a Problem for each booklet inside a booklet, which would never end."""
    for page in again.values():
        for number, place in enumerate(page.dutch.values.get("chapters", ())):
            if place in published and published[place].type is Brochure:
                source = page.dutch.source
                line = find_item_line(source, "chapters", number)
                what = say('"%(place)s" is a booklet itself.', place=str(place))
                remedy = say("Name its chapters here instead.")
                yield Problem(source.path, line, "chapters", what, remedy)


def check_points(published: Pages) -> Iterator[Problem]:
    """Yield a Problem for each point that has one coordinate of two."""
    for page in published.values():
        path = page.dutch.source.path
        for name, values, lines, line in _tables(page):
            for given, missing in (POINT, POINT[::-1]):
                if given in values and missing not in values:
                    what = say(
                        "there is a %(given)s but no %(missing)s.", given=given, missing=missing
                    )
                    remedy = say("Write both, or neither.")
                    yield Problem(path, lines.get(given, line), name or given, what, remedy)


def _tables(page: Page) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, int], int]]:
    """Yield the values of the page and of each of its records, with the lines of both."""
    fields = page.dutch.source.fields
    yield "", page.dutch.values, {name: value.line for name, value in fields.items()}, 1
    for name, field in schema(page.type).items():
        records: tuple[Record, ...] = page.dutch.values.get(name, ()) if field.kind.record else ()
        for record in records:
            yield name, record.values, record.lines, record.line
