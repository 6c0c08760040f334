"""`check`: every mistake on one line of its own, in the language of the editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samenleven.commands.check import check_content
from samenleven.commands.forges import write_for_github
from samenleven.problems import Problem, say

ROOT = Path(__file__).parents[2]
PAGES = {
    "index": "",
    "programmes/index": "",
    "programmes/roots/index": "audience: Jongeren.\naction: Vraag het.\ncontact: city-desk\n",
    "news/index": "",
    "contacts/index": "",
    "contacts/city-desk/index": (
        "street: Grote Markt 54\npostcode: 8500\ncity: Kortrijk\nphone: +32 56 27 70 00\n"
        "email: info@example.be\n"
    ),
    "pages/about/index": "",
    "pages/accessibility/index": "",
    "pages/privacy/index": "",
}


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Return the settings of a site of nine Dutch pages, with the theme of the project."""
    for name, fields in PAGES.items():
        file = tmp_path / f"content/{name}.nl.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        common = "title: Pagina\nsummary: Zin.\nupdated: 2026-02-01\n"
        file.write_text(f"---\n{common}{fields}---\nTekst.\n", "utf-8")
    text = (ROOT / "pelicanconf.py").read_text("utf-8")
    own = (
        f'\nTHEME = r"{ROOT / "theme"}"\nLANGUAGES = ("nl", "tr")\n'
        'MENU = ("programmes", "news", "pages/about", "contacts")\n'
        'FOOTER = ("pages/accessibility", "pages/privacy")\n'
    )
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(text + own, "utf-8")
    return settings


@pytest.fixture
def faulty(settings_file: Path) -> Path:
    """Return the settings of the same site with three mistakes in two files."""
    roots = settings_file.parent / "content/programmes/roots/index.nl.md"
    text = roots.read_text("utf-8").replace("city-desk", "citydesk")
    roots.write_text(text.replace("2026-02-01", "01/02/2026"), "utf-8")
    about = settings_file.parent / "content/pages/about/index.nl.md"
    about.write_text(about.read_text("utf-8") + "\n[x](../nowhere/index.nl.md)\n", "utf-8")
    return settings_file


