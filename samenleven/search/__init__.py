"""Make the index that readers search in; without Pagefind, the A to Z is searched by its titles."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.search.hooks import connect

    connect()
