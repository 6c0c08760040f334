"""The types of page, each a frozen dataclass whose columns are the table of its fields.

Validation, the reference in CONTRIBUTING.md and the entries themselves all come from these
classes.
"""

from __future__ import annotations

from samenleven.model.entries.contact import Contact
from samenleven.model.entries.entry import Entry, Home, Listing
from samenleven.model.entries.info import Accessibility, Info
from samenleven.model.entries.news import NewsItem
from samenleven.model.entries.programme import Programme

__all__ = [
    "SECTIONS",
    "TYPES",
    "Accessibility",
    "Contact",
    "Entry",
    "Home",
    "Info",
    "Listing",
    "NewsItem",
    "Programme",
]

SECTIONS: dict[str, type[Entry]] = {
    "": Home,
    "programmes": Programme,
    "news": NewsItem,
    "contacts": Contact,
    "pages": Info,
}
TYPES: dict[str, type[Entry]] = {"page": Info, "accessibility": Accessibility}
