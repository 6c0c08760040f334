"""What `check` found, as a forge shows it on the lines of a change request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from samenleven.problems import Gettext, Problem


def write_for_github(problems: Iterable[Problem], advice: Iterable[Problem], speak: Gettext) -> str:
    """Return a workflow command for each, which GitHub shows on its line of the change.

    It shows ten errors and ten notices of a step; all stand in the log.
    """
    lines = [_command("error", problem, speak) for problem in problems]
    return "".join([*lines, *(_command("notice", one, speak) for one in advice)])


def _command(name: str, problem: Problem, speak: Gettext) -> str:
    place = f"file={_escape(problem.path)},line={max(problem.line, 1)}"
    return f"::{name} {place}::{_escape(problem.sentence(speak), '%')}\n"


def _escape(text: str, signs: str = "%:,") -> str:
    """Return a value of a workflow command; a comma and a colon would end a property."""
    for sign in f"{signs}\r\n":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def write_for_gitlab(problems: Iterable[Problem], advice: Iterable[Problem], speak: Gettext) -> str:
    """Return a Code Quality report as JSON, which GitLab shows on the lines of the change."""
    issues = [*_issues("major", problems, speak), *_issues("info", advice, speak)]
    return json.dumps(issues, indent=2) + "\n"


def _issues(severity: str, problems: Iterable[Problem], speak: Gettext) -> Iterator[object]:
    for problem in problems:
        # In English, so that it stays when the words of a message are mended.
        fingerprint = blake2b(problem.text(str).encode(), digest_size=16)
        yield {
            "description": problem.sentence(speak),
            "check_name": problem.field or "page",
            "fingerprint": fingerprint.hexdigest(),
            "severity": severity,
            "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
        }


FORMS = {"github": write_for_github, "gitlab": write_for_gitlab}
