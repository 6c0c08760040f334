"""Bring any picture to eight bits of red, green and blue as sRGB has them (IEC 61966-2-1)."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

WHITE = (255, 255, 255)


def to_plain_mode(image: Image.Image) -> Image.Image:
    """Return the image in L, RGB, RGBA, CMYK, YCbCr or LAB, the modes that can be resized well."""
    if image.mode.startswith("I;16"):  # convert() would cut off instead of dividing
        return image.convert("I").point(lambda value: value / 257 + 0.5).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("P", "PA"):
        return image.convert("RGB")
    return image.convert("L") if image.mode in ("1", "I", "F") else image


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the image in sRGB, on white where it is transparent.

    White keeps a logo of dark letters readable on a dark page, and is the same in every format.
    A profile that does not fit the image is passed over, as browsers do.
    """
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    converted = _apply(image, profile) if profile else None
    return converted or image.convert("RGB")


def _apply(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Return the image by its ICC profile: relative colorimetric, with the black point."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.profileToProfile(
            image,
            source,
            ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def average(image: Image.Image) -> str:
    """Return the average colour of an RGB image as #rrggbb."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"
