"""Write what readers need without internet: the service worker, and a manifest to install by."""

from __future__ import annotations


def register() -> None:
    """Connect the room to Pelican, which is imported only by who runs it."""
    from samenleven.offline.hooks import connect

    connect()
