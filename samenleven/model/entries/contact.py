"""A public desk or role."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import MAIL, PHONE, TEXT, TEXTS, WEB
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Contact(Entry):
    """A public desk or role that readers can ask; never a private person."""

    template: ClassVar[str] = "contact"

    role: str | None = words(TEXT, say("What the desk is for, or what the role does."))
    hours: tuple[str, ...] | None = words(
        TEXTS, say("When it is open, one line each. Without it the page says whom to ask.")
    )
    street: str = fact(TEXT, say("Street and number."), required=True)
    postcode: str = fact(TEXT, say("Postal code."), required=True)
    city: str = fact(TEXT, say("Name of the city."), required=True)
    phone: str = fact(PHONE, say("The phone number of the desk."), required=True)
    fax: str | None = fact(PHONE, say("The fax number of the desk."))
    email: str = fact(MAIL, say("The e-mail address of the desk."), required=True)
    website: str | None = fact(WEB, say("The web address of the desk."))
