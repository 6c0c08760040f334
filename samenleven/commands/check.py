"""Read the content and the catalogs, and report everything that is wrong; write nothing."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from samenleven.languages.catalogs import read_words
from samenleven.languages.report import editors_gettext, print_problems
from samenleven.languages.site import check_site
from samenleven.model.settings import read_settings


def check_content(settings_file: Path, lang: str = "") -> int:
    """Print every problem in the editor's language and return the exit code: 0 or 1.

    Drafts are checked too. `lang` is nl or en; without it, the setting EDITOR_LANG.
    """
    values = runpy.run_path(str(settings_file))
    settings = read_settings(values, settings_file.parent)
    site, problems = check_site(settings, settings.today())
    _, word_problems = read_words(settings)
    lang = lang or values["EDITOR_LANG"]
    found = sorted({*problems, *word_problems})
    if found:
        print_problems(found, lang, sys.stderr)
        return 1
    speak = editors_gettext(lang)
    pages = {"pages": len(site.entries), "files": sum(len(page) for page in site.entries.values())}
    print(speak("%(pages)s pages in %(files)s files: no problems.") % pages)
    return 0
