"""Photos as cameras, phones and programs write them, made by the tests: no real photo is kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from samenleven.images.develop import develop
from samenleven.images.recipes import JPEG, avif
from samenleven.images.sets import Fault, ImageSet, Request

Rgb = tuple[int, int, int]
QUICK = (avif(58, 9), JPEG)
BLUE: Rgb = (40, 80, 160)
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def curve() -> bytes:
    """The curve of sRGB as an ICC parametric curve."""
    numbers = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    fixed = b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)
    return b"para\0\0\0\0\0\3\0\0" + fixed


def xyz(*numbers: float) -> bytes:
    fixed = b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)
    return b"XYZ \0\0\0\0" + fixed


def icc(kind: bytes, space: bytes, pcs: bytes, tags: dict[bytes, bytes], name: str) -> bytes:
    """An ICC profile (ICC.1:2010) of these tags."""
    text = name.encode("utf-16-be")
    desc = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(text), 28) + text
    all_tags = {b"desc": desc, b"cprt": desc, b"wtpt": xyz(0.9642, 1, 0.8249), **tags}
    place = 128 + 4 + 12 * len(all_tags)
    table, body = struct.pack(">I", len(all_tags)), b""
    for tag, data in all_tags.items():
        table += struct.pack(">4sII", tag, place + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sIII8sI12s",
        *(128 + len(table) + len(body), b"\0" * 4, 0x04200000, kind, space, pcs, b"\0" * 12),
        *(b"acsp", b"\0" * 4, 0, 0, 0, b"\0" * 8, 0),
        xyz(0.9642, 1, 0.8249)[8:],
    )
    return head + b"\0" * (128 - len(head)) + table + body


def display_p3() -> bytes:
    """Display P3, as iPhones write it (SMPTE EG 432-1 primaries, D65 adapted to D50)."""
    tags = {
        b"rXYZ": xyz(0.51512, 0.2412, -0.00105),
        b"gXYZ": xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz(0.1571, 0.06657, 0.78407),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve()),
    }
    return icc(b"mntr", b"RGB ", b"XYZ ", tags, "Display P3")


def cmyk_profile(corner: Callable[[int, int, int, int], tuple[float, float, float]]) -> bytes:
    """A profile of a press: the Lab colour of each mixture of full inks, the rest between them."""
    ramp = struct.pack(">HH", 0, 65535)
    grid = b""
    for index in range(16):
        lightness, a, b = corner(*(index >> bit & 1 for bit in (3, 2, 1, 0)))
        grid += struct.pack(
            ">HHH", *(round(x) for x in (lightness * 652.8, (a + 128) * 256, (b + 128) * 256))
        )
    one = [round(65536 * (row == column)) for row in range(3) for column in range(3)]
    lut = b"mft2\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", *one)
    lut += struct.pack(">HH", 2, 2) + ramp * 4 + grid + ramp * 3
    return icc(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut}, "Press")


def xmp_packet(inside: str, attributes: str = "") -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        f"{attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


PRIVATE_XMP = xmp_packet(
    "<dc:creator><rdf:Seq><rdf:li>Ana Peña</rdf:li></rdf:Seq></dc:creator>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Stad</rdf:li></rdf:Alt></dc:rights>'
    "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Jan Janssens</rdf:li></rdf:Bag>"
    "</Iptc4xmpExt:PersonInImage>",
    ' photoshop:Credit="Stad Kortrijk" exif:GPSLatitude="50,49.68N"'
    ' xmpRights:WebStatement="https://example.be/rechten" xmp:CreateDate="2026-05-01T20:11:12"',
)


def private_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: place, moment, device, owner's number, the maker's own block."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Phone", "Model 9", "2026:05:01 20:11:12"
    exif[0x013B], exif[0x8298] = "Ana Peña".encode(), "© Stad".encode()
    exif[0x0112] = orientation
    exif.get_ifd(0x8769).update({0x9003: "2026:05:01 20:11:12", 0x927C: b"MAKER", 0xA431: "SN123"})
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 49.0, 40.9), 3: "E", 4: (3.0, 15.0, 53.6)})
    return exif


def iptc(*fields: tuple[int, int, bytes]) -> bytes:
    """The segment APP13 of Photoshop, with IPTC-IIM in it."""
    data = b"".join(struct.pack(">BBBH", 0x1C, *row[:2], len(row[2])) + row[2] for row in fields)
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return segment(0xED, b"Photoshop 3.0\0" + block)


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def thumbnail_exif() -> bytes:
    """EXIF with a second directory, and a small picture in it."""
    small = jpeg_of(Image.new("RGB", (16, 12), BLUE))
    first = struct.pack("<2sHIH", b"II", 42, 8, 0) + struct.pack("<I", 14)
    second = struct.pack("<HHHII", 2, 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, 0)
    return b"Exif\0\0" + first + second[:-4] + struct.pack("<II", len(small), 0) + small


def jpeg_of(image: Image.Image, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", **{"quality": 95, "subsampling": 0, **options})
    return file.getvalue()


def png16(width: int, height: int, pixel: tuple[int, ...]) -> bytes:
    """A PNG of 16 bits a channel, of one colour."""
    kind = {1: 0, 3: 2, 4: 6}[len(pixel)]
    row = b"\0" + struct.pack(f">{len(pixel)}H", *pixel) * width

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


def bomb() -> bytes:
    """The head of a PNG of 300 megapixels; the rest would be some kilobytes of zeros."""
    small = png16(2, 2, (0,))
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 15_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return small[:8] + chunk + small[33:]


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 90  # its head, and no picture


def scene(width: int = 900, height: int = 600) -> Image.Image:
    """Something to look at: a gradient with a red and a green corner."""
    image = Image.merge(
        "RGB",
        (
            Image.linear_gradient("L").resize((width, height)),
            Image.linear_gradient("L").rotate(90).resize((width, height)),
            Image.new("L", (width, height), 90),
        ),
    )
    image.paste((220, 30, 30), (0, 0, width // 4, height // 4))
    image.paste((30, 200, 60), (width * 3 // 4, height * 3 // 4, width, height))
    return image


def phone_photo(orientation: int = 1) -> bytes:
    """A JPEG with all that a phone and a photo desk write into it, and a second picture behind."""
    data = jpeg_of(
        scene(),
        exif=private_exif(orientation),
        xmp=PRIVATE_XMP,
        comment=b"private words",
        icc_profile=display_p3(),
    )
    faces = iptc((2, 80, b"Ana"), (2, 5, b"Jan Janssens danst"), (2, 90, b"Kortrijk"))
    mpf = segment(0xE2, b"MPF\0II*\0\x08\0\0\0")
    return data[:2] + faces + mpf + data[2:] + jpeg_of(Image.new("RGB", (40, 30), BLUE))


class Photos:
    """A folder of photos and a cache beside it."""

    def __init__(self, root: Path) -> None:
        self.folder, self.cache = root / "content", root / ".cache"
        self.folder.mkdir()

    def write(self, name: str, data: bytes) -> Request:
        file = self.folder / name
        file.write_bytes(data)
        return Request(file, file.stem)

    def develop(self, *requests: Request, **options: Any) -> list[ImageSet | Fault]:
        options = {"recipes": QUICK, "workers": 1, **options}
        return list(develop(requests, self.cache, **options).values())

    def one(self, data: bytes, name: str = "photo.jpg", **options: Any) -> ImageSet:
        (found,) = self.develop(self.write(name, data), **options)
        assert isinstance(found, ImageSet), found
        return found


@pytest.fixture
def photos(tmp_path: Path) -> Photos:
    return Photos(tmp_path)


@pytest.fixture(scope="session")
def make() -> Any:
    """The makers above, for tests: `make.phone_photo()`."""
    import sys

    return sys.modules[__name__]
