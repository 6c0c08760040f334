"""Publish the files beside pages that bodies link to."""

from __future__ import annotations

import shutil
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import media_path
from samenleven.model.files import IMAGES


def publish_files(site: Site, output: Path) -> None:
    """Copy each linked file once for all languages; pictures lose everything but their pixels."""
    for path in site.files:
        source, target = site.settings.content / path, output / media_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix.lower() in IMAGES:
            _write_pixels(source, target)
        else:
            shutil.copyfile(source, target)


def _write_pixels(source: Path, target: Path) -> None:
    from PIL import Image, ImageOps  # only a site with pictures pays for the import

    with Image.open(source) as picture:
        # What a camera notes (place, device, owner) is in `info`, which a new image does not have.
        upright = ImageOps.exif_transpose(picture)
        clean = Image.new(upright.mode, upright.size)
        clean.paste(upright)
        if upright.mode == "P" and (palette := upright.getpalette()):
            clean.putpalette(palette)
        clean.save(target, format=picture.format)
