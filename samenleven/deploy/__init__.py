"""Build aside, add what search engines and hosts read, and swap the site in."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.deploy.hooks import connect

    connect()
