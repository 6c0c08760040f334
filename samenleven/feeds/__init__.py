"""Write the feeds, the calendars and the files beside pages."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.feeds.hooks import connect

    connect()
