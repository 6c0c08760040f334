"""Which files an editor can put beside a page."""

from __future__ import annotations

from pathlib import Path

from samenleven.problems import Message, say

PHOTOS = frozenset({".avif", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
STATE = ".state"  # of the file beside a translation that says what it was made from
DOCUMENTS = frozenset({".pdf", ".csv", ".txt", ".ics", ".gpx", ".odt", ".docx"})


def find_fault(file: Path) -> tuple[Message, Message] | None:
    """Return what is wrong with a document that a page links to and the remedy, or None."""
    suffix = file.suffix.lower()
    if suffix in DOCUMENTS:
        return None
    what = say('files of the kind "%(suffix)s" are not published.', suffix=suffix or file.name)
    return what, say("Use one of: %(kinds)s.", kinds=", ".join(sorted(DOCUMENTS)))
