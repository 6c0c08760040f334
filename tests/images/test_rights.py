"""Of what a photo says, its author and licence stay, in every file, and nothing else."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from samenleven.checks.privacy import find_private
from samenleven.images.rights import read_rights
from samenleven.images.sets import Derivative, Rights

SAID = Rights("Ana Peña", "Stad Kortrijk", "© Stad", "https://example.be/rechten")
# Bytes of what a phone wrote, in the spelling of each place where they stood.
PRIVATE = re.compile(
    rb"GPS|Janssens|MAKER|SN123|Model 9|2026[:-]05|private words|8BIM|MPF|PersonInImage|50,49"
)


def tags_of(file: Derivative) -> dict[int, Any]:
    """EXIF by its own first directory."""
    with Image.open(file.path) as image:
        return dict(image.getexif())


def rights_of(path: str) -> Rights:
    with Image.open(path) as image:
        return read_rights(image)


def test_the_photo_of_a_phone_is_full_of_private_data(make: Any) -> None:
    data = make.phone_photo()
    assert {word.decode() for word in PRIVATE.findall(data)} == {
        *("GPS", "Janssens", "MAKER", "SN123", "Model 9", "2026:05", "2026-05", "private words"),
        *("8BIM", "MPF", "PersonInImage", "50,49"),
    }
    assert find_private(data) == [
        *("DateTime", "GPS", "GPSLatitude", "MPF", "Make", "Model", "PersonInImage"),
        *("a comment", "something behind the picture"),
        *("the EXIF block of the camera", "the XMP property CreateDate"),
        *("the XMP property GPSLatitude", "the XMP property PersonInImage"),
        *("the segment APP13 'Photoshop 3.0'", "the segment APP2 'MPF'"),
    ]


@pytest.mark.parametrize("orientation", [1, 6])
def test_no_published_file_says_more_than_its_rights(
    photos: Any, make: Any, orientation: int
) -> None:
    from dataclasses import replace

    asked = photos.write("photo.jpg", make.phone_photo(orientation))
    (photo,) = photos.develop(replace(asked, wants_cover=True, wants_download=True))
    assert len(photo.files) == {1: 8, 6: 6}[orientation]
    for file in photo.files:
        data = Path(file.path).read_bytes()
        assert (file.name, PRIVATE.findall(data), find_private(data)) == (file.name, [], [])


def test_every_published_file_says_who_made_it(photos: Any, make: Any) -> None:
    photo = photos.one(make.phone_photo())
    for file in photo.files:
        tags = tags_of(file)
        assert {number: make_text(text) for number, text in tags.items()} == {
            0x013B: "Ana Peña",
            0x8298: "© Stad",
        }


def make_text(text: Any) -> str:
    return str(text).encode("latin-1").decode()


def test_all_rights_stand_in_the_larger_files_and_the_download(photos: Any, make: Any) -> None:
    from dataclasses import replace

    asked = photos.write("photo.jpg", make.phone_photo())
    (photo,) = photos.develop(replace(asked, wants_download=True))
    large = [file for file in photo.files if file.width > 640]
    assert [rights_of(file.path) for file in large] == [SAID] * 3


def test_the_words_of_the_request_take_the_place_of_those_in_the_file(
    photos: Any, make: Any
) -> None:
    from dataclasses import replace

    asked = photos.write("photo.jpg", make.phone_photo())
    (photo,) = photos.develop(replace(asked, rights=Rights(credit="Foto: Stad", copyright="CC0")))
    widest = photo.of("jpeg")[-1]
    assert rights_of(widest.path) == SAID._replace(credit="Foto: Stad", copyright="CC0")


def test_a_photo_that_says_nothing_gets_nothing(photos: Any, make: Any) -> None:
    photo = photos.one(make.jpeg_of(make.scene()))
    for file in photo.files:
        with Image.open(file.path) as image:
            assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


@pytest.mark.parametrize(
    ("name", "image_format", "options"),
    [
        ("photo.png", "PNG", {}),
        ("photo.webp", "WEBP", {"lossless": True}),
        ("photo.webp", "WEBP", {"quality": 80}),
        ("photo.avif", "AVIF", {"speed": 9}),
    ],
)
def test_every_format_is_read_and_its_download_is_clean(
    photos: Any, make: Any, name: str, image_format: str, options: dict[str, Any]
) -> None:
    from dataclasses import replace

    file = BytesIO()
    exif = make.private_exif(6).tobytes()
    xmp: Any = make.PRIVATE_XMP
    if image_format == "PNG":
        from PIL.PngImagePlugin import PngInfo

        options = {"pnginfo": PngInfo()}
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
        options["pnginfo"].add_text("Author", "Jan Janssens")
        options["pnginfo"].add_text("Comment", "private words" * 90, zip=True)
    else:
        options["xmp"] = xmp
    make.scene().save(file, image_format, exif=exif, icc_profile=make.display_p3(), **options)
    (photo,) = photos.develop(replace(photos.write(name, file.getvalue()), wants_download=True))
    assert (photo.width, photo.height) == (600, 900)
    for made in photo.files:
        data = Path(made.path).read_bytes()
        assert (made.name, PRIVATE.findall(data), find_private(data)) == (made.name, [], [])
    assert rights_of(photo.download.path) == SAID


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ([(2, 80, b"Ana"), (2, 110, b"Stad"), (2, 116, b"CC BY")], Rights("Ana", "Stad", "CC BY")),
        ([(1, 90, b"\x1b%G"), (2, 80, "Peña".encode())], Rights("Peña")),
        ([(2, 80, "Peña".encode("cp1252"))], Rights("Peña")),
        ([(2, 90, b"Kortrijk")], Rights()),
    ],
)
def test_rights_are_read_where_only_iptc_has_them(
    make: Any, fields: list[tuple[int, int, bytes]], found: Rights
) -> None:
    data = make.jpeg_of(make.scene())
    with Image.open(BytesIO(data[:2] + make.iptc(*fields) + data[2:])) as image:
        assert read_rights(image) == found


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("packet", [b"<x:xmpmeta", b"\xff\xfe<", BOMB, b"", b"<a/>"])
def test_broken_metadata_says_nothing_and_stops_nothing(
    photos: Any, make: Any, packet: bytes
) -> None:
    data = make.jpeg_of(make.scene(400, 300), xmp=packet)
    broken = make.segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")
    photo = photos.one(data[:2] + broken + make.iptc((2, 80, b"")) + data[2:])
    assert rights_of(photo.of("jpeg")[-1].path) == Rights()


def test_letters_that_could_act_in_xmp_are_written_as_words(photos: Any, make: Any) -> None:
    from dataclasses import replace

    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    rights = Rights('A & <b> "c"', "d\0e\n f'", "شهر", "https://example.be/?a=1&b=2")
    (photo,) = photos.develop(replace(asked, rights=rights))
    assert rights_of(photo.of("jpeg")[-1].path) == rights._replace(credit="d")


def test_the_small_copy_inside_a_photo_is_left_behind(photos: Any, make: Any) -> None:
    from dataclasses import replace

    data = make.jpeg_of(make.scene())
    data = data[:2] + make.segment(0xE1, make.thumbnail_exif()) + data[2:]
    assert find_private(data) == ["a small copy of the picture", "the EXIF tag 0x0201"][:1]
    (photo,) = photos.develop(replace(photos.write("photo.jpg", data), wants_download=True))
    for file in photo.files:
        assert find_private(Path(file.path).read_bytes()) == []
