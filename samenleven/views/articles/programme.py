"""A programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from samenleven.languages.formats import (
    format_interval,
    format_money,
    format_percent,
    format_size,
    format_span,
)
from samenleven.languages.urls import media_path
from samenleven.model.entries import Call, Event, NewsItem, Programme
from samenleven.model.entries import Entry as AnyEntry
from samenleven.model.occasions import is_past
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.agenda import event_card
from samenleven.views.clocks import find_clock, find_enrolment, find_stage_of
from samenleven.views.localise import Localiser
from samenleven.views.page import (
    Attachment,
    Card,
    Clock,
    ContactCard,
    Funding,
    NavItem,
    TimelineStep,
)


@record(frozen=True)
class Related:
    """What a programme has to do with."""

    parent: NavItem | None
    children: tuple[Card, ...]
    successor: tuple[Card, ...]
    events: tuple[Card, ...]
    calls: tuple[Card, ...]
    news: tuple[Card, ...]


@record(frozen=True)
class ProgrammeData:
    """The facts at a glance, then how it goes; what is unknown is empty."""

    audience: Markup
    schedule: Markup
    start: str
    end: str
    period: str
    location: Markup
    life: Clock | None
    goals: tuple[Markup, ...]
    steps: tuple[TimelineStep, ...]
    enrolment: Clock | None
    enrol_how: Markup
    funding: Funding
    partners: tuple[NavItem, ...]
    documents: tuple[Attachment, ...]
    results: tuple[Markup, ...]
    action: Markup
    contacts: tuple[ContactCard, ...]
    related: Related


def build_programme(entry: Programme, to: Localiser) -> ProgrammeData:
    """Return the facts of a programme, as far as they are known."""
    start, end, period = _period(entry, to)
    return ProgrammeData(
        audience=to.explained(entry.audience),
        schedule=to.explained(entry.schedule or ""),
        start=start,
        end=end,
        period=period,
        location=to.explained(entry.location or ""),
        life=find_clock(entry, to),
        goals=tuple(to.explained(text) for text in entry.goals or ()),
        steps=tuple(_steps(entry, to)),
        enrolment=find_enrolment(entry, to),
        enrol_how=to.explained(entry.enrol_how or ""),
        funding=_funding(entry, to),
        partners=to.links("partners", entry.partners or ()),
        documents=tuple(_documents(entry, to)),
        results=tuple(to.explained(text) for text in entry.results or ()),
        action=to.explained(entry.action),
        contacts=tuple(
            to.contact(Place("contacts", key))
            for key in (entry.contact, *(entry.more_contacts or ()))
        ),
        related=_related(entry, to),
    )


def _period(entry: Programme, to: Localiser) -> tuple[str, str, str]:
    """Return the first day, the last day, and both as one text where both are known."""
    if entry.start and entry.end:
        return "", "", format_interval(entry.start, entry.end, to.around)
    start, end = (
        format_span(day, None, to.around) if day else "" for day in (entry.start, entry.end)
    )
    return start, end, ""


def _steps(entry: Programme, to: Localiser) -> Iterator[TimelineStep]:
    for step in entry.steps or ():
        day = step.start or step.end
        days = format_span(day, step.end, to.around) if day else to.inline(step.when or "")
        yield TimelineStep(to.inline(step.title), to.explained(step.text or ""), days)


def _funding(entry: Programme, to: Localiser) -> Funding:
    def money(euros: int | None) -> str:
        return "" if euros is None else format_money(euros, to.around)

    part, whole = Decimal(entry.funded or 0), Decimal(entry.budget or 0)
    return Funding(
        budget=money(entry.budget),
        note=to.explained(entry.budget_note or ""),
        funder=to.links("partners", (entry.funder,))[0] if entry.funder else None,
        funded=money(entry.funded),
        share=format_percent(part, whole, to.around) if part and whole else "",
        support_line=to.inline(entry.support_line or ""),
    )


def _documents(entry: Programme, to: Localiser) -> Iterator[Attachment]:
    for document in entry.documents or ():
        path = f"{entry.place}/{document.file}"
        yield Attachment(
            to.inline(document.title),
            f"{to.site.settings.base}/{media_path(path)}",
            document.file.rpartition(".")[2].upper(),
            format_size((to.site.settings.content / path).stat().st_size, to.around),
        )


def _related(entry: Programme, to: Localiser) -> Related:
    today = to.site.today
    named = [to.site.version(place, to.lang) for place in to.site.backlinks(entry.place)]
    return Related(
        parent=to.links("programmes", (entry.parent,))[0] if entry.parent else None,
        children=to.cards(_children(entry, named)),
        successor=to.programmes((entry.successor,) if entry.successor else ()),
        events=tuple(
            event_card(other, to)
            for other in named
            if isinstance(other, Event) and not is_past(other, today)
        ),
        calls=to.cards(
            [
                other
                for other in named
                if isinstance(other, Call) and find_stage_of(other, today) != "call-closed"
            ]
        ),
        news=to.cards([other for other in named if isinstance(other, NewsItem)]),
    )


def _children(entry: Programme, named: Sequence[AnyEntry]) -> list[AnyEntry]:
    return [
        other for other in named if isinstance(other, Programme) and other.parent == entry.place.key
    ]
