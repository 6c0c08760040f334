"""Published pictures, read byte by byte: what they still say of people, places and cameras.

Nothing is imported from the room that made the pictures: it would share its own mistakes. What
may be said is listed (author, licence, and how a picture stands); all else is a finding.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from samenleven.checks.output import Finding

TAGS = {0x013B: "Artist", 0x8298: "Copyright", 0x0112: "Orientation"}  # Exif 3.0
NAMED_TAGS = {
    0x8825: "GPS",
    0x8769: "the EXIF block of the camera",
    0x927C: "MakerNote",
    0x0132: "DateTime",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x013C: "HostComputer",
}
PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/dc/elements/1.1/}rights",
    "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "{http://ns.adobe.com/xap/1.0/rights/}WebStatement",
}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SVG = "{http://www.w3.org/2000/svg}"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
PNG_CHUNKS = set(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST pHYs acTL fcTL fdAT".split()
)
WEBP_CHUNKS = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
JPEG_SEGMENTS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
# Words that no published picture holds, wherever they stand in it.
WORDS = re.compile(
    rb"GPSL(?:at|ong)itude|PersonInImage|mwg-rs:|SerialNumber|OwnerName|xapMM:|xmpMM:|MPF\0"
)


def check_privacy(folder: Path) -> list[str]:
    """Return what pictures below a folder should not say, as `file: what is wrong`."""
    return [f"{path}: {what}" for path, what in scan_pictures(folder)]


def scan_pictures(folder: Path) -> Iterator[Finding]:
    """Yield each picture below a folder that says what it should not, by its path from there."""
    for file in sorted(folder.rglob("*")):
        read = READERS.get(file.suffix.lower())
        if read and file.is_file():
            path = file.relative_to(folder).as_posix()
            for what in find_private(file.read_bytes(), read):
                yield path, f"holds {what}"


def find_private(data: bytes, read: Callable[[bytes], Iterator[str]] | None = None) -> list[str]:
    """Return what a picture says that is not its author or licence, sorted, each once."""
    try:
        found = set((read or _reader_of(data))(data))
    except (IndexError, struct.error, ValueError, ElementTree.ParseError, OSError):
        found = {"what no reader understands"}
    return sorted(found | {word[0].decode("latin-1").strip("\0") for word in WORDS.finditer(data)})


def _reader_of(data: bytes) -> Callable[[bytes], Iterator[str]]:
    starts = {b"\xff\xd8": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp", b"GIF8": ".gif"}
    suffix = next((suffix for start, suffix in starts.items() if data.startswith(start)), "")
    return READERS[suffix or (".avif" if data[4:8] == b"ftyp" else ".svg")]


def _read_jpeg(data: bytes) -> Iterator[str]:
    """Walk the segments (ITU-T T.81, B.1) to the end of the picture, and look behind it."""
    place = 2
    while (found := MARKER.search(data, place)) and data[found.end() - 1] != 0xD9:
        marker, place = data[found.end() - 1], found.end()
        size = int.from_bytes(data[place : place + 2], "big")
        yield from _read_segment(marker, data[place + 2 : place + size])
        place += size
    if not found:
        raise ValueError
    if data[found.end() :].strip(b"\0"):
        yield "something behind the picture"


def _read_segment(marker: int, payload: bytes) -> Iterator[str]:
    if payload.startswith(b"Exif\0\0") and marker == 0xE1:
        yield from _read_tiff(payload[6:])
    elif payload.startswith(XMP) and marker == 0xE1:
        yield from _read_xmp(payload.removeprefix(XMP))
    elif marker == 0xFE:
        yield "a comment"
    elif marker == 0xE0 and payload.startswith(b"JFIF\0"):
        if payload[12:14] != b"\0\0":
            yield "a small copy of the picture"
    elif 0xE0 <= marker <= 0xEF and not payload.startswith(JPEG_SEGMENTS.get(marker, b"\0none")):
        name = payload[:20].split(b"\0")[0].decode("latin-1")
        yield f"the segment APP{marker - 0xE0} {name!r}"


def _read_png(data: bytes) -> Iterator[str]:
    place, kind = 8, b""
    while kind != b"IEND":
        size, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + size]
        if kind == b"eXIf":
            yield from _read_tiff(content)
        elif content.startswith(b"XML:com.adobe.xmp\0\0") and kind == b"iTXt":
            yield from _read_xmp(content[22:])
        elif kind not in PNG_CHUNKS:
            yield f"the chunk {kind.decode('latin-1')}"
        place += 12 + size
    if data[place:].strip(b"\0"):
        yield "something behind the picture"


def _read_webp(data: bytes) -> Iterator[str]:
    place = 12
    while place < len(data):
        kind, size = struct.unpack_from("<4sI", data, place)
        content = data[place + 8 : place + 8 + size]
        if kind == b"EXIF":
            yield from _read_tiff(content.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from _read_xmp(content)
        elif kind not in WEBP_CHUNKS:
            yield f"the chunk {kind.decode('latin-1')}"
        place += 8 + size + size % 2


def _read_gif(data: bytes) -> Iterator[str]:
    place = 13 + _table_size(data[10])
    while data[place] != 0x3B:
        if data[place] == 0x2C:
            place += 11 + _table_size(data[place + 9])
        else:
            kind, name = data[place + 1], data[place + 3 : place + 14]
            if kind in (0xFE, 0x01):
                yield "a comment"
            elif kind == 0xFF and name not in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
                yield f"the extension {name.decode('latin-1')!r}"
            place += 2
        while data[place]:
            place += data[place] + 1
        place += 1


def _table_size(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _read_avif(data: bytes) -> Iterator[str]:
    """Let libavif find the items among the boxes, which lie in any order."""
    from io import BytesIO

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = Image.open(BytesIO(data), formats=("AVIF",))
    if exif := picture.info.get("exif"):
        yield from _read_tiff(exif.removeprefix(b"Exif\0\0"))
    if xmp := picture.info.get("xmp"):
        yield from _read_xmp(xmp)


def _read_svg(data: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(data)
    for element in root.iter():
        name = str(element.tag)
        if not name.startswith(SVG) or name == f"{SVG}metadata":
            yield f"the element {name.rpartition('}')[2]}"
        yield from (f"the attribute {key}" for key in element.attrib if ".com" in key)
    if b"<!--" in data:
        yield "a comment"


def _read_tiff(data: bytes) -> Iterator[str]:
    """Read the first directory (TIFF 6.0, section 2); a second one holds a small picture."""
    order = {b"II*\0": "<", b"MM\0*": ">"}[data[:4]] if data[:4] in (b"II*\0", b"MM\0*") else ""
    if not order:
        raise ValueError
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, start)
    for row in range(count):
        (tag,) = struct.unpack_from(f"{order}H", data, start + 2 + 12 * row)
        if tag not in TAGS:
            yield NAMED_TAGS.get(tag, f"the EXIF tag 0x{tag:04X}")
    (following,) = struct.unpack_from(f"{order}I", data, start + 2 + 12 * count)
    if following:
        yield "a small copy of the picture"


def _read_xmp(packet: bytes) -> Iterator[str]:
    """Yield each property (ISO 16684-1) that is not about rights."""
    root = ElementTree.fromstring(packet.strip(b"\0 \n"))
    for description in root.iter(f"{RDF}Description"):
        names = {*description.attrib, *(str(child.tag) for child in description)}
        for name in sorted(names - PROPERTIES - {f"{RDF}about"}):
            yield f"the XMP property {name.rpartition('}')[2]}"


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".avif": _read_avif,
    ".gif": _read_gif,
    ".jpeg": _read_jpeg,
    ".jpg": _read_jpeg,
    ".png": _read_png,
    ".svg": _read_svg,
    ".webp": _read_webp,
}
