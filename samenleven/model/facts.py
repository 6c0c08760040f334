"""What must hold between the facts of one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from samenleven.model.entries import Entry, Event, Programme
from samenleven.model.validate import Read, find_field_line
from samenleven.problems import Message, Problem, say

Fault = tuple[str, Message, Message]  # field, what is wrong, how to mend it
Facts = dict[str, Any]
EXCHANGE = say("Exchange the two days, or mend one.")


def check_facts(dutch: Read, entry: type[Entry]) -> Iterator[Problem]:
    """Yield a Problem for each fact of a page that contradicts another."""
    for rule in (find_period_fault, *RULES.get(entry, ())):
        for field, what, remedy in rule(dutch.values):
            line = find_field_line(dutch.source, field)
            yield Problem(dutch.source.path, line, field, what, remedy)


def find_period_fault(facts: Facts) -> Iterator[Fault]:
    """Yield a fault if something ends before it starts."""
    start, end = facts.get("start"), facts.get("end")
    if not (start and end):
        return
    if isinstance(start, datetime) is not isinstance(end, datetime):
        remedy = say("Write the hour in both, or in none.")
        yield "end", say("only one of the two days has an hour."), remedy
    elif end < start:
        yield (
            "end",
            say("it is earlier than the first day, which is %(start)s.", start=start),
            (EXCHANGE),
        )


def find_enrolment_fault(facts: Facts) -> Iterator[Fault]:
    """Yield a fault if enrolment closes before it opens."""
    start, end = facts.get("enrol_from"), facts.get("enrol_until")
    if start and end and end < start:
        what = say("it is earlier than the first day, which is %(start)s.", start=start)
        yield "enrol_until", what, EXCHANGE


def find_funding_fault(facts: Facts) -> Iterator[Fault]:
    """Yield a fault if the funder's part has no whole or no funder, or is more than the whole."""
    funded, budget = facts.get("funded"), facts.get("budget")
    if funded is None:
        return
    if "funder" not in facts:
        what = say("it is not said who pays it.")
        yield "funded", what, say('Add "funder: ..." with a folder name of partners.')
    if not budget:
        what = say("the budget that it is a part of is missing.")
        yield "funded", what, say('Add "budget: ...".')
    elif funded > budget:
        what = say("it is more than the budget, which is %(budget)s.", budget=budget)
        yield "funded", what, say("Mend one of the two.")


def find_repeat_fault(facts: Facts) -> Iterator[Fault]:
    """Yield a fault for what cannot be repeated."""
    repeats, hours, until = (facts.get(name) for name in ("repeats", "practice", "repeats_until"))
    start = facts.get("start")
    if repeats and hours:
        what = say("the hours in `practice` come again every week already.")
        yield "repeats", what, say("Delete the line.")
    if repeats and not start:
        what = say("what comes again needs a first day.")
        yield "repeats", what, say('Add "start: ...".')
    if until and not (repeats or hours):
        what = say("it is not said how it comes again.")
        yield "repeats_until", what, say('Add "repeats: weekly" or "repeats: yearly".')
    if until and start and until < day_of(start):
        day = day_of(start)
        what = say("it is earlier than the first day, which is %(start)s.", start=day)
        yield "repeats_until", what, EXCHANGE
    if facts.get("end") and not start:
        yield "end", say("there is no first day."), say('Add "start: ...".')


def day_of(moment: date) -> date:
    """Return the day of a date, or of a datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


RULES: dict[type[Entry], tuple[Callable[[Facts], Iterator[Fault]], ...]] = {
    Programme: (find_enrolment_fault, find_funding_fault),
    Event: (find_repeat_fault,),
}
