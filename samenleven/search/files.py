"""Write the indexes that readers search in; without Pagefind, titles alone are searched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import index_path
from samenleven.model.entries import Search
from samenleven.problems import Problem, say
from samenleven.search.index import can_index, write_index
from samenleven.search.records import Record, make_records


def write_search(site: Site, output: Path) -> list[Problem]:
    """Write the index of each language; return what an editor should know.

    Raises: Invalid, where Pagefind fails.
    """
    records = make_records(site).items()
    said = [write_language(site, lang, own, output) for lang, own in records]
    return list(dict.fromkeys(problem for problems in said for problem in problems))


def write_language(site: Site, lang: str, records: Sequence[Record], output: Path) -> list[Problem]:
    """Write the index of a language, where the site has a page to search on.

    Where nothing is translated yet, it is one of the Dutch pages. Raises: Invalid.
    """
    source = site.settings.source_lang
    page = site.only(Search, source)
    if page is None:
        return []
    if can_index():
        write_index(records or make_records(site)[source], output / index_path(lang))
        return []
    what = say("Pagefind is not installed, so readers can search in titles alone.")
    remedy = say('Install it: python3 -m pip install "pagefind[bin]".')
    return [Problem(page.path, 0, "", what, remedy)]
