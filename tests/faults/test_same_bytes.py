"""The same content and the same day give the same bytes, wherever and however it is built."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.conftest import run_build
from tests.trees import tree

MACHINE = Path(__file__).parent / "machine"
FIRST_MINUTE, YEAR_2100 = "60", "4102444800"
ONE_CORE = ("taskset", "--cpu-list", "0") if shutil.which("taskset") else ()
MACHINES = {
    "of 1970": {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "MACHINE_CLOCK": FIRST_MINUTE,
        "MACHINE_ORDER": "backwards",
        "MACHINE_NETWORK": "none",
    },
    "of 2100": {
        "PYTHONHASHSEED": "2",
        "TZ": "America/Adak",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONUTF8": "0",
        "MACHINE_CLOCK": YEAR_2100,
    },
}


SEEN = """
import os, sys
from datetime import UTC, datetime
sys.stdout.write(f"{datetime.now(UTC).year} {os.listdir(sys.argv[1])}")
"""


def test_the_other_machine_is_another(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    env = {**MACHINES["of 1970"], "PYTHONPATH": str(MACHINE)}
    done = run_build(tmp_path, env=env, code=SEEN)
    assert done.stdout == "1970 ['c', 'b', 'a']"


@pytest.mark.parametrize(
    ("machine", "umask", "prefix", "is_warm"),
    [("of 1970", 0o077, ONE_CORE, False), ("of 2100", 0o002, (), True)],
)
def test_another_machine_gives_the_same_bytes(
    copy_of_example: Path,
    example_output: Path,
    machine: str,
    umask: int,
    prefix: tuple[str, ...],
    is_warm: bool,
) -> None:
    if not is_warm:
        shutil.rmtree(copy_of_example / ".cache")
    path = os.pathsep.join((str(MACHINE), str(ROOT)))
    env = {**MACHINES[machine], "PYTHONPATH": path}
    done = run_build(copy_of_example, prefix=prefix, env=env, umask=umask)
    assert done.returncode == 0, done.stderr
    assert tree(copy_of_example / "output") == tree(example_output)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def change_anything(site: Path) -> None:
    """Change a template, a style, a word, a setting; let a page go, and give one another name."""
    theme = site / "../../theme"
    replace(theme / "templates/base.html", "</body>", "<hr></body>")
    replace(theme / "static/css/blocks/card.css", ".card {", ".card { order: 7;")
    replace(
        theme / "translations/fr/LC_MESSAGES/messages.po", 'msgstr "Actualités"', 'msgstr "Infos"'
    )
    replace(site / "pelicanconf.py", "https://lindebeek.example/stad", "https://lindebeek.example")
    shutil.rmtree(site / "content/news/bikes-found")
    (site / "content/news/longer-cafe").rename(site / "content/news/cafe")


def test_a_build_on_a_warm_cache_is_that_from_nothing(
    copy_of_example: Path, tmp_path: Path
) -> None:
    assert run_build(copy_of_example).returncode == 0
    change_anything(copy_of_example)
    done = run_build(copy_of_example)
    assert done.returncode == 0, done.stderr
    ignored = shutil.ignore_patterns(".cache", "output", ".output*")
    shutil.copytree(tmp_path / "checkout", tmp_path / "new", ignore=ignored)
    cold = tmp_path / "new/tests/example_site"
    assert run_build(cold).returncode == 0
    assert tree(copy_of_example / "output") == tree(cold / "output")
    assert "nl/news/veertig-fietsen/index.html" not in tree(cold / "output")
