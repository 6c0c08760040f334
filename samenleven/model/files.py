"""Which files an editor can put beside a page."""

from __future__ import annotations

from pathlib import Path

from samenleven.problems import Message, say

IMAGES = frozenset({".avif", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp"})
PHOTOS = (IMAGES - {".svg"}) | {".heic", ".heif"}  # what `photos:` may name
DOCUMENTS = frozenset({".pdf", ".csv", ".txt", ".ics", ".gpx", ".odt", ".docx"})


def find_fault(file: Path) -> tuple[Message, Message] | None:
    """Return what is wrong with a linked file and the remedy, or None."""
    suffix = file.suffix.lower()
    if suffix not in IMAGES | DOCUMENTS:
        kinds = ", ".join(sorted(IMAGES | DOCUMENTS))
        what = say('files of the kind "%(suffix)s" are not published.', suffix=suffix or file.name)
        return what, say("Use one of: %(kinds)s.", kinds=kinds)
    if suffix not in IMAGES:
        return None
    from samenleven.model.pictures import find_picture_fault

    return find_picture_fault(file)
