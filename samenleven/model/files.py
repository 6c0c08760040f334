"""Which files an editor can put beside a page."""

from __future__ import annotations

from pathlib import Path

from samenleven.problems import Message, say

IMAGES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
PHOTOS = IMAGES | {".avif", ".gif", ".svg", ".heic", ".heif"}  # until the engine
DOCUMENTS = frozenset({".pdf", ".csv", ".txt", ".ics", ".gpx", ".odt", ".docx"})
MAX_PIXELS = 120_000_000


def find_fault(file: Path) -> tuple[Message, Message] | None:
    """Return what is wrong with a linked file and the remedy, or None."""
    suffix = file.suffix.lower()
    if suffix not in IMAGES | DOCUMENTS:
        kinds = ", ".join(sorted(IMAGES | DOCUMENTS))
        what = say('files of the kind "%(suffix)s" are not published.', suffix=suffix or file.name)
        return what, say("Use one of: %(kinds)s.", kinds=kinds)
    return _find_picture_fault(file) if suffix in IMAGES else None


def _find_picture_fault(file: Path) -> tuple[Message, Message] | None:
    from PIL import Image  # only a site with pictures pays for the import

    try:
        with Image.open(file) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return say("the picture is larger than 120 megapixels."), say("Make it smaller.")
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        what = say('"%(name)s" is not a picture that can be read.', name=file.name)
        return what, say("Open it, save it as JPEG, and put it here again.")
    return None
