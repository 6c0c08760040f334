"""Publish the files beside pages that bodies link to."""

from __future__ import annotations

import shutil
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import media_path
from samenleven.model.files import IMAGES


def publish_files(site: Site, output: Path) -> None:
    """Copy each linked file once for all languages; of a picture's metadata, its rights."""
    for path in site.files:
        source, target = site.settings.content / path, output / media_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix.lower() in IMAGES:
            from samenleven.images.clean import clean  # only a site with pictures needs Pillow

            target.write_bytes(clean(source.read_bytes(), source.suffix))
        else:
            shutil.copyfile(source, target)
