"""Whatever a file holds, its pixels come out as sRGB and upright."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from samenleven.images.sets import ImageSet

Rgb = tuple[int, int, int]
P3, SRGB = (200, 90, 60), (216, 81, 48)  # one colour in both spaces


def pixel(photo: ImageSet, kind: str, at: tuple[float, float] = (0.5, 0.5)) -> Rgb:
    """A pixel of the widest file, at a share of its width and height."""
    with Image.open(photo.of(kind)[-1].path) as image:
        assert image.mode == "RGB"
        x, y = (int(share * side) for share, side in zip(at, image.size, strict=True))
        found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def png_of(image: Image.Image, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


def gif_of(image: Image.Image, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, "GIF", **options)
    return file.getvalue()


def lab_to_srgb(lightness: float, a: float, b: float) -> Rgb:
    """CIE Lab at D50 to sRGB, by the formulas of CIE 15 and of IEC 61966-2-1."""
    fy = (lightness + 16) / 116
    cubes = [
        t**3 if t > 6 / 29 else (t - 4 / 29) * 108 / 841 for t in (fy + a / 500, fy, fy - b / 200)
    ]
    x, y, z = (share * white for share, white in zip(cubes, (0.9642, 1, 0.8249), strict=True))
    linear = (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )
    curved = [12.92 * t if t <= 0.0031308 else 1.055 * t ** (1 / 2.4) - 0.055 for t in linear]
    red, green, blue = (round(255 * min(1, max(0, t))) for t in curved)
    return red, green, blue


def near(found: Rgb, wanted: Rgb, by: int = 4) -> bool:
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


FLAT = Image.new("RGB", (700, 500), P3)


@pytest.mark.parametrize("kind", ["avif", "jpeg"])
def test_display_p3_becomes_srgb(photos: Any, make: Any, kind: str) -> None:
    photo = photos.one(make.jpeg_of(FLAT, icc_profile=make.display_p3()))
    assert near(pixel(photo, kind), SRGB)


def test_a_colour_without_profile_stays_as_it_is(photos: Any, make: Any) -> None:
    assert near(pixel(photos.one(make.jpeg_of(FLAT)), "jpeg"), P3)


def test_the_average_colour_is_that_of_all_pixels(photos: Any) -> None:
    halves = Image.new("RGB", (800, 600), (200, 100, 0))
    halves.paste((100, 0, 50), (0, 0, 400, 600))
    assert photos.one(png_of(halves), "photo.png").colour == "#963219"


def test_a_profile_that_is_no_profile_is_passed_over(photos: Any, make: Any) -> None:
    assert near(pixel(photos.one(make.jpeg_of(FLAT, icc_profile=b"no profile" * 20)), "jpeg"), P3)


def test_a_profile_for_other_channels_is_passed_over(photos: Any, make: Any) -> None:
    grey = make.jpeg_of(Image.new("L", (400, 300), 120), icc_profile=make.display_p3())
    assert near(pixel(photos.one(grey), "jpeg"), (120, 120, 120))


def press(cyan: int, magenta: int, yellow: int, key: int) -> tuple[float, float, float]:
    """Lab of full inks: light and never out of the reach of sRGB."""
    if key:
        return 0, 0, 0
    return 100 - 12 * (cyan + magenta + yellow), 18 * (magenta - cyan), 20 * (yellow - cyan)


@pytest.mark.parametrize(
    ("inks", "corner"),
    [
        ((255, 0, 0, 0), (1, 0, 0, 0)),
        ((0, 255, 255, 0), (0, 1, 1, 0)),
        ((0, 0, 0, 0), (0, 0, 0, 0)),
    ],
)
def test_four_inks_with_a_profile_become_srgb(
    photos: Any, make: Any, inks: tuple[int, int, int, int], corner: tuple[int, int, int, int]
) -> None:
    image = Image.new("CMYK", (400, 300), inks)
    photo = photos.one(make.jpeg_of(image, icc_profile=make.cmyk_profile(press)))
    assert near(pixel(photo, "jpeg"), lab_to_srgb(*press(*corner)))


def test_four_inks_without_a_profile_become_rgb(photos: Any, make: Any) -> None:
    photo = photos.one(make.jpeg_of(Image.new("CMYK", (400, 300), (0, 255, 255, 0))))
    assert near(pixel(photo, "jpeg"), (255, 0, 0), by=6)


@pytest.mark.parametrize(
    ("deep", "wanted"),
    [
        ((40_000,), (156, 156, 156)),
        ((65_535,), (255, 255, 255)),
        ((51_400, 23_130, 15_420), P3),
        ((51_400, 23_130, 15_420, 65_535), P3),
    ],
)
def test_sixteen_bits_become_eight(
    photos: Any, make: Any, deep: tuple[int, ...], wanted: Rgb
) -> None:
    photo = photos.one(make.png16(400, 300, deep), "photo.png")
    assert near(pixel(photo, "jpeg"), wanted)


def palette() -> Image.Image:
    image = Image.new("P", (400, 300), 1)
    image.putpalette([255, 255, 255, *P3])
    return image


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("p.png", png_of(palette()), P3),
        ("p.gif", gif_of(palette()), P3),
        ("l.png", png_of(Image.new("L", (400, 300), 77)), (77, 77, 77)),
        ("1.png", png_of(Image.new("1", (400, 300), 1)), (255, 255, 255)),
        ("la.png", png_of(Image.new("LA", (400, 300), (77, 255))), (77, 77, 77)),
    ],
)
def test_every_way_to_store_a_colour_is_read(
    photos: Any, name: str, data: bytes, wanted: Rgb
) -> None:
    assert near(pixel(photos.one(data, name), "avif"), wanted)


@pytest.mark.parametrize(
    "data",
    [
        png_of(Image.new("RGBA", (400, 300), (0, 0, 0, 0))),
        png_of(Image.new("LA", (400, 300), (0, 0))),
        png_of(palette(), transparency=1),
        png_of(Image.new("RGB", (400, 300), (9, 9, 9)), transparency=(9, 9, 9)),
    ],
)
def test_what_is_transparent_is_white(photos: Any, data: bytes) -> None:
    photo = photos.one(data, "photo.png")
    assert (pixel(photo, "jpeg"), pixel(photo, "avif")) == ((255, 255, 255), (255, 255, 255))
    assert photo.colour == "#ffffff"


def test_half_transparent_is_half_white(photos: Any) -> None:
    photo = photos.one(png_of(Image.new("RGBA", (400, 300), (0, 0, 0, 128))), "photo.png")
    assert near(pixel(photo, "jpeg"), (127, 127, 127))


# Where the red and the green corner of the scene lie when it is turned by what EXIF says.
CORNERS = {
    1: ((0.1, 0.1), (0.9, 0.9)),
    2: ((0.9, 0.1), (0.1, 0.9)),
    3: ((0.9, 0.9), (0.1, 0.1)),
    4: ((0.1, 0.9), (0.9, 0.1)),
    5: ((0.1, 0.1), (0.9, 0.9)),
    6: ((0.9, 0.1), (0.1, 0.9)),
    7: ((0.9, 0.9), (0.1, 0.1)),
    8: ((0.1, 0.9), (0.9, 0.1)),
}


@pytest.mark.parametrize("orientation", CORNERS)
def test_a_photo_is_upright_and_says_so(photos: Any, make: Any, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = photos.one(make.jpeg_of(make.scene(), exif=exif))
    red, green = CORNERS[orientation]
    assert near(pixel(photo, "jpeg", red), (220, 30, 30), by=12)
    assert near(pixel(photo, "avif", green), (30, 200, 60), by=12)
    assert (photo.width, photo.height) == ((900, 600) if orientation < 5 else (600, 900))
    with Image.open(photo.of("jpeg")[-1].path) as image:
        assert 0x0112 not in image.getexif()


@pytest.mark.parametrize("options", [{"progressive": True}, {"progressive": False}])
def test_a_large_jpeg_decodes_at_a_half_and_keeps_its_colours(
    photos: Any, make: Any, options: dict[str, bool]
) -> None:
    photo = photos.one(make.jpeg_of(make.scene(4400, 2200), **options))
    assert [file.width for file in photo.of("jpeg")] == [320, 640, 1024, 1600, 2048]
    assert near(pixel(photo, "jpeg", (0.1, 0.1)), (220, 30, 30), by=12)
