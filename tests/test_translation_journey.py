"""One Dutch sentence of a real page changes: what translators, readers and machines see of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from translate.storage import xliff

from samenleven.commands.translation.bring import import_files
from samenleven.commands.translation.desk import Desk, open_desk
from samenleven.commands.translation.export import export_units
from samenleven.commands.translation.status import show_status
from samenleven.commands.translation.update import update_translations
from samenleven.translation.recording import Made
from tests.conftest import Build

ROOT = Path(__file__).resolve().parent.parent
PLACES = (
    "",
    "programmes",
    "contacts",
    "contacts/city-desk",
    "news",
    "pages/about",
    "pages/offline",
    "pages/privacy",
)
PAGE = "pages/privacy"
OTHERS = ("fr", "en", "ar", "fa", "tr", "uk", "es")
OWN = f"""
THEME = r"{ROOT / "theme"}"
MENU = ("contacts",)
FOOTER = ("pages/privacy",)
CONTACT = "contacts/city-desk"
IMAGE_RECIPES = "preview"
"""


class City:
    """A part of the real content, with the settings of the real site."""

    def __init__(self, root: Path, build: Build) -> None:
        self.root, self._build, self._builds = root, build, 0
        for place in PLACES:
            folder = root / "content" / place
            folder.mkdir(parents=True, exist_ok=True)
            for file in (ROOT / "content" / place).glob("index.*"):
                shutil.copy(file, folder)
        settings = (ROOT / "pelicanconf.py").read_text("utf-8") + OWN
        (root / "pelicanconf.py").write_text(settings, "utf-8")

    def desk(self) -> Desk:
        return open_desk(self.root / "pelicanconf.py")

    def build(self) -> Path:
        """Return the folder of a new build."""
        self._builds += 1
        output = self.root / f"output-{self._builds}"
        done = self._build(self.root, OUTPUT_PATH=str(output), TODAY="2026-12-01")
        assert done.returncode == 0, done.stdout + done.stderr
        return output

    def dutch(self) -> Path:
        return self.root / "content" / PAGE / "index.nl.md"


@pytest.fixture
def city(tmp_path: Path, build: Build) -> City:
    city = City(tmp_path.resolve(), build)
    assert city.desk().problems == []
    update_translations(city.desk(), [])
    return city


def changed(before: Path, after: Path) -> set[str]:
    """Return the files that two builds do not have in common, byte for byte."""
    return {path for path, _ in {*digests(before)} ^ {*digests(after)}}


def digests(folder: Path) -> Iterator[tuple[str, str]]:
    for file in folder.rglob("*"):
        if file.is_file():
            data = hashlib.sha256(file.read_bytes()).hexdigest()
            yield file.relative_to(folder).as_posix(), data


def rows(city: City, capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[int, int]]:
    """Return (stale, words) of the page in each language, as `status --json` says it."""
    capsys.readouterr()
    assert show_status(city.desk(), [], as_json=True) == 0
    found = json.loads(capsys.readouterr().out)["pages"]
    assert [page for page in found for row in found[page].values() if row["stale"]] in (
        [],
        [PAGE] * len(OTHERS),
    )
    return {lang: (row["stale"], row["words"]) for lang, row in found[PAGE].items()}


def test_a_sentence_changes_and_seven_translators_bring_it_home(
    city: City, capsys: pytest.CaptureFixture[str]
) -> None:
    before = city.build()
    text = city.dutch().read_text("utf-8")
    paragraph = next(
        block for block in text.split("\n\n") if block[0].isalpha() and "](" not in block
    )
    new = f"{paragraph} Dat beloven we."
    city.dutch().write_text(text.replace(paragraph, f"{new}\n{{.important}}"), "utf-8")

    words = len(new.split())
    assert rows(city, capsys) == dict.fromkeys(OTHERS, (1, words))

    stale = city.build()
    listed = json.loads((stale / "translations.json").read_text("utf-8"))["pages"][PAGE]
    pages = {"nl": listed["url"], **{k: v["url"] for k, v in listed["translations"].items()}}
    site = pages["nl"].split("/nl/")[0] + "/"
    files = {lang: f"{url.removeprefix(site)}index.html" for lang, url in pages.items()}
    beside = {f"{file.removesuffix('index.html')}nl/index.html" for file in files.values()}
    assert {v["stale"] for v in listed["translations"].values()} == {1}
    ours = {*files.values(), *beside, "translations.json"}
    assert changed(before, stale) <= ours
    for lang in OTHERS:
        html = (stale / files[lang]).read_text("utf-8")
        assert '<p class="origin__stale">' in html
        assert f'href="{listed["url"].removeprefix(site[:-1])}' in html
        newer = html.split('<div class="newer">')[1].split("</div>")[0]
        assert '<div class="other-language flow" lang="nl" dir="ltr">' in newer
        assert newer.endswith("Dat beloven we.</p>")

    back = []
    for lang in OTHERS:
        folder = city.root / "handoff"
        assert export_units(city.desk(), lang, "stale,missing", folder, [PAGE], as_po=False) == 0
        file = folder / f"pages.privacy.{lang}.xlf"
        store = xliff.Xliff1File.parsefile(str(file))
        (unit,) = store.units
        assert unit.source == new
        (old,) = unit.getalttrans()
        unit.target = f"{old.target} (*)"
        store.save()
        back.append(file)
    made = Made("human", city.desk().today)
    assert import_files(city.desk(), back, made) == 0
    assert rows(city, capsys) == dict.fromkeys(OTHERS, (0, 0))
    home = city.build()
    for lang in OTHERS:
        html = (home / files[lang]).read_text("utf-8")
        assert "origin__stale" not in html
        assert '<div class="newer">' not in html
        assert "(*)" in html
    assert changed(stale, home) <= ours
    assert changed(before, home) <= ours - {"translations.json"}
    files_of_content = {*digests(city.root / "content")}
    assert import_files(city.desk(), back, made) == 0
    assert {*digests(city.root / "content")} == files_of_content
