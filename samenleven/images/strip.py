"""Take the metadata out of a file without touching its pixels.

What is kept is listed, so that what a camera invents tomorrow is left behind too.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

# JPEG (ITU-T T.81): frames, tables and scans are kept, and of the application's segments these.
JFIF, ADOBE, ICC = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
KEPT_SEGMENTS = {0xE0: JFIF, 0xE2: ICC, 0xEE: ADOBE}
SCAN, END = 0xDA, 0xD9
# In a scan, 0xFF is data before 0, a restart mark before 0xD0-0xD7, and else the next segment.
MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
EXIF_HEAD, XMP_HEAD = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"

# PNG (3rd edition, W3C 2025), all but the chunks of text, time and unknown ones.
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
KEPT_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST acTL fcTL fdAT".split()
)
# WebP (RFC 9649)
KEPT_RIFF = frozenset((b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
WEBP_FLAGS = {b"ANIM": 0x02, b"XMP ": 0x04, b"EXIF": 0x08, b"ALPH": 0x10, b"ICCP": 0x20}
# GIF89a: of the application's blocks, those that say how often a picture moves.
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class Metadata(NamedTuple):
    """What is written in the place of what was there."""

    exif: bytes = b""  # with "Exif\0\0" before it
    xmp: bytes = b""


def strip(data: bytes, format: str, metadata: Metadata) -> bytes | None:
    """Return the file without its metadata but with `metadata`; None for another format.

    A GIF has no place for it. Raises: ValueError, IndexError or struct.error for a file that is
    not what its format asks.
    """
    stripper = STRIPPERS.get(format)
    return stripper(data, metadata) if stripper else None


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and payload of each segment of a JPEG; behind SOS, the scan's data as 0.

    What lies behind the end of the picture is not yielded: other pictures, by MPF or by phones.
    Raises: ValueError.
    """
    place = 2
    while True:
        found = MARKER.search(data, place)
        if not found:
            raise ValueError("a JPEG without an end")
        if found.start() > place:
            yield 0, data[place : found.start()]
        marker, place = data[found.end() - 1], found.end()
        if marker == END:
            return
        size = int.from_bytes(data[place : place + 2], "big")
        yield marker, data[place + 2 : place + size]
        place += size


def _strip_jpeg(data: bytes, metadata: Metadata) -> bytes:
    kept = [b"\xff\xd8"]
    jfif: list[bytes] = []
    for marker, payload in jpeg_segments(data):
        if marker == 0:
            kept.append(payload)
        elif marker == 0xE0 and payload.startswith(JFIF):
            # Without the thumbnail that may follow the 14 bytes of the head.
            jfif = [_segment(marker, payload[:12] + b"\0\0")]
        elif _is_kept(marker, payload):
            kept.append(_segment(marker, payload))
    if metadata.exif:
        jfif.append(_segment(0xE1, metadata.exif))
    if metadata.xmp:
        jfif.append(_segment(0xE1, XMP_HEAD + metadata.xmp))
    return b"".join((kept[0], *jfif, *kept[1:], b"\xff\xd9"))


def _is_kept(marker: int, payload: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return payload.startswith(KEPT_SEGMENTS.get(marker, b"\0nothing"))
    return marker != 0xFE  # a comment


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk of a PNG. Raises: ValueError."""
    place = len(PNG_HEAD)
    kind = b""
    while kind != b"IEND":
        if place + 12 > len(data):
            raise ValueError("a PNG without an end")
        size, kind = struct.unpack_from(">I4s", data, place)
        yield kind, data[place + 8 : place + 8 + size]
        place += size + 12


def _strip_png(data: bytes, metadata: Metadata) -> bytes:
    kept = [PNG_HEAD]
    for kind, content in png_chunks(data):
        if kind in KEPT_CHUNKS:
            kept.append(_chunk(kind, content))
        if kind == b"IHDR" and metadata.exif:
            kept.append(_chunk(b"eXIf", metadata.exif.removeprefix(EXIF_HEAD)))
        if kind == b"IHDR" and metadata.xmp:
            kept.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + metadata.xmp))
    return b"".join(kept)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def riff_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk of a WebP. Raises: ValueError."""
    place = 12
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while place + 8 <= end:
        kind, size = struct.unpack_from("<4sI", data, place)
        if place + 8 + size > end:
            raise ValueError("a WebP without an end")
        yield kind, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _strip_webp(data: bytes, metadata: Metadata) -> bytes:
    chunks = [*riff_chunks(data)]
    kept = [(kind, content) for kind, content in chunks if kind in KEPT_RIFF]
    if metadata.exif:
        kept.append((b"EXIF", metadata.exif.removeprefix(EXIF_HEAD)))
    if metadata.xmp:
        kept.append((b"XMP ", metadata.xmp))
    if {kind for kind, _ in kept} - {b"VP8 ", b"VP8L"}:
        kept.insert(0, (b"VP8X", _webp_head(chunks, kept)))
    body = b"".join(
        struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)
        for kind, content in kept
    )
    return struct.pack("<4sI4s", b"RIFF", len(body) + 4, b"WEBP") + body


def _webp_head(chunks: list[tuple[bytes, bytes]], kept: list[tuple[bytes, bytes]]) -> bytes:
    """Return the extended head: what the file holds, and its size."""
    kind, content = chunks[0]
    flags = sum({WEBP_FLAGS.get(name, 0) for name, _ in kept})
    if kind == b"VP8X":
        return bytes([flags | content[0] & WEBP_FLAGS[b"ALPH"]]) + b"\0\0\0" + content[4:10]
    if kind == b"VP8L":  # 14 bits of width and of height, each less one, and one for alpha
        bits = int.from_bytes(content[1:5], "little")
        width, height = bits & 0x3FFF, bits >> 14 & 0x3FFF
        flags |= WEBP_FLAGS[b"ALPH"] if bits >> 28 & 1 else 0
    else:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 6))
        width, height = width - 1, height - 1
    return struct.pack("<I", flags) + width.to_bytes(3, "little") + height.to_bytes(3, "little")


def gif_blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each part of a GIF and what it is: 0 the head, 0x2C a picture, else its extension.

    Raises: ValueError, IndexError.
    """
    place = 13 + _table_size(data[10])
    yield 0, data[:place]
    while data[place] != 0x3B:
        start, kind = place, data[place]
        if kind == 0x21:
            kind, place = data[place + 1], place + 2
        elif kind == 0x2C:
            place += 11 + _table_size(data[place + 9])
        else:
            raise ValueError("a GIF that is broken")
        while data[place]:
            place += data[place] + 1
        place += 1
        yield kind, data[start:place]


def _table_size(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _strip_gif(data: bytes, metadata: Metadata) -> bytes:
    kept = [
        block
        for kind, block in gif_blocks(data)
        if kind in (0, 0x2C, 0xF9) or (kind == 0xFF and block[3:14] in LOOPS)
    ]
    return b"".join(kept) + b"\x3b"


STRIPPERS: dict[str, Callable[[bytes, Metadata], bytes]] = {
    "JPEG": _strip_jpeg,
    "MPO": _strip_jpeg,
    "PNG": _strip_png,
    "WEBP": _strip_webp,
    "GIF": _strip_gif,
}
