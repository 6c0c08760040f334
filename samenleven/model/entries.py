"""What each type of page holds: the one table of fields, and the frozen entries made of it.

`fact` stands in the Dutch source alone, `words` in every language, `own` in any file, and
`about_translation` in translations alone. Validation, the reference in CONTRIBUTING.md and the
entries themselves all come from these classes.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date as Day
from enum import Enum
from typing import Any, ClassVar, NamedTuple

from samenleven.model.body import Body
from samenleven.model.kinds import (
    DATE,
    MAIL,
    PHONE,
    REFERENCES,
    SLUG,
    TEXT,
    TEXTS,
    WEB,
    WHOLE,
    Kind,
    Reference,
    choice,
    key_of,
    keys_of,
)
from samenleven.model.source import Place
from samenleven.problems import Message, say
from samenleven.weave.palettes import DRESSINGS, PALETTES


class Scope(Enum):
    """In which files of a page a field may stand."""

    FACT = "fact"
    WORDS = "words"
    OWN = "own"
    TRANSLATION = "translation"


class Field(NamedTuple):
    """One row of the table: what an editor may write, and what it means."""

    name: str
    kind: Kind
    scope: Scope
    required: bool
    help: Message


def _column(scope: Scope, kind: Kind, text: Message, required: bool) -> Any:
    row = Field("", kind, scope, required, text)
    default = dataclasses.MISSING if required and scope is not Scope.TRANSLATION else None
    if default is None:
        return dataclasses.field(default=None, metadata={"field": row})
    return dataclasses.field(metadata={"field": row})


def fact(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that only the source language gives."""
    return _column(Scope.FACT, kind, text, required)


def words(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that each language gives in its own words."""
    return _column(Scope.WORDS, kind, text, required)


def own(kind: Kind, text: Message) -> Any:
    """Return the column of a field that each file gives for itself."""
    return _column(Scope.OWN, kind, text, False)


def about_translation(kind: Kind, text: Message, *, required: bool = False) -> Any:
    """Return the column of a field that only translations give."""
    return _column(Scope.TRANSLATION, kind, text, required)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every page holds. `lang` is the language of the words."""

    template: ClassVar[str] = "page"

    place: Place
    lang: str
    path: str
    body: Body

    title: str = words(TEXT, say("The name of the page, as its heading."), required=True)
    slug: str | None = words(
        SLUG, say("The last part of the address in this language; without it, the folder name.")
    )
    summary: str = words(
        TEXT,
        say("One sentence for cards, search engines and previews."),
        required=True,
    )
    status: str | None = own(
        choice("published", "draft"),
        say("A draft is shown while you work (serve) and never published; without it, published."),
    )
    updated: Day = fact(
        DATE, say("The day on which the Dutch text was last changed."), required=True
    )
    date: Day | None = fact(DATE, say("From which day the page is published; before it, a draft."))
    order: int | None = fact(WHOLE, say("Its place in lists: low numbers first."))
    sources: tuple[Reference, ...] | None = fact(
        REFERENCES, say("The documents that the facts were taken from.")
    )
    translation: str | None = about_translation(
        choice("human", "machine", "machine-reviewed"),
        say("How the translation was made; readers see it."),
        required=True,
    )
    translated_from: Day | None = about_translation(
        DATE, say("The `updated` of the Dutch text that was translated."), required=True
    )
    reviewed_by: str | None = about_translation(
        TEXT, say("The role, never the name, of who read a machine translation.")
    )


@dataclass(frozen=True, kw_only=True)
class Home(Entry):
    """The first page of a language. Its title is the name of the site."""

    template: ClassVar[str] = "home"


@dataclass(frozen=True, kw_only=True)
class Listing(Entry):
    """The page of a section; the site lists the pages of the section on it."""

    template: ClassVar[str] = "listing"


@dataclass(frozen=True, kw_only=True)
class Programme(Entry):
    """A programme or project of the city."""

    template: ClassVar[str] = "programme"

    audience: str = words(TEXT, say("For whom it is, in one sentence."), required=True)
    action: str = words(
        TEXT, say("What a reader can do next, in one or two sentences."), required=True
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    schedule: str | None = words(
        TEXT, say("When it takes place, in words. Without it the page says whom to ask.")
    )
    start: Day | None = fact(DATE, say("The first day."))
    end: Day | None = fact(DATE, say("The last day."))
    location: str | None = words(
        TEXT, say("Where it takes place, in words. Without it the page says whom to ask.")
    )
    budget: int | None = fact(WHOLE, say("The money for it, in euros."))
    budget_note: str | None = words(TEXT, say("What that money is for."))
    partners: tuple[str, ...] | None = fact(TEXTS, say("Names of organisations that take part."))
    weave: str | None = fact(choice(*DRESSINGS), say("How its cloth is woven; without it, plain."))
    threads: str | None = fact(
        choice(*PALETTES), say("The colours of its cloth; without them, linen.")
    )


@dataclass(frozen=True, kw_only=True)
class NewsItem(Entry):
    """A piece of news; it stands in the feed of each language that it is translated to."""

    template: ClassVar[str] = "news"

    date: Day = fact(
        DATE, say("The day of publication on this site; before it, a draft."), required=True
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    programmes: tuple[str, ...] | None = fact(
        keys_of("programmes"), say("The programmes that it is about.")
    )


@dataclass(frozen=True, kw_only=True)
class Contact(Entry):
    """A public desk or role that readers can ask; never a private person."""

    template: ClassVar[str] = "contact"

    street: str = fact(TEXT, say("Street and number."), required=True)
    postcode: str = fact(TEXT, say("Postal code."), required=True)
    city: str = fact(TEXT, say("Name of the city."), required=True)
    phone: str = fact(PHONE, say("The phone number of the desk."), required=True)
    fax: str | None = fact(PHONE, say("The fax number of the desk."))
    email: str = fact(MAIL, say("The e-mail address of the desk."), required=True)
    website: str | None = fact(WEB, say("The web address of the desk."))


@dataclass(frozen=True, kw_only=True)
class Info(Entry):
    """A page about the site itself, at /<lang>/<slug>/."""

    type: str | None = fact(
        choice("page", "accessibility"),
        say("`accessibility` for the statement; else leave it out."),
    )


@dataclass(frozen=True, kw_only=True)
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


SECTIONS: dict[str, type[Entry]] = {
    "": Home,
    "programmes": Programme,
    "news": NewsItem,
    "contacts": Contact,
    "pages": Info,
}
TYPES: dict[str, type[Entry]] = {"page": Info, "accessibility": Accessibility}


def schema(entry: type[Entry]) -> dict[str, Field]:
    """Return the table of a type of page: its fields by name, in the order of the classes."""
    return {
        column.name: column.metadata["field"]._replace(name=column.name)
        for column in dataclasses.fields(entry)
        if "field" in column.metadata
    }
