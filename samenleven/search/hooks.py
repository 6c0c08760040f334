"""Write the index that readers search in, once Pelican has written the pages."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican, signals

from samenleven.languages.report import print_notices
from samenleven.search.files import write_search


def write_all(pelican: Pelican) -> None:
    """Write it into the output of this build, unless the setting SEARCH_INDEX leaves it out."""
    settings = pelican.settings
    if settings.get("SEARCH_INDEX", True):
        notices = write_search(settings["SITE"], Path(pelican.output_path))
        print_notices(notices, settings["EDITOR_LANG"], sys.stderr)


def connect() -> None:
    """Connect the room to Pelican; it stands before samenleven.deploy, which swaps the site in."""
    signals.finalized.connect(write_all)
