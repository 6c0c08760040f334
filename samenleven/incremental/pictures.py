"""The photos of a site: developed once, and linked into the output from where they lie."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samenleven.cache.digests import digest_bytes
from samenleven.images.sets import ImageSet
from samenleven.languages.report import print_purged, report_photos
from samenleven.languages.site import Site
from samenleven.languages.urls import PHOTOS
from samenleven.model.source import Place
from samenleven.problems import Problem
from samenleven.views.album import develop_photos, find_recipes, forget_left_out

Sets = Mapping[tuple[Place, str], ImageSet]


def make_photos(site: Site, cache: Path, values: Mapping[str, Any]) -> tuple[Sets, list[Problem]]:
    """Return the photos of a site as the settings ask, and what is wrong with the others.

    What lies in the cache in another size than it was written with goes, with all photos.
    """
    lang = values["EDITOR_LANG"]
    recipes = find_recipes(values["IMAGE_RECIPES"], webp=values["IMAGE_WEBP"])
    print_purged(forget_left_out(site, cache), lang, sys.stderr)
    report = report_photos(lang, sys.stderr)
    sets, problems = develop_photos(site, cache, recipes, report)
    if not _are_whole(sets):
        sys.stderr.write("The cache of photos is damaged, and begins anew.\n")
        shutil.rmtree(cache / "images", ignore_errors=True)
        sets, problems = develop_photos(site, cache, recipes, report)
    return sets, problems


def _are_whole(sets: Sets) -> bool:
    try:
        return all(
            os.stat(file.path).st_size == file.size  # noqa: PTH116 - thousands of times
            for photo in sets.values()
            for file in photo.files
        )
    except OSError:
        return False


def list_photos(
    sets: Sets, root: Path, known: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the digest of each photo of the output, and where it lies, by its path.

    Bytes under a name never change, so what is `known` is not read again.
    """
    digests, places = {}, {}
    for photo in sets.values():
        for file in photo.files:
            path = f"{PHOTOS}/{file.name}"
            digests[path] = known.get(path) or digest_bytes(Path(file.path).read_bytes())
            places[path] = os.path.relpath(file.path, root)
    return digests, places
