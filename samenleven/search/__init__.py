"""Make the index that readers search in; without Pagefind, the A to Z is searched by its titles."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican, signals

from samenleven.languages.report import print_notices
from samenleven.languages.site import Site
from samenleven.languages.urls import SEARCH_INDEX
from samenleven.model.entries import Search
from samenleven.problems import Problem, say
from samenleven.search.index import can_index, write_index
from samenleven.search.records import make_records


def write_search(pelican: Pelican) -> None:
    """Write the index, where the site has a page to search on."""
    site: Site = pelican.settings["SITE"]
    page = site.only(Search, site.settings.source_lang)
    if page is None or not pelican.settings.get("SEARCH_INDEX", True):
        return
    if can_index():
        write_index(make_records(site), Path(pelican.output_path, SEARCH_INDEX))
        return
    what = say("Pagefind is not installed, so readers can search in titles alone.")
    remedy = say('Install it: python3 -m pip install "pagefind[bin]".')
    notice = Problem(page.path, 0, "", what, remedy)
    print_notices([notice], pelican.settings["EDITOR_LANG"], sys.stderr)


def register() -> None:
    """Connect the room to Pelican; it stands before samenleven.deploy, which swaps the site in."""
    signals.finalized.connect(write_search)
