"""A call for participation."""

from __future__ import annotations

from markupsafe import Markup

from samenleven.model.entries import Call
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.clocks import find_clock
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, Clock, ContactCard


@record(frozen=True)
class CallData:
    """What one can do, for how long, and how to answer; what is unknown is empty."""

    who: Markup
    what: Markup
    effort: Markup
    clock: Clock | None
    how: Markup
    contact: ContactCard
    programmes: tuple[Card, ...]


def build_call(entry: Call, to: Localiser) -> CallData:
    """Return what one must know to answer a call."""
    return CallData(
        who=to.explained(entry.who),
        what=to.explained(entry.what),
        effort=to.explained(entry.effort or ""),
        clock=find_clock(entry, to),
        how=to.explained(entry.how),
        contact=to.contact(Place("contacts", entry.contact)),
        programmes=to.programmes((entry.programme,) if entry.programme else ()),
    )
