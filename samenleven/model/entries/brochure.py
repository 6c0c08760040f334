"""Pages put together to be printed."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.info import Info
from samenleven.model.kinds import PLACES
from samenleven.model.source import Place
from samenleven.model.table import fact
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Brochure(Info):
    """Pages of the site in a chosen order, on one page that prints as a booklet."""

    template: ClassVar[str] = "brochure"

    chapters: tuple[Place, ...] = fact(
        PLACES, say("The pages, in the order of the booklet."), required=True
    )
