"""The pages that have no file of content: the chooser, the 404 pages, old addresses."""

from __future__ import annotations

from samenleven.record import record
from samenleven.views.page import LanguageLink, NavItem


@record(frozen=True)
class LanguageBlock:
    """One language of the chooser or of the 404 page for all languages."""

    link: LanguageLink
    site_name: str
    summary: str


@record(frozen=True)
class ChooserData:
    """The languages of the site, each in its own words."""

    blocks: tuple[LanguageBlock, ...]


@record(frozen=True)
class NotFoundData:
    """Where a reader can go from an address that does not exist."""

    home_url: str
    programmes_url: str
    contact_url: str


@record(frozen=True)
class MovedData:
    """Where the page of an old address is now."""

    link: NavItem
