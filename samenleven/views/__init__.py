"""Hand Pelican what was read, and write each page from its view."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.views.hooks import connect

    connect()
