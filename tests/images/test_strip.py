"""A file without its metadata has the same pixels."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageSequence

from samenleven.checks.privacy import find_private
from samenleven.images.clean import clean
from samenleven.images.strip import Metadata, strip


def encode(image: Image.Image, image_format: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, image_format, **options)
    return file.getvalue()


def frames(data: bytes) -> list[tuple[bytes, int]]:
    with Image.open(BytesIO(data)) as image:
        return [
            (frame.convert("RGBA").tobytes(), frame.info.get("duration", 0))
            for frame in ImageSequence.Iterator(image)
        ]


@pytest.mark.parametrize(
    ("mode", "image_format", "options"),
    [
        ("RGB", "JPEG", {"progressive": True}),
        ("RGB", "JPEG", {"progressive": False, "restart_marker_rows": 2, "optimize": True}),
        ("L", "JPEG", {}),
        ("CMYK", "JPEG", {}),
        ("RGB", "PNG", {}),
        ("RGBA", "PNG", {}),
        ("P", "PNG", {"transparency": 3}),
        ("RGB", "WEBP", {"quality": 70}),
        ("RGBA", "WEBP", {"quality": 70}),
        ("RGBA", "WEBP", {"lossless": True}),
        ("RGB", "WEBP", {"lossless": True}),
        ("P", "GIF", {"comment": b"private words"}),
    ],
)
@pytest.mark.parametrize("metadata", [Metadata(), Metadata(b"Exif\0\0", b"x")])
def test_no_pixel_changes(
    make: Any, mode: str, image_format: str, options: dict[str, Any], metadata: Metadata
) -> None:
    if metadata.exif:
        from samenleven.images.rights import make_exif, make_xmp
        from samenleven.images.sets import Rights

        rights = Rights("Ana", "Stad")
        metadata = Metadata(make_exif(rights), make_xmp(rights))
    data = encode(make.scene(301, 207).convert(mode), image_format, **options)
    stripped = strip(data, image_format, metadata)
    assert stripped is not None
    assert frames(stripped) == frames(data)
    assert find_private(stripped) == []
    with Image.open(BytesIO(stripped)) as image:
        assert image.format == image_format
        assert (image.getexif().get(0x013B) == "Ana") is (
            bool(metadata.exif) and image_format != "GIF"
        )


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "PNG"])
def test_a_picture_keeps_moving(make: Any, image_format: str) -> None:
    turned = [make.scene(90, 60).rotate(angle) for angle in (0, 20, 40)]
    more = {"save_all": True, "append_images": turned[1:], "duration": [80, 90, 100], "loop": 0}
    data = encode(turned[0], image_format, **more)
    stripped = strip(data, image_format, Metadata())
    assert stripped is not None
    assert frames(stripped) == frames(data)
    with Image.open(BytesIO(stripped)) as image:
        assert image.info["loop"] == 0


def test_a_wide_gamut_stays_wide(make: Any) -> None:
    data = make.jpeg_of(make.scene(), icc_profile=make.display_p3())
    stripped = strip(data, "JPEG", Metadata())
    assert stripped is not None
    with Image.open(BytesIO(stripped)) as image:
        assert image.info["icc_profile"] == make.display_p3()


def test_a_turned_photo_keeps_its_turn_alone(make: Any) -> None:
    with Image.open(BytesIO(clean(make.phone_photo(6), ".jpg"))) as image:
        assert image.getexif()[0x0112] == 6
        assert {*image.getexif()} == {0x0112, 0x013B, 0x8298}


def test_the_small_copy_in_the_head_of_a_jpeg_goes(make: Any) -> None:
    data = make.jpeg_of(make.scene(100, 80))
    assert data[2:4] == b"\xff\xe0"
    with_copy = data[:4] + b"\x00\x13" + data[6:18] + b"\1\1" + b"\x7f\x7f\x7f" + data[20:]
    assert find_private(with_copy) == ["a small copy of the picture"]
    stripped = strip(with_copy, "JPEG", Metadata())
    assert stripped == data


@pytest.mark.parametrize(
    ("image_format", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("WEBP", "RGB"), ("GIF", "P")]
)
def test_a_file_that_is_cut_off_is_refused(make: Any, image_format: str, mode: str) -> None:
    data = encode(make.scene().convert(mode), image_format)
    with pytest.raises((ValueError, IndexError)):
        strip(data[: len(data) // 2], image_format, Metadata())


def test_an_avif_is_encoded_again_upright(make: Any) -> None:
    data = encode(make.scene(300, 200), "AVIF", exif=make.private_exif(6).tobytes())
    made = clean(data, ".avif")
    assert find_private(made) == []
    with Image.open(BytesIO(made)) as image:
        assert (image.size, {*image.getexif()}) == ((200, 300), {0x013B, 0x8298})
