"""What the tests share: the example site, read once, and built once by Pelican itself."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenleven.languages.site import Site, read_site
from samenleven.model.settings import Settings, read_settings
from tests.album import write_album

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "tests/example_site"
TODAY = date(2025, 11, 21)  # after all news of the example but one, which is of 2099

Build = Callable[..., "subprocess.CompletedProcess[str]"]


def run_pelican(
    root: Path, *, cwd: Path | None = None, env: dict[str, str] | None = None, **extra: Any
) -> subprocess.CompletedProcess[str]:
    """Build the site at `root`, with the settings `extra`, as the tasks do."""
    settings = [f"{name}={json.dumps(value)}" for name, value in extra.items()]
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", str(root / "pelicanconf.py"), "--fatal", "errors"]
        + (["-e", *settings] if settings else []),
        cwd=cwd or root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def build() -> Build:
    """The function that builds a site: `build(root, OUTPUT_PATH=...)`."""
    return run_pelican


@pytest.fixture(scope="session")
def example_root() -> Path:
    """The folder of the example site, in the checkout."""
    return EXAMPLE


@pytest.fixture(scope="session")
def example_settings() -> Settings:
    return read_settings(runpy.run_path(str(EXAMPLE / "pelicanconf.py")), EXAMPLE)


@pytest.fixture(scope="session")
def example_site(example_settings: Settings) -> Site:
    """The example site as it was on a day in 2025."""
    site, problems = read_site(example_settings, TODAY)
    assert problems == []
    return site


@pytest.fixture(scope="session")
def example_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Pelican made of the example site, as on the same day."""
    output = tmp_path_factory.mktemp("example") / "output"
    done = run_pelican(EXAMPLE, OUTPUT_PATH=str(output), TODAY=TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def example_at_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site as a host of its own has it, with packed files beside."""
    output = tmp_path_factory.mktemp("root") / "output"
    own: dict[str, Any] = {"SITEURL": "https://lindebeek.example", "PRECOMPRESS": ["br", "gz"]}
    done = run_pelican(EXAMPLE, OUTPUT_PATH=str(output), TODAY=TODAY.isoformat(), **own)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture
def copy_of_example(tmp_path: Path) -> Path:
    """A copy to change: the example site, and the theme and settings that it takes its own from."""
    return copy_example(tmp_path / "checkout")


def copy_example(copy: Path) -> Path:
    """Copy the example site and what it needs to a new folder; return the site's own folder."""
    shutil.copytree(ROOT / "theme", copy / "theme")
    shutil.copy(ROOT / "pelicanconf.py", copy)
    kept_out = shutil.ignore_patterns("output*", "__pycache__")
    shutil.copytree(EXAMPLE, copy / "tests/example_site", ignore=kept_out)
    return copy / "tests/example_site"


@pytest.fixture(scope="session")
def album_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example site with a page of one of each awkward photo."""
    root = copy_example(tmp_path_factory.mktemp("album"))
    write_album(root / "content")
    return root


@pytest.fixture(scope="session")
def album_output(album_root: Path) -> Path:
    """What Pelican made of it."""
    done = run_pelican(album_root, TODAY=TODAY.isoformat(), IMAGE_RECIPES="release")
    assert done.returncode == 0, done.stdout + done.stderr
    return album_root / "output"
