"""A desk."""

from __future__ import annotations

from samenleven.model.entries import Contact
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import ContactCard, Group


@record(frozen=True)
class ContactData:
    """A desk, and the pages that name it."""

    card: ContactCard
    groups: tuple[Group, ...]


def build_contact(entry: Contact, to: Localiser) -> ContactData:
    """Return a desk, with what one can ask there."""
    return ContactData(to.contact(entry.place), to.groups(entry.place))
