"""The command line of `translation`: its help, and what it answers to what it does not know."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from samenleven.commands.translation.parser import make_parser
from samenleven.languages.report import editors_gettext

ROOT = Path(__file__).resolve().parents[3]
HELP = """\
Gebruik: python3 -m samenleven translation [-h] OPDRACHT ...

Vertalingen: uitbesteden, bijhouden en de stand ervan.

wat je meegeeft:
  -h, --help  Toon deze hulp.

opdrachten:
  OPDRACHT
    status    Toon hoe ver de vertalingen staan, per pagina en taal.
    new       Begin een vertaling: een bestand met de woorden die te vertalen zijn.
    update    Noteer waarvan elk deel de vertaling is, en neem veranderde links en code over.
    read      Noteer dat iemand een vertaling naast het Nederlands van vandaag las en dat ze nog
              klopt.
    export    Schrijf bestanden voor een vertaler: XLIFF of PO, en de woordenlijst.
    import    Neem de bestanden over die een vertaler terugstuurde.
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "samenleven", "translation", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_the_help_names_every_command(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, HELP, "")


def test_a_name_that_is_wrong_is_one_line_without_a_stack() -> None:
    done = run("new", "fr", "programmes/root")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'er is geen pagina "programmes/root" met een goed Nederlands bestand.'
        ' Bedoelde je "programmes/roots"?\n'
    )


@pytest.mark.parametrize(
    ("arguments", "command"),
    [(["export"], " export"), (["read", "x", "--all"], ""), (["import"], " import")],
)
def test_what_is_not_understood_ends_with_where_the_help_is(
    arguments: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        make_parser(editors_gettext("nl")).parse_args(arguments)
    said = capsys.readouterr().err
    assert end.value.code == 2
    assert said.startswith("Dit begrijpen we niet: ")
    assert said.endswith(f" Hulp: python3 -m samenleven translation{command} --help\n")
