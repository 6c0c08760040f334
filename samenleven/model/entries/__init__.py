"""The types of page, each a frozen dataclass whose columns are the table of its fields.

Validation, the reference in CONTRIBUTING.md and the entries themselves all come from these
classes.
"""

from __future__ import annotations

from samenleven.model.entries.brochure import Brochure
from samenleven.model.entries.call import Call
from samenleven.model.entries.checklist import Checklist, RightsStep
from samenleven.model.entries.contact import Contact
from samenleven.model.entries.entry import Entry, Home, Listing
from samenleven.model.entries.event import Event, Practice
from samenleven.model.entries.figures import Figure, Figures
from samenleven.model.entries.glossary import Glossary, Term
from samenleven.model.entries.info import Accessibility, Info, Offline, Search
from samenleven.model.entries.news import NewsItem, Quote
from samenleven.model.entries.organisation import Organisation
from samenleven.model.entries.programme import Document, Programme, Step
from samenleven.model.entries.topic import Topic
from samenleven.model.entries.venue import Venue
from samenleven.model.entries.walk import Stop, Walk

__all__ = [
    "SECTIONS",
    "TYPES",
    "Accessibility",
    "Brochure",
    "Call",
    "Checklist",
    "Contact",
    "Document",
    "Entry",
    "Event",
    "Figure",
    "Figures",
    "Glossary",
    "Home",
    "Info",
    "Listing",
    "NewsItem",
    "Offline",
    "Organisation",
    "Practice",
    "Programme",
    "Quote",
    "RightsStep",
    "Search",
    "Step",
    "Stop",
    "Term",
    "Topic",
    "Venue",
    "Walk",
]

SECTIONS: dict[str, type[Entry]] = {
    "": Home,
    "programmes": Programme,
    "news": NewsItem,
    "events": Event,
    "calls": Call,
    "places": Venue,
    "walks": Walk,
    "partners": Organisation,
    "contacts": Contact,
    "topics": Topic,
    "pages": Info,
}
TYPES: dict[str, type[Entry]] = {
    "page": Info,
    "accessibility": Accessibility,
    "brochure": Brochure,
    "checklist": Checklist,
    "figures": Figures,
    "glossary": Glossary,
    "offline": Offline,
    "search": Search,
}
