"""Print problems in the editor's language: the only place where they are printed."""

from __future__ import annotations

import gettext
import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TextIO

from samenleven.languages.catalogs import catalog_file, compile_catalog, read_catalog
from samenleven.problems import Gettext, Problem

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


def print_problems(problems: Sequence[Problem], lang: str, stream: TextIO) -> None:
    """Print one line for each problem, and how many there are."""
    speak = editors_gettext(lang)
    for problem in problems:
        print(problem.text(speak), file=stream)
    count = speak("One problem.") if len(problems) == 1 else speak("%(count)s problems.")
    print(count % {"count": len(problems)}, file=stream)


def write_for_github(problems: Iterable[Problem], speak: Gettext) -> str:
    """Return a workflow command for each problem: GitHub shows it on its line of the change.

    GitHub shows ten of a step; all stand in the log.
    """
    return "".join(
        f"::error file={_escape(problem.path)},line={max(problem.line, 1)}"
        f"::{_escape(problem.sentence(speak), '%')}\n"
        for problem in problems
    )


def _escape(text: str, signs: str = "%:,") -> str:
    """Return a value of a workflow command; a comma and a colon would end a property."""
    for sign in f"{signs}\r\n":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def write_for_gitlab(problems: Iterable[Problem], speak: Gettext) -> str:
    """Return a Code Quality report as JSON: GitLab shows each problem on its line of the change."""
    return json.dumps([_issue(problem, speak) for problem in problems], indent=2) + "\n"


def _issue(problem: Problem, speak: Gettext) -> dict[str, object]:
    print_of = blake2b(problem.text(str).encode(), digest_size=16)  # in English, so that it stays
    return {
        "description": problem.sentence(speak),
        "check_name": problem.field or "page",
        "fingerprint": print_of.hexdigest(),
        "severity": "major",
        "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
    }
