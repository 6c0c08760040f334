"""Print problems in the editor's language: the only place where they are printed."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TextIO

from samenleven.languages.catalogs import catalog_file, compile_catalog, read_catalog
from samenleven.problems import Problem

CATALOGS = Path(__file__).parent.parent / "translations"


def editors_gettext(lang: str) -> Callable[[str], str]:
    """Return the function that says a message in `lang`; English needs no catalog."""
    file = catalog_file(CATALOGS, lang)
    return compile_catalog(read_catalog(file)).gettext if file.exists() else gettext.gettext


def print_notices(notices: Iterable[Problem], lang: str, stream: TextIO) -> None:
    """Print one line for each thing to know; the build goes on."""
    speak = editors_gettext(lang)
    for notice in notices:
        print(notice.text(speak), file=stream)


def print_purged(urls: Sequence[str], lang: str, stream: TextIO) -> None:
    """Print the addresses that others may still keep of photos that left the site."""
    if urls:
        speak = editors_gettext(lang)
        print(speak("Photos left the site. Who keeps copies must delete:"), file=stream)
        print("\n".join(urls), file=stream)


def report_photos(lang: str, stream: TextIO) -> Callable[[int, int], None]:
    """Return what says how many photos are ready, and of how many: ten lines at most, and a first.

    Whole lines, for Pelican's own display holds back what has no end.
    """
    speak = editors_gettext(lang)

    def report(ready: int, total: int) -> None:
        if ready == 0 or ready * 10 // total > (ready - 1) * 10 // total:
            words = speak("Photos: %(ready)s of %(total)s ready.")
            print(words % {"ready": ready, "total": total}, file=stream, flush=True)

    return report


def print_problems(problems: Sequence[Problem], lang: str, stream: TextIO) -> None:
    """Print one line for each problem, and how many there are."""
    speak = editors_gettext(lang)
    for problem in problems:
        print(problem.text(speak), file=stream)
    count = speak("One problem.") if len(problems) == 1 else speak("%(count)s problems.")
    print(count % {"count": len(problems)}, file=stream)


def print_advice(advice: Iterable[Problem], lang: str, stream: TextIO) -> None:
    """Print what could be said more plainly, page by page; nothing without any."""
    speak = editors_gettext(lang)
    for number, (_, page) in enumerate(groupby(advice, key=attrgetter("path"))):
        print(
            "" if number else "\n" + speak("Advice, page by page. You may publish without it."),
            file=stream,
        )
        for one in page:
            print(one.text(speak), file=stream)
