"""Read the content and the catalogs at the start of a build, and stop it where they are wrong."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.languages.hooks import connect

    connect()
