"""What every page holds, and the pages that hold no more."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from samenleven.model.body import Body
from samenleven.model.kinds import DATE, KEYS, SLUG, SLUGS, TEXT, WEB, WHOLE, choice, keys_of
from samenleven.model.photo import Photo
from samenleven.model.records import records_of
from samenleven.model.source import Place
from samenleven.model.table import about_translation, fact, own, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Reference:
    """A document that a page was written from."""

    name: str = fact(TEXT, say("What it is called."), required=True)
    url: str | None = fact(WEB, say("Its web address."))
    licence: str | None = fact(TEXT, say("The licence under which it may be used."))


@record(frozen=True, kw_only=True)
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
    old_slugs: tuple[str, ...] | None = own(
        SLUGS,
        say("Slugs that it had before in this language; who comes there is led to the page."),
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
        records_of(Reference), say("The documents that the facts were taken from.")
    )
    photos: tuple[Photo, ...] | None = words(
        records_of(Photo, key="file"),
        say("Photos and woven pictures; a translation gives `file`, `alt` and `caption`."),
    )
    topics: tuple[str, ...] | None = fact(
        keys_of("topics"), say("What it is about; pages that share a topic name one another.")
    )
    figures: tuple[str, ...] | None = fact(
        KEYS, say("Keys of figures out of the list of figures, shown on the page with their scope.")
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


@record(frozen=True, kw_only=True)
class Home(Entry):
    """The first page of a language. Its title is the name of the site."""

    template: ClassVar[str] = "home"


@record(frozen=True, kw_only=True)
class Listing(Entry):
    """The page of a section; the site lists the pages of the section on it."""

    template: ClassVar[str] = "listing"
