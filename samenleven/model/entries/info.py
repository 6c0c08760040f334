"""Pages about the site itself."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, TEXT, TEXTS, WEB, choice, key_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Info(Entry):
    """A page about the site itself, at /<lang>/<slug>/."""

    type: str | None = fact(
        choice(
            "page",
            "accessibility",
            "brochure",
            "checklist",
            "figures",
            "glossary",
            "offline",
            "search",
        ),
        say("What is special about the page; an ordinary page leaves it out."),
    )


@record(frozen=True, kw_only=True)
class Accessibility(Info):
    """The statement that Decision (EU) 2018/1523 asks for, with its six fields."""

    template: ClassVar[str] = "accessibility"

    compliance: str = fact(
        choice("full", "partial", "none"),
        say("How far the site meets the standard."),
        required=True,
    )
    limitations: tuple[str, ...] = words(
        TEXTS,
        say("What is not accessible, and why; one line each."),
        required=True,
    )
    prepared: Day = fact(DATE, say("The day on which the statement was made."), required=True)
    reviewed: Day = fact(
        DATE, say("The day of the last review; at most a year ago."), required=True
    )
    method: str = fact(
        choice("self", "third-party"),
        say("Who assessed the site: the city itself, or a third party."),
        required=True,
    )
    feedback: str = fact(
        key_of("contacts"), say("Whom a reader tells that something does not work."), required=True
    )
    enforcement_name: str = words(TEXT, say("The body that handles complaints."), required=True)
    enforcement_url: str = fact(WEB, say("The web address of that body."), required=True)


@record(frozen=True, kw_only=True)
class Search(Info):
    """The page to search on, with every page from A to Z; a site has one."""

    template: ClassVar[str] = "search"


@record(frozen=True, kw_only=True)
class Offline(Info):
    """The page that readers see without internet, with the pages they kept; a site has one."""

    template: ClassVar[str] = "offline"
