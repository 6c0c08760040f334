"""What is said of a build that could not be written."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateError

from samenleven.deploy.disk import find_disk_fault
from samenleven.deploy.swap import give_up
from samenleven.model.settings import Settings
from samenleven.problems import Invalid, Problem
from samenleven.views.faults import find_template_fault

FAULTS = (OSError, TemplateError, Invalid)  # what a build may raise that is no fault of its code


def find_build_fault(error: Exception, output: Path, settings: Settings) -> Problem | None:
    """Return the fault of a disk, a template or another build; None for any other error."""
    if isinstance(error, Invalid):
        return Problem(output.name, 0, "", error.what, error.remedy)
    give_up(output)
    if isinstance(error, TemplateError):
        return find_template_fault(error, settings.theme)
    root = settings.content.parent
    return find_disk_fault(error, output, root) if isinstance(error, OSError) else None
