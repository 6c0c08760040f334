"""The vCard of a desk in one language (version 3.0, RFC 2426, which every phone reads)."""

from __future__ import annotations

import vobject
from vobject.vcard import Address, Name

from samenleven.languages.site import Site
from samenleven.model.entries import Contact
from samenleven.model.source import Place


def build_vcard(entry: Contact, site: Site) -> str:
    """Return the vCard, with CRLF at its line ends. The same desk gives the same text."""
    card = vobject.vCard()
    city = site.version(Place("", ""), entry.lang).title
    card.add("fn").value = entry.title
    card.add("n").value = Name(family=entry.title)  # which version 3.0 asks for; a desk has none
    card.add("org").value = [city]
    if entry.role:
        card.add("role").value = entry.role
    for kind, number in (("WORK,VOICE", entry.phone), ("WORK,FAX", entry.fax)):
        if number:
            phone = card.add("tel")
            phone.value, phone.type_param = number, kind.split(",")
    mail = card.add("email")
    mail.value, mail.type_param = entry.email, ["INTERNET"]
    address = card.add("adr")
    address.value = Address(street=entry.street, city=entry.city, code=entry.postcode)
    address.type_param = ["WORK"]
    card.add("url").value = f"{site.settings.site_url}/{site.path(entry.place, entry.lang)}"
    if entry.hours:
        card.add("note").value = "\n".join(entry.hours)
    card.add("rev").value = (entry.translated_from or entry.updated).isoformat()
    text: str = card.serialize()
    return text
