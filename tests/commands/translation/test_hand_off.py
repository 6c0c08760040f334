"""`translation export` and `import`: out to a translator's own tool, and back unit by unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from translate.storage import pypo, xliff

from samenleven.commands.translation.bring import import_files
from samenleven.commands.translation.export import export_units
from samenleven.problems import Invalid
from samenleven.translation.recording import Made
from samenleven.translation.state import state_file
from tests.commands.translation.conftest import OpenDesk
from tests.translation.one_page import TODAY, OnePage

OLD = "Het is voor jongeren die nieuw zijn in de stad."
NEW = "Het is voor alle jongeren."
FRENCH = "C'est pour tous les jeunes."
PATH = "content/programmes/roots/index.fr.md"
MADE = Made("agency", TODAY)
Capture = pytest.CaptureFixture[str]
Export = Callable[..., Path]


@pytest.fixture
def export(open_desk: OpenDesk, tmp_path: Path) -> Export:
    """Return the function that exports French and gives back the file."""

    def write(only: str = "", *, as_po: bool = False) -> Path:
        assert export_units(open_desk(), "fr", only, tmp_path / "out", [], as_po=as_po) == 0
        (file,) = (tmp_path / "out").iterdir()
        return file

    return write


def units(file: Path) -> Iterator[xliff.Xliff1Unit]:
    """Yield the units as translate-toolkit reads them."""
    yield from xliff.Xliff1File.parsefile(str(file)).units


def fill(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def set_target(file: Path, target: str) -> None:
    """Write the target of the first unit, as XML."""
    fill(file, "</source>\n", f"</source>\n    <target>{target}</target>\n")


def test_only_what_is_stale_goes_out_with_what_helps(
    page: OnePage, export: Export, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale")
    assert file.name == "programmes.roots.fr.xlf"
    assert capsys.readouterr().out.endswith("Teksten: 1. Nederlandse woorden: 5.\n")
    (unit,) = units(file)
    (before,) = unit.getalttrans()
    assert (unit.source, unit.target) == (NEW, None)
    assert (before.source, before.target) == (
        OLD,
        "C'est pour les jeunes qui sont nouveaux dans la ville.",
    )
    assert unit.getnotes() == "paragraph < Voor wie?"


@pytest.mark.parametrize(("only", "count"), [("", 16), ("missing", 1), ("stale,missing", 2)])
def test_what_goes_out_can_be_chosen(page: OnePage, export: Export, only: str, count: int) -> None:
    page.change(page.dutch, (OLD, f"{NEW}\n\nNeem een jas mee."))
    assert len([*units(export(only))]) == count


def test_nothing_to_do_writes_nothing(open_desk: OpenDesk, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    assert export_units(open_desk(), "fr", "stale", out, [], as_po=False) == 0
    assert capsys.readouterr().out == "Er is niets te vertalen.\n"
    assert not out.exists()


def test_an_unknown_choice_is_refused(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    with pytest.raises(Invalid) as wrong:
        export_units(desk, "fr", "stal", tmp_path, [], as_po=False)
    assert f"{desk.said(wrong.value.what)} {desk.said(wrong.value.remedy)}" == (
        '"stal" kennen we niet achter --only. Bedoelde je "stale"?'
    )


def test_what_a_tool_of_translators_writes_comes_back(
    page: OnePage, open_desk: OpenDesk, export: Export, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale")
    store = xliff.Xliff1File.parsefile(str(file))
    store.units[0].target = FRENCH
    store.save()
    capsys.readouterr()
    assert import_files(open_desk(), [file], MADE) == 0
    assert capsys.readouterr().out == (
        f'{PATH}\n  overgenomen: "{NEW}"\n  Geschreven: index.fr.md, index.fr.state.\n'
    )
    assert page.standings() == []
    assert f"{FRENCH}\n" in page.french.read_text("utf-8")
    before = page.french.read_bytes(), state_file(page.french).read_bytes()
    assert import_files(open_desk(), [file], MADE) == 0
    assert capsys.readouterr().out == (
        f'{PATH}\n  overgenomen: "{NEW}"\n  Er is niets veranderd.\n'
    )
    assert (page.french.read_bytes(), state_file(page.french).read_bytes()) == before


def test_so_does_what_a_tool_for_catalogs_writes(
    page: OnePage, open_desk: OpenDesk, export: Export
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale", as_po=True)
    store = pypo.pofile.parsefile(str(file))
    unit = store.units[-1]
    assert (unit.source, unit.prev_source, unit.getnotes("developer")) == (
        NEW,
        OLD,
        "paragraph\n< Voor wie?",
    )
    unit.target = FRENCH
    store.save()
    assert import_files(open_desk(), [file], MADE) == 0
    assert page.standings() == []
    assert f"{FRENCH}\n" in page.french.read_text("utf-8")


def test_a_whole_page_that_did_not_exist_lands(
    page: OnePage, open_desk: OpenDesk, export: Export
) -> None:
    old = page.french.read_text("utf-8")
    page.french.unlink()
    state_file(page.french).unlink()
    file = export("missing")
    store = xliff.Xliff1File.parsefile(str(file))
    for unit in store.units:
        unit.rich_target = unit.rich_source
        unit.xmlelement.find(unit.namespaced("target")).set("state", "final")
    store.save()
    assert import_files(open_desk(), [file], MADE) == 0
    text = page.french.read_text("utf-8")
    assert text.split("---\n")[2] == page.dutch.read_text("utf-8").split("---\n")[2]
    assert "status: draft" not in text
    assert "translation: human\ntranslated_from: 2026-02-01\n" in text
    assert len(old.splitlines()) == len(text.splitlines())
    assert page.standings() == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("", "ze is leeg"),
        ("Chant le [mardi]", '"../zang/index.nl.md" ontbreekt'),
        (
            "Zang op [dinsdag](<x id='1'/>)",
            "ze is nog Nederlands; wat hetzelfde blijft, moet als goedgekeurd gemarkeerd zijn",
        ),
        (
            "Chant [mardi](<x id='1'/>) &lt;b&gt;",
            'er staat "<b>" in, dat niet in het Nederlands staat',
        ),
        (
            "Chant [mardi](<x id='1'/>) https://evil.example",
            'er staat "https://evil.example" in, dat niet in het Nederlands staat',
        ),
        (
            "Chant [mardi](<x id='1'/>)<x id='2'/>",
            'er staat "<2>" in, dat niet in het Nederlands staat',
        ),
        (
            "Chant **[mardi](<x id='1'/>)**",
            "de tekens voor opmaak (zoals ** of [ ]) zijn niet die van het Nederlands",
        ),
        (
            "Chant \u2067[mardi](<x id='1'/>)",
            "de tekens voor de leesrichting (bidi) zijn niet gesloten",
        ),
        (
            "Chant\u2028 [mardi](<x id='1'/>)",
            "er staat U+2028 in, een teken dat je niet ziet",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(
    page: OnePage, open_desk: OpenDesk, export: Export, capsys: Capture, target: str, reason: str
) -> None:
    page.change(page.dutch, ("Zang op [", "Zang en spel op ["))
    page.change(page.dutch, ("Zang en spel op [", "Zang op ["))
    page.change(page.french, ("- Chant le [mardi](../zang/index.nl.md)\n", ""))
    file = export("missing")
    set_target(file, target)
    before = page.french.read_bytes()
    capsys.readouterr()
    assert import_files(open_desk(), [file], MADE) == 1
    assert capsys.readouterr().out == (
        f'{PATH}\n  geweigerd: "Zang op [dinsdag](../zang/index.nl.md)": {reason}\n'
        "  Er is niets veranderd.\n"
    )
    assert page.french.read_bytes() == before


def test_balanced_marks_of_direction_are_left_to_the_site(
    page: OnePage, open_desk: OpenDesk, export: Export
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale")
    set_target(file, "C'est pour \u2068tous\u2069 les jeunes.")
    assert import_files(open_desk(), [file], MADE) == 0
    assert "C'est pour tous les jeunes.\n" in page.french.read_text("utf-8")


def test_a_sentence_that_changed_meanwhile_is_a_stale_source(
    page: OnePage, open_desk: OpenDesk, export: Export, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale")
    set_target(file, FRENCH)
    page.change(page.dutch, (NEW, "Het is voor wie wil."))
    capsys.readouterr()
    assert import_files(open_desk(), [file], MADE) == 1
    out = capsys.readouterr().out
    assert out.startswith(f'{PATH}\n  Nederlands veranderd: "')
    assert out.endswith(
        '": het Nederlands is veranderd sinds het verzonden is\n  Er is niets veranderd.\n'
    )
    assert page.standings() == [("stale", "Het is voor wie wil.")]


def test_a_part_that_moved_and_a_link_that_changed_meanwhile_still_land(
    page: OnePage, open_desk: OpenDesk, export: Export
) -> None:
    page.change(page.french, ("- Chant le [mardi](../zang/index.nl.md)\n", ""))
    file = export("missing")
    set_target(file, "Chant le [mardi](<x id='1'/>)")
    page.change(page.dutch, ("(../zang/index.nl.md)", "(../lied/index.nl.md)"))
    assert import_files(open_desk(), [file], MADE) == 0
    assert "- Chant le [mardi](../lied/index.nl.md)\n" in page.french.read_text("utf-8")


def test_what_was_changed_by_hand_meanwhile_is_never_written_over(
    page: OnePage, open_desk: OpenDesk, export: Export, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, NEW), ("Dit gaat over cultuur.", "Dit gaat over kunst."))
    file = export("stale")
    fill(
        file,
        "Dit gaat over kunst.</source>\n",
        "Dit gaat over kunst.</source>\n<target>Art.</target>\n",
    )
    fill(file, f"{NEW}</source>\n", f"{NEW}</source>\n<target>{FRENCH}</target>\n")
    page.change(page.french, ("Il s'agit de culture.", "On parle de culture."))
    capsys.readouterr()
    assert import_files(open_desk(), [file], MADE) == 1
    assert capsys.readouterr().out == (
        f'{PATH}\n  geweigerd: "Dit gaat over kunst.": de vertaling is met de hand veranderd sinds'
        f' ze verzonden is\n  overgenomen: "{NEW}"\n'
        "  Geschreven: index.fr.md, index.fr.state.\n"
    )
    text = page.french.read_text("utf-8")
    assert "On parle de culture.\n" in text
    assert f"{FRENCH}\n" in text


XLIFF = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{}</xliff>'
FILE = '<file original="{}" target-language="{}"><body/></file>'
AGAIN = "Vraag de vertaler om het bestand opnieuw te sturen."
SENT = "Vraag de vertaler om het bestand terug te sturen dat ze kregen."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", f"dit bestand is leeg, of groter dan 20 MB. {AGAIN}"),
        ("x", f"dit is geen XML: syntax error: line 1, column 0. {AGAIN}"),
        (
            "<a/>",
            "dit is geen bestand van XLIFF 1.2. Vraag de vertaler om het bestand zelf terug te"
            " sturen, niet een export in een andere vorm.",
        ),
        (
            f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{XLIFF.format("&a;")}',
            f"in dit bestand staat een documenttype (DOCTYPE), dat we nooit sturen. {SENT}",
        ),
        (
            XLIFF.format(FILE.format(PATH, "de")),
            '"de" is geen taal waarin we vertalen. Bekend zijn: fr.',
        ),
        (
            XLIFF.format(FILE.format(PATH.replace(".fr.", ".nl."), "fr")),
            'de taal is "fr", maar de pagina is "content/programmes/roots/index.nl.md". ' + SENT,
        ),
        (
            XLIFF.format(FILE.format("../../../etc/index.fr.md", "fr")),
            'er is geen pagina "../../../etc/index.fr.md" met een goed Nederlands bestand.'
            " Schrijf haar map, zoals content/programmes/roots.",
        ),
    ],
)
def test_a_file_that_is_not_ours_is_refused_as_a_whole(
    page: OnePage, open_desk: OpenDesk, tmp_path: Path, capsys: Capture, data: str, message: str
) -> None:
    file = tmp_path / "back.xlf"
    file.write_text(data, "utf-8")
    assert import_files(open_desk(), [file], MADE) == 1
    assert capsys.readouterr().out == f"{file.as_posix()}: {message}\n"


def test_a_file_that_is_not_there(open_desk: OpenDesk, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "weg.po"
    assert import_files(open_desk(), [file], MADE) == 1
    assert capsys.readouterr().out == (
        f"{file.as_posix()}: dit bestand bestaat niet. Kijk de naam na.\n"
    )


def test_a_unit_that_we_did_not_send_is_refused(
    open_desk: OpenDesk, page: OnePage, export: Export, capsys: Capture
) -> None:
    page.change(page.dutch, (OLD, NEW))
    file = export("stale")
    fill(file, 'id="', 'id="our.own.id.x" was="')
    set_target(file, FRENCH)
    capsys.readouterr()
    assert import_files(open_desk(), [file], MADE) == 1
    assert capsys.readouterr().out == (
        f'{PATH}\n  geweigerd: "our.own.id.x": deze tekst hebben we niet gestuurd\n'
        "  Er is niets veranderd.\n"
    )
