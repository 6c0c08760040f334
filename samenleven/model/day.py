"""Which day it is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day_in(timezone: str) -> date:
    """Return the day of today in a time zone, by its IANA name."""
    return datetime.now(ZoneInfo(timezone)).date()
