"""The list of licences names all that others made and a page carries, and nothing else."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from samenleven.deploy.licences import FILE, MIT_TEXT, OFL, WORKS, find_works, list_licences

THEME = Path(__file__).parents[2] / "theme/static"
LOADED = {".js", ".css", ".woff2", ".wasm", ".pagefind"}  # what pages load and is no picture


@pytest.fixture(scope="module")
def paths(example_output: Path) -> list[str]:
    return [f.relative_to(example_output).as_posix() for f in example_output.rglob("*.*")]


def test_what_a_page_loads_is_ours_or_in_the_list(paths: list[str]) -> None:
    ours = {file.stem for file in THEME.rglob("*.js")} | {"site", "sw"}
    unknown = [
        path
        for path in paths
        if Path(path).suffix in LOADED
        and not any(path.startswith(work.files) for work in WORKS)
        and Path(path).name.split(".")[0] not in ours
    ]
    assert unknown == []


def test_the_published_list_is_that_of_the_site(paths: list[str], example_output: Path) -> None:
    text = (example_output / FILE).read_text("utf-8")
    ofl = THEME / "fonts/OFL.txt"
    assert text == list_licences(paths, ofl)
    assert ofl.read_text("utf-8") in text
    for work in find_works(paths):
        assert f"{work.name} {work.version or version(work.package)}\n{work.owner}\n" in text


@pytest.mark.parametrize("work", [work for work in WORKS if work.licence == OFL])
def test_a_font_says_the_same_of_itself(example_output: Path, work: tuple[str, ...]) -> None:
    files = sorted(example_output.glob(f"{work[0]}*"))
    assert files
    for file in files:
        font = TTFont(file)
        assert str(font["name"].getDebugName(0)).startswith(work[3])
        assert f"{font['head'].fontRevision:.3f}" == work[2]


def test_what_a_site_does_not_carry_is_not_listed(tmp_path: Path) -> None:
    assert "Pagefind" not in list_licences(["index.html"], tmp_path / "none")
    assert MIT_TEXT in list_licences(["pagefind/nl/pagefind.js"], tmp_path / "none")
