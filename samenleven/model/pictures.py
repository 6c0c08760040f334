"""What is wrong with a picture that an editor put beside a page: by its header and its end.

Cheap enough for `check`: nothing is decoded, and a file costs a few milliseconds. What only a
decode can find is found when the picture is developed, and is a Problem of the build.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from samenleven.problems import Message, say

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 120_000_000
FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
HEIF = "pillow_heif"  # the extra `heic` of pyproject.toml
HEAD = 512  # bytes that tell what a file is

Fault = tuple[Message, Message]  # what is wrong, and the remedy

# What else editors may bring, by the first bytes.
OTHER_KINDS = {
    b"%PDF": "PDF",
    b"8BPS": "Photoshop",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0*": "TIFF",
    b"PK\x03\x04": "ZIP",
}
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def open_picture(file: Path | BinaryIO) -> Image.Image:
    """Open a picture of a known format; its pixels are not read.

    Raises: OSError, SyntaxError or ValueError for no picture, DecompressionBombError for one
    that is far too large.
    """
    from PIL import Image  # only a site with pictures pays for the import

    formats: tuple[str, ...] = FORMATS
    if find_spec(HEIF):
        import pillow_heif

        pillow_heif.register_heif_opener()
        formats = (*FORMATS, "HEIF")
    with quiet():
        return Image.open(file, formats=formats)


def quiet() -> warnings.catch_warnings[None]:
    """Return a context without warnings: Pillow's are no words for editors.

    They are of broken metadata, which is left behind, and of size, which has its own limit here.
    """
    return warnings.catch_warnings(action="ignore")


def find_picture_fault(file: Path) -> Fault | None:
    """Return what is wrong with a picture and the remedy, or None. Nothing is raised."""
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD)
        if is_svg(head, file.suffix):
            from samenleven.model.svg import find_svg_fault

            return find_svg_fault(file.read_bytes())
        return _find_raster_fault(file, head)
    except OSError:
        return unreadable(file.name)


def is_svg(head: bytes, suffix: str) -> bool:
    """Tell whether a file is drawn in SVG, or claims to be."""
    return suffix.lower() == ".svg" or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<svg")


def _find_raster_fault(file: Path, head: bytes) -> Fault | None:
    from PIL import Image

    try:
        with open_picture(file) as picture:
            pixels, kind = picture.width * picture.height, picture.format or ""
    except Image.DecompressionBombError:
        return too_large()
    except Exception:  # each of Pillow's readers has its own errors
        return name_other_kind(file.name, head)
    if pixels > MAX_PIXELS:
        return too_large()
    return None if _has_end(file, kind) else cut_off()


def name_other_kind(name: str, data: bytes) -> Fault:
    """Return the fault of a file that Pillow does not know, by its first bytes."""
    head = data[:HEAD]
    if head[8:12] == b"WEBP" or head[4:12] in (b"ftypavif", b"ftypavis"):
        return cut_off()  # Pillow opens these two whole or not at all
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS and not find_spec(HEIF):
        what = say('"%(name)s" is a HEIC photo, which browsers cannot show.', name=name)
        return what, say(
            "Save it as JPEG, and put that here. "
            'Or ask who looks after the site for the extra "%(extra)s".',
            extra="heic",
        )
    for start, kind in OTHER_KINDS.items():
        if head.startswith(start):
            what = say('"%(name)s" is a %(kind)s file, not a photo.', name=name, kind=kind)
            return what, say("Save it as JPEG, and put that here.")
    if head and b"\0" not in head and _is_text(head):
        what = say('"%(name)s" is text, not a picture.', name=name)
        return what, say("Look whether this is the right file.")
    return unreadable(name)


def _is_text(head: bytes) -> bool:
    """Tell whether bytes are UTF-8, but for a letter that is cut at the end."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and len(head) == HEAD
    return True


def unreadable(name: str) -> Fault:
    """Return the fault of a file that no reader knows."""
    what = say('"%(name)s" is not a picture that can be read.', name=name)
    return what, say("Open it, save it as JPEG, and put it here again.")


def too_large() -> Fault:
    """Return the fault of a picture that would fill the memory."""
    return say("the picture is larger than 120 megapixels."), say("Make it smaller.")


def cut_off() -> Fault:
    """Return the fault of a picture that was not copied whole."""
    what = say("the picture is damaged: a part of it is missing.")
    return what, say("Copy it again from the camera or the phone.")


def _has_end(file: Path, kind: str) -> bool:
    """Tell whether the file goes on to the end that its format has."""
    ends = ENDS.get(kind)
    return ends is None or ends(file.read_bytes())


def _jpeg_ends(data: bytes) -> bool:
    """Look behind the first scan: a small picture inside the metadata has an end of its own."""
    place = 2
    while data[place : place + 1] == b"\xff" and data[place + 1 : place + 2] != b"\xda":
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return data.rfind(b"\xff\xd9", place) >= 0


def _png_ends(data: bytes) -> bool:
    return data.rfind(b"IEND\xaeB`\x82") >= 0


def _gif_ends(data: bytes) -> bool:
    return data.rstrip(b"\0").endswith(b"\x3b")


def _webp_ends(data: bytes) -> bool:
    return int.from_bytes(data[4:8], "little") + 8 <= len(data) + 1  # the pad byte may lack


def _boxes_end(data: bytes) -> bool:
    """Add up the boxes of ISO/IEC 14496-12, in which AVIF and HEIC lie."""
    place = 0
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        if size == 0:  # to the end of the file
            return True
        place += max(size, 8)
    return place == len(data)


ENDS: dict[str, Callable[[bytes], bool]] = {
    "AVIF": _boxes_end,
    "GIF": _gif_ends,
    "HEIF": _boxes_end,
    "JPEG": _jpeg_ends,
    "MPO": _jpeg_ends,  # a JPEG with more pictures behind it
    "PNG": _png_ends,
    "WEBP": _webp_ends,
}
