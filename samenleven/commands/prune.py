"""Empty the cache of what no photo of the site uses any more."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from samenleven.commands.build import read_values
from samenleven.images.develop import prune
from samenleven.languages.report import editors_gettext, print_problems
from samenleven.languages.site import read_site
from samenleven.model.settings import read_settings
from samenleven.views.album import find_recipes, find_requests

PREVIEW = "preview"  # what `serve` makes


def prune_cache(settings_file: Path) -> int:
    """Keep what `build` and `serve` need of the photos, drafts too; return the exit code.

    With a mistake in the content nothing is removed: pages that cannot be read have photos too.
    """
    values = read_values(settings_file)
    settings = replace(read_settings(values, settings_file.parent), shows_drafts=True)
    site, problems = read_site(settings, settings.today())
    if problems:
        print_problems(problems, values["EDITOR_LANG"], sys.stderr)
        return 1
    used = [
        find_recipes(name, webp=values["IMAGE_WEBP"]) for name in (values["IMAGE_RECIPES"], PREVIEW)
    ]
    freed = prune(find_requests(site).values(), used, settings.content.parent / ".cache")
    speak = editors_gettext(values["EDITOR_LANG"])
    print(speak("%(size)s MB of photos removed from the cache.") % {"size": round(freed / 10**6)})
    return 0
