"""What pages are about."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.entry import Entry
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Topic(Entry):
    """A topic. The site lists every page that names it in its `topics`."""

    template: ClassVar[str] = "topic"
