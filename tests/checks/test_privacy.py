"""The scanner finds what a published picture should not say. Its files are made by others."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from samenleven.checks.privacy import find_private, scan_pictures

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2026-05-01"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def encode(image_format: str, **options: Any) -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), (9, 99, 199)).save(file, image_format, **options)
    return file.getvalue()


def exif(**tags: Any) -> bytes:
    block = Image.Exif()
    block[0x013B], block[0x8298], block[0x0112] = "Ana", "Stad", 6
    if "gps" in tags:
        block.get_ifd(0x8825)[1] = "N"
    if "model" in tags:
        block[0x0110] = "Model 9"
    return block.tobytes()


def text_chunk() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "Jan")
    return info


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_without_metadata_says_nothing(image_format: str) -> None:
    assert find_private(encode(image_format)) == []


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_author_licence_and_turn_may_be_said(image_format: str) -> None:
    assert find_private(encode(image_format, exif=exif())) == []


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(("tag", "what"), [("gps", "GPS"), ("model", "Model")])
def test_place_and_device_are_found(image_format: str, tag: str, what: str) -> None:
    assert find_private(encode(image_format, exif=exif(**{tag: True}))) == [what]


@pytest.mark.parametrize("image_format", ["JPEG", "WEBP", "AVIF"])
def test_the_moment_is_found_in_xmp(image_format: str) -> None:
    found = find_private(encode(image_format, xmp=XMP))
    assert found == ["the XMP property CreateDate"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (encode("JPEG", comment=b"Jan"), ["a comment"]),
        (encode("GIF", comment=b"Jan"), ["a comment"]),
        (encode("PNG", pnginfo=text_chunk()), ["the chunk tEXt"]),
        (encode("JPEG") + b"more", ["something behind the picture"]),
        (encode("JPEG") + b"\0\0", []),
        (encode("JPEG")[:-2], ["what no reader understands"]),
        (encode("PNG") + b"GPSLatitude", ["GPSLatitude", "something behind the picture"]),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"><!-- Jan --><metadata/></svg>',
            ["a comment", "the element metadata"],
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>', []),
    ],
)
def test_what_stands_elsewhere_in_a_file_is_found(data: bytes, what: list[str]) -> None:
    assert find_private(data) == what


def test_a_segment_that_nobody_knows_is_found() -> None:
    data = encode("JPEG")
    unknown = struct.pack(">BBH", 0xFF, 0xEB, 12) + b"HDR_RI ver"
    assert find_private(data[:2] + unknown + data[2:]) == ["the segment APP11 'HDR_RI ver'"]


def test_a_folder_is_scanned_with_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "media/roots").mkdir(parents=True)
    (tmp_path / "media/roots/a.JPG").write_bytes(encode("JPEG", exif=exif(gps=True)))
    (tmp_path / "b.png").write_bytes(encode("PNG"))
    (tmp_path / "index.html").write_text("<p>GPSLatitude")
    assert [*scan_pictures(tmp_path)] == [("media/roots/a.JPG", "holds GPS")]


def test_the_example_site_says_nothing_private(example_output: Path) -> None:
    assert [*scan_pictures(example_output)] == []
