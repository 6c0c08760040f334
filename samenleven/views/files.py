"""Publish the documents beside pages that bodies link to."""

from __future__ import annotations

import shutil
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import media_path


def publish_files(site: Site, output: Path) -> None:
    """Copy each document once for all languages. Photos are published by the album."""
    for path in site.files:
        target = output / media_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site.settings.content / path, target)
