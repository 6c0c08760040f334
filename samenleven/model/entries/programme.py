"""A programme or project."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.model.kinds import DATE, FILE, TEXT, TEXTS, WHOLE, choice, key_of, keys_of
from samenleven.model.records import records_of
from samenleven.model.table import fact, words
from samenleven.problems import say
from samenleven.record import record
from samenleven.weave.palettes import DRESSINGS, PALETTES


@record(frozen=True, kw_only=True)
class Step:
    """A step of the process."""

    title: str = words(TEXT, say("What happens, in a few words."), required=True)
    text: str | None = words(TEXT, say("More about it, in one or two sentences."))
    when: str | None = words(TEXT, say("When, in words, where there are no days."))
    start: Day | None = fact(DATE, say("The first day."))
    end: Day | None = fact(DATE, say("The last day."))


@record(frozen=True, kw_only=True)
class Document:
    """A file that readers can download; the site adds its type and size."""

    file: str = fact(FILE, say("The name of the file in the folder of the page."), required=True)
    title: str = words(TEXT, say("What it is, in a few words."), required=True)


@record(frozen=True, kw_only=True)
class Programme(Entry):
    """A programme or project of the city."""

    template: ClassVar[str] = "programme"

    audience: str = words(TEXT, say("For whom it is, in one sentence."), required=True)
    action: str = words(
        TEXT, say("What a reader can do next, in one or two sentences."), required=True
    )
    contact: str = fact(key_of("contacts"), say("Whom a reader can ask."), required=True)
    more_contacts: tuple[str, ...] | None = fact(
        keys_of("contacts"), say("Other desks that can help.")
    )
    goals: tuple[str, ...] | None = words(TEXTS, say("What it wants to reach, one line each."))
    schedule: str | None = words(
        TEXT, say("When it takes place, in words. Without it the page says whom to ask.")
    )
    start: Day | None = fact(DATE, say("The first day."))
    end: Day | None = fact(
        DATE, say("The last day. After it the page says that the programme has ended.")
    )
    location: str | None = words(
        TEXT, say("Where it takes place, in words. Without it the page says whom to ask.")
    )
    steps: tuple[Step, ...] | None = words(
        records_of(Step), say("How it goes, step by step, in the order of time.")
    )
    enrol_from: Day | None = fact(DATE, say("The first day on which one can enrol."))
    enrol_until: Day | None = fact(DATE, say("The last day on which one can enrol."))
    enrol_how: str | None = words(
        TEXT, say("How one enrols. Without days the page says whom to ask.")
    )
    budget: int | None = fact(WHOLE, say("The money for it, in euros."))
    budget_note: str | None = words(TEXT, say("What that money is for."))
    funder: str | None = fact(
        key_of("partners"), say("The organisation that supports it with money.")
    )
    funded: int | None = fact(
        WHOLE, say("How much of the budget the funder pays, in euros; the page says which part.")
    )
    support_line: str | None = words(
        TEXT, say("The sentence that the funder asks for, such as its motto.")
    )
    partners: tuple[str, ...] | None = fact(
        keys_of("partners"), say("The organisations that take part.")
    )
    documents: tuple[Document, ...] | None = words(
        records_of(Document, key="file"), say("Files that readers can download.")
    )
    results: tuple[str, ...] | None = words(TEXTS, say("What came of it, one line each."))
    parent: str | None = fact(
        key_of("programmes"), say("The larger programme that it is a part of.")
    )
    successor: str | None = fact(key_of("programmes"), say("The programme that came in its place."))
    weave: str | None = fact(choice(*DRESSINGS), say("How its cloth is woven; without it, plain."))
    threads: str | None = fact(
        choice(*PALETTES), say("The colours of its cloth; without them, linen.")
    )
