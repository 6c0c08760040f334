"""Write the index that readers search in; without Pagefind, titles alone are searched."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import SEARCH_INDEX
from samenleven.model.entries import Search
from samenleven.problems import Problem, say
from samenleven.search.index import can_index, write_index
from samenleven.search.records import Record


def write_search(site: Site, records: Iterable[Record], output: Path) -> list[Problem]:
    """Write the index, where the site has a page to search on; return what an editor should know.

    Raises: Invalid, where Pagefind fails.
    """
    page = site.only(Search, site.settings.source_lang)
    if page is None:
        return []
    if can_index():
        write_index(records, output / SEARCH_INDEX)
        return []
    what = say("Pagefind is not installed, so readers can search in titles alone.")
    remedy = say('Install it: python3 -m pip install "pagefind[bin]".')
    return [Problem(page.path, 0, "", what, remedy)]
