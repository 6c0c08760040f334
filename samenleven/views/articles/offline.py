"""The page that readers see without internet."""

from __future__ import annotations

from samenleven.languages.urls import WORKER
from samenleven.model.entries import Offline
from samenleven.record import record
from samenleven.views.localise import Localiser


@record(frozen=True)
class OfflineData:
    """What keeps pages; empty where the city has turned that off."""

    worker_url: str


def build_offline(entry: Offline, to: Localiser) -> OfflineData:
    """Return the address of the service worker, by which the pages that it keeps are known."""
    return OfflineData(to.below(WORKER) if to.site.settings.keeps_pages else "")
