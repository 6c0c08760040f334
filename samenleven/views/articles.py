"""What each type of article shows beside its title, summary and body."""

from __future__ import annotations

from dataclasses import dataclass

from samenleven.views.page import Card, ContactCard, LanguageLink, Words


@dataclass(frozen=True)
class Nothing:
    """A type that shows no more than its body."""


@dataclass(frozen=True)
class HomeData:
    """The first page: what one can find, and the newest."""

    programmes: tuple[Card, ...]
    news: tuple[Card, ...]
    programmes_url: str
    news_url: str


@dataclass(frozen=True)
class ListingData:
    """The pages of a section, as cards, or as contact cards."""

    cards: tuple[Card, ...]
    contacts: tuple[ContactCard, ...]
    length: int  # for the plural form
    count: str  # the same, in the digits of the language
    feed_url: str


@dataclass(frozen=True)
class ProgrammeData:
    """The facts at a glance; what is unknown is empty."""

    audience: str
    schedule: str
    period: str
    location: str
    budget: str
    budget_note: str
    partners: tuple[str, ...]
    action: str
    contact: ContactCard
    news: tuple[Card, ...]


@dataclass(frozen=True)
class NewsData:
    """A piece of news, and the programmes that it is about."""

    date: str
    iso_date: str
    contact: ContactCard
    programmes: tuple[Card, ...]


@dataclass(frozen=True)
class ContactData:
    """A desk, and the programmes that name it."""

    card: ContactCard
    programmes: tuple[Card, ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class LanguageBlock:
    """One language of the chooser or of the 404 page for all languages."""

    link: LanguageLink
    site_name: str
    summary: str


@dataclass(frozen=True)
class ChooserData:
    """The languages of the site, each in its own words."""

    blocks: tuple[LanguageBlock, ...]


@dataclass(frozen=True)
class NotFoundData:
    """Where a reader can go from an address that does not exist."""

    home_url: str
    programmes_url: str
    contact_url: str