def test_a_faultless_site_gives_one_line_and_0(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(settings_file) == 0
    assert capsys.readouterr() == ("9 pagina's in 9 bestanden: geen problemen.\n", "")


def test_all_mistakes_are_printed_in_order_and_give_1(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(faulty) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        'content/pages/about/index.nl.md:8: er is geen pagina "pages/nowhere". '
        "Bekend zijn: pages/about, pages/accessibility, pages/privacy.",
        'content/programmes/roots/index.nl.md:4: updated: "01/02/2026" kan je op twee manieren '
        "lezen. Schrijf jaar-maand-dag, bijvoorbeeld 2026-02-28.",
        "content/programmes/roots/index.nl.md:7: contact: "
        'er is geen pagina "contacts/citydesk". Bedoelde je "city-desk"?',
        "3 problemen.",
    ]


def advisable(settings: Path) -> Path:
    """Give two pages a text that can be said more plainly, and return the settings."""
    for name, text in (("news", "Er is draagvlak.\n\n[Hier](https://a.be)"), ("programmes", "Al.")):
        file = settings.parent / f"content/{name}/index.nl.md"
        file.write_text(file.read_text("utf-8").replace("Tekst.", text), "utf-8")
    file.write_text(file.read_text("utf-8").replace("Zin.", "Kom indien het kan."), "utf-8")
    return settings


ADVICE = """
Tips, pagina per pagina. Je mag ook zonder publiceren.
content/news/index.nl.md:6: "draagvlak" is een moeilijk woord en staat niet in de woordenlijst. \
Schrijf "steun", of leg het woord uit in de woordenlijst.
content/news/index.nl.md:8: de link "Hier" zegt niet waar hij naartoe gaat. Zeg wat daar staat.

content/programmes/index.nl.md:3: summary: "indien": Dit is de taal van oude brieven. \
Zeg het zoals je het aan een buur zegt. Beter: als.
"""


def test_advice_comes_page_by_page_and_is_no_mistake(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(advisable(settings_file)) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (f"9 pagina's in 9 bestanden: geen problemen.\n{ADVICE}", "")


def test_advice_does_not_hide_the_mistakes(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(advisable(faulty)) == 1
    out, err = capsys.readouterr()
    assert out == ADVICE
    assert err.splitlines()[-1] == "3 problemen."


def test_a_city_can_do_without_advice(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with settings_file.open("a", encoding="utf-8") as file:
        file.write("\nADVICE = ()\n")
    assert check_content(advisable(settings_file)) == 0
    assert capsys.readouterr().out == "9 pagina's in 9 bestanden: geen problemen.\n"


def test_an_editor_can_ask_for_english(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_content(faulty, "en") == 1
    assert capsys.readouterr().err.splitlines() == [
        'content/pages/about/index.nl.md:8: there is no page "pages/nowhere". '
        "Known are: pages/about, pages/accessibility, pages/privacy.",
        'content/programmes/roots/index.nl.md:4: updated: "01/02/2026" can be read in two ways. '
        "Write year-month-day, for example 2026-02-28.",
        "content/programmes/roots/index.nl.md:7: contact: "
        'there is no page "contacts/citydesk". Did you mean "city-desk"?',
        "3 problems.",
    ]


def test_one_mistake_is_counted_as_one(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings_file.parent / "content/news/index.nl.md").unlink()
    assert check_content(settings_file) == 1
    assert capsys.readouterr().err.splitlines() == [
        "content/news: hier is geen pagina, en de instellingen van de site vragen er een. "
        "Maak content/news/index.nl.md.",
        "Eén probleem.",
    ]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"---\n---\n", b"---\n[[[\n---\n", b"---\n? [a]\n---\n", b"\0" * 99]
)
def test_no_file_can_bring_a_stack_before_an_editor(
    settings_file: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings_file.parent / "content/programmes/roots/index.nl.md").write_bytes(data)
    assert check_content(settings_file) == 1
    lines = capsys.readouterr().err.splitlines()
    assert {line.split(":")[0] for line in lines[:-1]} == {"content/programmes/roots/index.nl.md"}
    assert "Traceback" not in "".join(lines)


def test_github_is_told_the_file_and_the_line_of_each_problem(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(faulty, form="github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "::error file=content/pages/about/index.nl.md,line=8"
        '::er is geen pagina "pages/nowhere". '
        "Bekend zijn: pages/about, pages/accessibility, pages/privacy.",
        "::error file=content/programmes/roots/index.nl.md,line=4"
        '::updated: "01/02/2026" kan je op twee manieren lezen. '
        "Schrijf jaar-maand-dag, bijvoorbeeld 2026-02-28.",
        "::error file=content/programmes/roots/index.nl.md,line=7"
        '::contact: er is geen pagina "contacts/citydesk". Bedoelde je "city-desk"?',
    ]


def test_a_workflow_command_cannot_be_broken_off() -> None:
    problem = Problem("a,b:c%.md", 0, "", say("100 %\r\n::warning::x"), say("Stop."))
    assert write_for_github([problem], [], str) == (
        "::error file=a%2Cb%3Ac%25.md,line=1::100 %25%0D%0A::warning::x Stop.\n"
    )


def test_gitlab_gets_a_report_also_without_problems(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(settings_file, form="gitlab") == 0
    assert capsys.readouterr() == ("[]\n", "9 pagina's in 9 bestanden: geen problemen.\n")


def test_the_report_of_gitlab_has_its_fields(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(faulty, form="gitlab") == 1
    issues = json.loads(capsys.readouterr().out)
    assert [issue["location"] for issue in issues] == [
        {"path": "content/pages/about/index.nl.md", "lines": {"begin": 8}},
        {"path": "content/programmes/roots/index.nl.md", "lines": {"begin": 4}},
        {"path": "content/programmes/roots/index.nl.md", "lines": {"begin": 7}},
    ]
    assert {issue["severity"] for issue in issues} == {"major"}  # one that GitLab knows
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert [issue["check_name"] for issue in issues] == ["page", "updated", "contact"]
    assert issues[0]["description"].startswith('er is geen pagina "pages/nowhere".')


def test_an_unknown_format_is_usage(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(settings_file, form="bitbucket") == 2
    assert capsys.readouterr().err == '"bitbucket" is unknown. Known are: github, gitlab.\n'


def test_advice_stands_on_its_line_too_and_fails_nothing(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = settings_file.parent / "content/pages/about/index.nl.md"
    about.write_text(about.read_text("utf-8").replace("Tekst.", "Wij implementeren dit."), "utf-8")
    assert check_content(settings_file, form="github") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::notice file=content/pages/about/index.nl.md,line=6::")
    assert check_content(settings_file, form="gitlab") == 0
    assert [issue["severity"] for issue in json.loads(capsys.readouterr().out)] == ["info"]
