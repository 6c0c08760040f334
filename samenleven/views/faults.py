"""What is said of a template that fails."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from jinja2 import TemplateError

from samenleven.problems import Problem, say


def find_template_fault(error: TemplateError, theme: Path) -> Problem:
    """Return the line of the template that failed, and why."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if theme in Path(frame.filename).parents
    ]
    file, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (str(theme), 0)
    what = say("the template fails: %(error)s.", error=str(error).rstrip("."))
    path = os.path.relpath(file, theme.parent).replace(os.sep, "/")
    return Problem(path, line, "", what, say("Mend it, or take back the last change."))
