"""Read the content and the catalogs at the start of a build, and stop it where they are wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican, signals

from samenleven.languages.catalogs import read_words
from samenleven.languages.report import print_notices, print_problems
from samenleven.languages.site import read_site
from samenleven.model.settings import read_settings


def read_content(pelican: Pelican) -> None:
    """Put the site and the catalogs into the settings of this build.

    With a problem, print them all and exit with code 1; nothing has been written then.
    """
    settings = read_settings(pelican.settings, Path(pelican.settings["PATH"]).parent)
    site, problems = read_site(settings, settings.today())
    catalogs, word_problems = read_words(settings)
    if problems or word_problems:
        found = sorted({*problems, *word_problems})
        print_problems(found, pelican.settings["EDITOR_LANG"], sys.stderr)
        # Pelican answers any Exception with its stack, which an editor must never meet.
        raise SystemExit(1)
    print_notices(site.notices, pelican.settings["EDITOR_LANG"], sys.stderr)
    pelican.settings["SITE"], pelican.settings["CATALOGS"] = site, catalogs


def connect() -> None:
    """Connect the room to Pelican."""
    signals.initialized.connect(read_content)
