"""The accessibility statement."""

from __future__ import annotations

from samenleven.languages.formats import format_date
from samenleven.model.entries import Accessibility
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import ContactCard, Words


@record(frozen=True)
class AccessibilityData:
    """The typed part of the statement (Decision (EU) 2018/1523)."""

    compliance: str
    limitations: tuple[str, ...]
    prepared: str
    iso_prepared: str
    reviewed: str
    iso_reviewed: str
    method: str
    feedback: ContactCard
    enforcement: Words
    enforcement_url: str


def build_accessibility(entry: Accessibility, to: Localiser) -> AccessibilityData:
    """Return what the statement shows."""
    return AccessibilityData(
        compliance=entry.compliance,
        limitations=tuple(to.inline(text) for text in entry.limitations),
        prepared=format_date(entry.prepared, entry.lang),
        iso_prepared=entry.prepared.isoformat(),
        reviewed=format_date(entry.reviewed, entry.lang),
        iso_reviewed=entry.reviewed.isoformat(),
        method=entry.method,
        feedback=to.contact(Place("contacts", entry.feedback)),
        enforcement=to.words(entry.enforcement_name, entry.lang),
        enforcement_url=entry.enforcement_url,
    )
