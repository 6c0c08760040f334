"""Read the content and the catalogs, and report everything that is wrong; write nothing."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from samenleven.languages.catalogs import read_words
from samenleven.languages.report import (
    editors_gettext,
    print_problems,
    write_for_github,
    write_for_gitlab,
)
from samenleven.languages.site import check_site
from samenleven.model.settings import read_settings

FORMS = {"github": write_for_github, "gitlab": write_for_gitlab}


def check_content(settings_file: Path, lang: str = "", form: str = "") -> int:
    """Print every problem in the editor's language and return the exit code: 0, 1, or 2 for usage.

    Drafts are checked too. `lang` is nl or en; without it, the setting EDITOR_LANG. `form` also
    writes the problems to standard output, as a forge reads them: one of FORMS.
    """
    if form and form not in FORMS:
        print(f'"{form}" is unknown. Known are: {", ".join(FORMS)}.', file=sys.stderr)
        return 2
    values = runpy.run_path(str(settings_file))
    settings = read_settings(values, settings_file.parent)
    site, problems = check_site(settings, settings.today())
    _, word_problems = read_words(settings)
    lang = lang or values["EDITOR_LANG"]
    found = sorted({*problems, *word_problems})
    speak = editors_gettext(lang)
    if form:
        sys.stdout.write(FORMS[form](found, speak))
    if found:
        print_problems(found, lang, sys.stderr)
        return 1
    pages = {"pages": len(site.entries), "files": sum(len(page) for page in site.entries.values())}
    said = speak("%(pages)s pages in %(files)s files: no problems.") % pages
    print(said, file=sys.stderr if form else sys.stdout)
    return 0
