"""The example site, built once on one day; a test changes a copy of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samenleven.commands.build import build_site
from tests.trees import tree

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example site with its theme, built once."""
    root = tmp_path_factory.mktemp("source")
    site = root / "tests/example_site"
    ignored = shutil.ignore_patterns(".cache", "output", ".output*")
    shutil.copytree(ROOT / "tests/example_site", site, ignore=ignored)
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copyfile(ROOT / "pelicanconf.py", root / "pelicanconf.py")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('\nTODAY = "2025-11-21"\nIMAGE_RECIPES = "preview"\n')
    assert build_site("pelicanconf.py", root=site) == 0
    (site / ".photos").mkdir()
    shutil.copytree(site / ".cache/images", site / ".photos/images")
    for drawing in (site / ".cache").glob("*.png"):
        shutil.copy(drawing, site / ".photos")
    return root


@pytest.fixture
def site(source: Path, tmp_path: Path) -> Path:
    """A copy of the built site, caches included, in another folder."""
    shutil.copytree(source, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy/tests/example_site"


def build_from_nothing(site: Path) -> tuple[int, dict[str, str]]:
    """Return the exit code and the tree of a build that knows photos alone; leave all as it was."""
    cache, output, kept = site / ".cache", site / "elsewhere", site / ".kept"
    cache.rename(kept)
    shutil.copytree(site / ".photos", cache)  # to encode photos takes seconds
    try:
        code = build_site("pelicanconf.py", root=site, OUTPUT_PATH="elsewhere")
        return code, tree(output) if code == 0 else {}
    finally:
        for folder in (cache, output, site / ".elsewhere.new"):
            shutil.rmtree(folder, ignore_errors=True)
        kept.rename(cache)
