"""Steps towards a right."""

from __future__ import annotations

from markupsafe import Markup

from samenleven.model.entries import Checklist, RightsStep
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import ContactCard, NavItem


@record(frozen=True)
class ChecklistStep:
    """What to do, how, and who helps."""

    title: Markup
    text: Markup
    contact: ContactCard | None
    programme: NavItem | None


@record(frozen=True)
class ChecklistData:
    """The steps, in their order."""

    steps: tuple[ChecklistStep, ...]


def build_checklist(entry: Checklist, to: Localiser) -> ChecklistData:
    """Return the steps."""
    return ChecklistData(tuple(_step(step, to) for step in entry.steps))


def _step(step: RightsStep, to: Localiser) -> ChecklistStep:
    programmes = to.links("programmes", (step.programme,)) if step.programme else (None,)
    return ChecklistStep(
        title=to.inline(step.title),
        text=to.explained(step.text or ""),
        contact=to.contact(Place("contacts", step.contact)) if step.contact else None,
        programme=programmes[0],
    )
