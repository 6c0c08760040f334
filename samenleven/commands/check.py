"""Read the content and the catalogs, and report everything that is wrong; write nothing."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from samenleven.commands.forges import FORMS
from samenleven.languages.catalogs import read_words
from samenleven.languages.report import editors_gettext, print_advice, print_problems
from samenleven.languages.site import check_site
from samenleven.model.settings import read_settings


def check_content(settings_file: Path, lang: str = "", form: str = "") -> int:
    """Print every problem, then all advice, and return the exit code: 0 or, with problems, 1.

    Drafts are checked too. `lang` is nl or en, the language of the editor; without it, the setting
    EDITOR_LANG. Problems go to stderr, advice to stdout. With a `form` (one of FORMS) all goes to
    stderr, and to stdout what a forge reads. Another form is a mistake of usage: 2.
    """
    if form and form not in FORMS:
        print(f'"{form}" is unknown. Known are: {", ".join(FORMS)}.', file=sys.stderr)
        return 2
    stream = sys.stderr if form else sys.stdout
    values = runpy.run_path(str(settings_file))
    settings = read_settings(values, settings_file.parent)
    site, problems, advice = check_site(settings, settings.today())
    _, word_problems = read_words(settings)
    lang = lang or values["EDITOR_LANG"]
    found, speak = sorted({*problems, *word_problems}), editors_gettext(lang)
    if form:
        sys.stdout.write(FORMS[form](found, advice, speak))
    if found:
        print_problems(found, lang, sys.stderr)
    else:
        files = sum(len(versions) for versions in site.entries.values())
        counts = {"pages": len(site.entries), "files": files}
        print(speak("%(pages)s pages in %(files)s files: no problems.") % counts, file=stream)
    print_advice(advice, lang, stream)
    return 1 if found else 0
