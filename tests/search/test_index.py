"""The index that Pagefind writes, and a site without it."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

import pytest

from samenleven.languages.site import Site
from samenleven.problems import Invalid
from samenleven.search.index import can_index, write_index
from samenleven.search.records import Record, make_records
from tests.conftest import TODAY, Build

pytestmark = pytest.mark.skipif(not can_index(), reason="the extra `search` is not installed")


def digests(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {
        file.relative_to(folder).as_posix(): blake2b(file.read_bytes()).hexdigest()
        for file in files
    }


def test_the_same_records_give_the_same_bytes(example_site: Site, tmp_path: Path) -> None:
    records = list(make_records(example_site))
    write_index(records, tmp_path / "one")
    write_index(records[::-1], tmp_path / "other")
    assert digests(tmp_path / "one") == digests(tmp_path / "other")


def test_nothing_is_written_that_our_page_does_not_need(example_output: Path) -> None:
    folder = example_output / "pagefind"
    kinds = {file.suffix for file in folder.rglob("*") if file.is_file()}
    assert kinds == {".js", ".json", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
    assert [file.name for file in folder.glob("*.js")] == ["pagefind.js"]


def test_each_language_has_an_index_of_its_own_pages(
    example_output: Path, example_site: Site
) -> None:
    entry = json.loads((example_output / "pagefind/pagefind-entry.json").read_text("utf-8"))
    found = {lang: part["page_count"] for lang, part in entry["languages"].items()}
    paths = [record.path for record in make_records(example_site)]
    assert found == {
        lang: len([path for path in paths if path.startswith(f"{lang}/")])
        for lang in ("ar", "fr", "nl")
    }


def test_pagefind_says_what_it_lacks(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Invalid) as caught:
        write_index([Record("nl/", '<html lang="nl"><body>Taal</body></html>')], blocked / "below")
    said = caught.value.what.text(str)
    assert said.startswith("Pagefind made no index of the pages: ")
    assert "Not a directory" in said


def test_without_pagefind_the_build_goes_on_and_says_how_to_get_it(
    build: Build, example_root: Path, tmp_path: Path
) -> None:
    blind = tmp_path / "blind"
    blind.mkdir()
    (blind / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if 'pagefind' in name else find(name, *rest)\n"
    )
    output = tmp_path / "output"
    done = build(
        example_root,
        env={"PYTHONPATH": f"{blind}:{Path(__file__).parents[2]}"},
        OUTPUT_PATH=str(output),
        TODAY=TODAY.isoformat(),
    )
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == (
        "content/pages/search/index.nl.md: Pagefind is not installed, so readers can search in "
        'titles alone. Install it: python3 -m pip install "pagefind[bin]".'
    )
    assert not (output / "pagefind").exists()
    assert "a-to-z__link" in (output / "nl/zoeken/index.html").read_text("utf-8")
