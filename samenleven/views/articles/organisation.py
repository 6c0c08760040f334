"""An organisation that takes part."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

from samenleven.model.entries import Organisation
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import ContactCard, Group


@record(frozen=True)
class OrganisationData:
    """The organisation, and all that it takes part in."""

    kind: str
    website: str
    website_name: str
    meetings: Markup
    join: Markup
    contact: ContactCard | None
    groups: tuple[Group, ...]


def build_organisation(entry: Organisation, to: Localiser) -> OrganisationData:
    """Return the organisation, and all pages that name it."""
    website = entry.website or ""
    return OrganisationData(
        kind=entry.kind,
        website=website,
        website_name=(urlsplit(website).hostname or "").removeprefix("www."),
        meetings=to.explained(entry.meetings or ""),
        join=to.explained(entry.join or ""),
        contact=to.contact(Place("contacts", entry.contact)) if entry.contact else None,
        groups=to.groups(entry.place),
    )
