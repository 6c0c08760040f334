"""The types of page, each a frozen dataclass whose columns are the table of its fields.

Validation, the reference in CONTRIBUTING.md and the entries themselves all come from these
classes.
"""

from __future__ import annotations

from samenleven.model.entries.brochure import Brochure
from samenleven.model.entries.checklist import Checklist, RightsStep
from samenleven.model.entries.contact import Contact
from samenleven.model.entries.entry import Entry, Home, Listing
from samenleven.model.entries.figures import Figure, Figures
from samenleven.model.entries.glossary import Glossary, Term
from samenleven.model.entries.info import Accessibility, Info
from samenleven.model.entries.news import NewsItem
from samenleven.model.entries.organisation import Organisation
from samenleven.model.entries.programme import Programme
from samenleven.model.entries.venue import Venue
from samenleven.model.entries.walk import Stop, Walk

__all__ = [
    "SECTIONS",
    "TYPES",
    "Accessibility",
    "Brochure",
    "Checklist",
    "Contact",
    "Entry",
    "Figure",
    "Figures",
    "Glossary",
    "Home",
    "Info",
    "Listing",
    "NewsItem",
    "Organisation",
    "Programme",
    "RightsStep",
    "Stop",
    "Term",
    "Venue",
    "Walk",
]

SECTIONS: dict[str, type[Entry]] = {
    "": Home,
    "programmes": Programme,
    "news": NewsItem,
    "places": Venue,
    "walks": Walk,
    "partners": Organisation,
    "contacts": Contact,
    "pages": Info,
}
TYPES: dict[str, type[Entry]] = {
    "page": Info,
    "accessibility": Accessibility,
    "brochure": Brochure,
    "checklist": Checklist,
    "figures": Figures,
    "glossary": Glossary,
}
