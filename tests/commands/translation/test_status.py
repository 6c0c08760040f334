"""`translation status`: the table, part by part, and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from samenleven.commands.translation.status import show_status
from tests.commands.translation.conftest import OpenDesk
from tests.conftest import ROOT
from tests.translation.one_page import OnePage

OLD = "Het is voor jongeren die nieuw zijn in de stad."
NEW = "Het is voor alle jongeren."
TABLE = """\
                                     fr
programmes/roots                    {}

pagina's                              1
niet vertaald                         {}
delen die achterlopen                 {}
woorden te doen                      {:>2}
door een computer                     {}
door een computer, nagelezen          0
door een mens                         0
ontwerpen                             0

ok: bij; -: geen vertaling; 3/45: 3 delen lopen achter, 45 woorden te doen.
"""


def status(open_desk: OpenDesk, capsys: pytest.CaptureFixture[str], *paths: str) -> str:
    capsys.readouterr()
    assert show_status(open_desk(), paths, as_json=False) == 0
    return capsys.readouterr().out


def test_a_page_that_is_up_to_date(open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(open_desk, capsys) == TABLE.format(" ok", 0, 0, 0, 1)


def test_a_page_without_a_translation(
    page: OnePage, open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    page.french.unlink()
    assert status(open_desk, capsys) == TABLE.format("  -", 1, 0, 49, 0)


def test_a_changed_sentence_is_one_part_and_its_words(
    page: OnePage, open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    page.change(page.dutch, (OLD, NEW))
    assert status(open_desk, capsys) == TABLE.format("1/5", 0, 1, 5, 1)
    assert status(open_desk, capsys, "content/programmes/roots").endswith(
        f"""
content/programmes/roots/index.fr.md
   11  het Nederlands is veranderd
       Nederlands toen: {OLD}
       Nederlands nu: {NEW}
       vertaling: C'est pour les jeunes qui sont nouveaux dans la ville.
"""
    )


def test_machines_get_the_same(
    page: OnePage, open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    page.change(page.dutch, (OLD, NEW))
    assert show_status(open_desk(), [], as_json=True) == 0
    row = {"missing": False, "stale": 1, "words": 5, "status": "machine", "draft": False}
    sums = {"pages": 1, "missing": 0, "stale": 1, "words": 5, "draft": 0, "machine": 1}
    assert json.loads(capsys.readouterr().out) == {
        "pages": {"programmes/roots": {"fr": row}},
        "totals": {"fr": sums},
    }


def test_a_dutch_draft_is_left_out_unless_it_is_named(
    page: OnePage, open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    page.change(page.dutch, ("contact: desk", "contact: desk\nstatus: draft"))
    assert "roots" not in status(open_desk, capsys)
    assert "roots" in status(open_desk, capsys, "programmes/roots")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way on Windows")
def test_who_reads_only_the_head_gets_no_trace() -> None:
    command = [sys.executable, "-m", "samenleven", "translation", "status"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 1
