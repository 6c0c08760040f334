"""The ladder by samenleven: python -m bench.image_own FOLDER CACHE OUTPUT NAME-OF-RECIPES."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from samenleven.images.develop import develop
from samenleven.images.publish import publish
from samenleven.images.recipes import RECIPES, Recipe, Recipes, avif, webp, with_webp
from samenleven.images.sets import ImageSet, Request

PLAIN = Recipe("jpeg", (("quality", 76), ("optimize", True)))
OURS: dict[str, Recipes] = {
    **RECIPES,
    "release3": with_webp(RECIPES["release"]),
    "fast": (avif(58, 9), webp(76, 2), PLAIN),  # what sharp is told in `sharp.mjs`
}


def main(folder: Path, cache: Path, output: Path, name: str) -> None:
    """Develop and publish all photos of a folder."""
    names = sorted(os.listdir(folder))  # noqa: PTH208 - the list is no part of what is measured
    requests = [Request(folder / name, name.rpartition(".")[0]) for name in names]
    found = develop(requests, cache, OURS[name])
    assert all(isinstance(photo, ImageSet) for photo in found.values())
    publish([photo for photo in found.values() if isinstance(photo, ImageSet)], output)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *map(Path, sys.argv[2:4]), sys.argv[4])
