"""How far the translations are, per page and language, for people and for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from samenleven.commands.translation.desk import Desk, describe_part
from samenleven.languages.reading import Page
from samenleven.problems import Message, say
from samenleven.translation.freshness import Part, Standing
from samenleven.translation.work import Row, find_parts, measure

Table = Mapping[str, Mapping[str, Row]]  # by page, then by language
Parts = Mapping[str, Sequence[Part]]  # of a page, by language
TOTALS: Mapping[str, Message] = {
    "pages": say("pages"),
    "missing": say("missing"),
    "stale": say("stale parts"),
    "words": say("words to do"),
    "machine": say("by a machine"),
    "machine-reviewed": say("by a machine, and read"),
    "human": say("by a person"),
    "draft": say("drafts"),
}


def measure_pages(found: Iterable[tuple[Page, Parts]]) -> Table:
    """Return how far each page is in each language."""
    return {
        str(page.place) or "/": {lang: measure(page, lang, own) for lang, own in parts.items()}
        for page, parts in found
    }


def add_up(table: Table) -> dict[str, Counter[str]]:
    """Return the sums of each language."""
    totals: dict[str, Counter[str]] = {}
    for rows in table.values():
        for lang, row in rows.items():
            sums = totals.setdefault(lang, Counter())
            sums.update(pages=1, missing=int(row.missing), stale=row.stale, words=row.words)
            sums.update(draft=int(row.draft))
            if row.status:
                sums[row.status] += 1
    return totals


def show_status(desk: Desk, paths: Sequence[str], *, as_json: bool) -> int:
    """Print how far the translations are; for named paths, part by part. Raises: Invalid."""
    found = [(page, find_parts(page, langs)) for page, langs in desk.choose(paths, desk.others)]
    table = measure_pages(found)
    if as_json:
        print(json.dumps(_data(table), ensure_ascii=False, indent=1))
        return 0
    print("\n".join(format_table(table, desk)))
    for page, parts in found if paths else ():
        print("\n".join(_describe(page, parts, desk)))
    return 0


def _data(table: Table) -> dict[str, Any]:
    pages = {
        page: {lang: row._asdict() for lang, row in rows.items()} for page, rows in table.items()
    }
    return {"pages": pages, "totals": {lang: dict(sums) for lang, sums in add_up(table).items()}}


def format_table(table: Table, desk: Desk) -> Iterator[str]:
    """Yield the lines of a table, language by page, with its totals and what its marks mean."""
    totals = add_up(table)
    labels = {name: label.text(desk.speak) for name, label in TOTALS.items()}
    width = max(map(len, [*table, *labels.values()])) + 2
    yield "".ljust(width) + "".join(lang.rjust(9) for lang in totals)
    for page, rows in table.items():
        yield page.ljust(width) + "".join(cell(rows[lang]).rjust(9) for lang in totals)
    yield ""
    for name, label in labels.items():
        yield label.ljust(width) + "".join(str(sums[name]).rjust(9) for sums in totals.values())
    yield ""
    yield desk.said(legend())


def legend() -> Message:
    """Return what the cells of the table mean."""
    return say("ok: up to date; -: no translation; 3/45: 3 parts behind, 45 words to do.")


def cell(row: Row) -> str:
    """Return a row in a few characters."""
    if row.missing:
        return "-"
    return f"{row.stale}/{row.words}" if row.stale else "ok"


def find_behind(page: Page, parts: Parts) -> Iterator[tuple[str, list[tuple[int, Part]]]]:
    """Yield the path of each translation that is not up to date, with its parts by number."""
    for lang, own in parts.items():
        behind = [
            (number, part)
            for number, part in enumerate(own, 1)
            if part.standing is not Standing.FRESH
        ]
        if behind and lang in page.reads:
            yield page.reads[lang].source.path, behind


def _describe(page: Page, parts: Parts, desk: Desk) -> Iterator[str]:
    for path, behind in find_behind(page, parts):
        yield f"\n{path}"
        for number, part in behind:
            yield from describe_part(part, number, desk)
