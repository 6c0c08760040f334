"""The index that Pagefind writes, and a site without it."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from samenleven.languages.site import Site
from samenleven.problems import Invalid
from samenleven.search.files import write_search
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
    records = make_records(example_site)["ar"]
    write_index(records, tmp_path / "one")
    write_index(records[::-1], tmp_path / "other")
    assert digests(tmp_path / "one") == digests(tmp_path / "other")


def test_nothing_is_written_that_our_page_does_not_need(example_output: Path) -> None:
    folder = example_output / "pagefind"
    kinds = {file.suffix for file in folder.rglob("*") if file.is_file()}
    assert kinds == {".js", ".json", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
    assert {file.name for file in folder.rglob("*.js")} == {"pagefind.js"}
    assert len(list(folder.rglob("wasm.*"))) == len(list(folder.iterdir()))


def read_entry(folder: Path) -> dict[str, Any]:
    languages = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))["languages"]
    assert isinstance(languages, dict)
    return languages


def test_each_language_has_an_index_of_its_own_pages(
    example_output: Path, example_site: Site
) -> None:
    records = make_records(example_site)
    folders = {folder.name: folder for folder in (example_output / "pagefind").iterdir()}
    assert sorted(folders) == ["ar", "fr", "nl"]
    for lang, folder in folders.items():
        counts = {other: part["page_count"] for other, part in read_entry(folder).items()}
        assert counts == {lang: len(records[lang])}
        assert all(f.name.startswith(f"{lang}_") for f in folder.rglob("*.pf_[fi][rn]*"))


@pytest.mark.parametrize(("lang", "wasm"), [("fr", "fr"), ("uk", "unknown")])
def test_a_reader_gets_the_wasm_of_the_language(tmp_path: Path, lang: str, wasm: str) -> None:
    write_index([Record(f"{lang}/", f'<html lang="{lang}"><body>Taal</body></html>')], tmp_path)
    assert [file.name for file in tmp_path.glob("wasm.*")] == [f"wasm.{wasm}.pagefind"]


def test_where_nothing_is_translated_the_dutch_pages_are_found(
    example_site: Site, tmp_path: Path
) -> None:
    entries = {place: {"nl": found["nl"]} for place, found in example_site.entries.items()}
    write_search(replace(example_site, entries=entries), tmp_path)
    dutch = digests(tmp_path / "pagefind/nl")
    assert [*read_entry(tmp_path / "pagefind/nl")] == ["nl"]
    assert digests(tmp_path / "pagefind/ar") == digests(tmp_path / "pagefind/fr") == dutch


def answer(message: dict[str, Any]) -> str:
    """Return the answer as the shell says it."""
    return f"printf {b64encode(json.dumps(message).encode()).decode()},"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'No memory' >&2\nexit 1", "No memory"),
        ("head -c 9 >/dev/null\necho 'No memory' >&2\nexit 1", "No memory"),
        (answer({"payload": {"type": "Error", "message": "No such page"}}), "No such page"),
    ],
)
def test_pagefind_says_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    many = [Record(f"nl/{n}/", "<p>Taal</p>" * 999) for n in range(99)]  # more than a pipe holds
    with pytest.raises(Invalid) as caught:
        write_index(many, tmp_path / "index")
    assert caught.value.what.text(str) == f"Pagefind made no index of the pages: {said}"
    assert not (tmp_path / "index").exists()


def test_a_pagefind_that_cannot_run_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: blocked / "pagefind")
    with pytest.raises(Invalid) as caught:
        write_index([Record("nl/", '<html lang="nl"><body>Taal</body></html>')], tmp_path / "index")
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
