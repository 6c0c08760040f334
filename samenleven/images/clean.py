"""A picture as it is, in its own format and size, without what it says of people and places."""

from __future__ import annotations

from io import BytesIO

from samenleven.images.darkroom import decode, orientation_of
from samenleven.images.recipes import avif
from samenleven.images.rights import make_exif, make_xmp, read_rights
from samenleven.images.strip import Metadata, strip
from samenleven.model.pictures import is_svg, open_picture, quiet
from samenleven.model.svg import clean_svg

FINE = avif(75, 6)


def clean(data: bytes, suffix: str) -> bytes:
    """Return the file with the same pixels and only the rights of its metadata.

    An AVIF is encoded again: its metadata lies between its pixels. Raises: what Pillow raises.
    """
    if is_svg(data[:512], suffix):
        return clean_svg(data)
    with quiet():
        return _clean_raster(data)


def _clean_raster(data: bytes) -> bytes:
    picture = open_picture(BytesIO(data))
    orientation, rights = orientation_of(picture), read_rights(picture)
    metadata = Metadata(make_exif(rights, orientation), make_xmp(rights))
    stripped = strip(data, picture.format or "", metadata)
    if stripped is not None:
        return stripped
    width = picture.height if orientation >= 5 else picture.width
    file = BytesIO()
    upright = Metadata(make_exif(rights), metadata.xmp)
    whole = decode(picture, width, orientation)
    whole.save(file, FINE.format, **dict(FINE.options), exif=upright.exif, xmp=upright.xmp)
    return file.getvalue()
