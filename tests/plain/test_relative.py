"""Words that are true for a short time only are refused, unless a date stands with them."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from samenleven.languages.reading import read_pages
from samenleven.languages.report import editors_gettext
from samenleven.languages.site import judge_pages
from samenleven.model.settings import Settings
from samenleven.model.source import Place

ROOT = Path(__file__).parents[2]
WRITE_DAY = "Zet de dag erbij of in de plaats, bijvoorbeeld 16 november 2026."
WRITE_YEAR = "Zet het jaar erbij of in de plaats, bijvoorbeeld in 2027."


def judge(
    root: Path,
    body: str,
    *,
    summary: str = "Zin.",
    languages: tuple[str, ...] = ("nl",),
    editor: str = "nl",
) -> list[str]:
    """Return what is said of a page in the first language; its body begins on line 6."""
    folder = root / "content/pages/about"
    folder.mkdir(parents=True)
    text = f"---\ntitle: Over ons\nsummary: {summary}\nupdated: 2026-11-21\n---\n{body}\n"
    (folder / f"index.{languages[0]}.md").write_text(text, "utf-8")
    settings = Settings(
        content=root / "content",
        theme=ROOT / "theme",
        site_url="https://example.be",
        languages=languages,
        menu=(),
        footer=(),
        contact=Place("", ""),
        timezone="Europe/Brussels",
        shows_drafts=False,
        markdown=runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"],
        rules=("samenleven.plain.relative:check_relative_dates",),
    )
    pages, problems = read_pages(settings)
    assert problems == []
    speak = editors_gettext(editor)
    found = sorted(judge_pages(pages.values(), settings))
    return [problem.text(speak).partition("/index.")[2] for problem in found]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Vandaag opent de nieuwe speeltuin.", "Vandaag"),
        ("Kom morgen.", "morgen"),
        ("De minister kwam gisteren.", "gisteren"),
        ("We starten binnenkort.", "binnenkort"),
        ("Vanavond is er muziek, op 16 november.", "Vanavond"),
        ("Volgende week is er geen les.", "Volgende week"),
        ("Het is komende zaterdag.", "komende zaterdag"),
        ("De komende weken werken we hier.", "komende weken"),
        ("Dit weekend is er markt in 2026.", "Dit weekend"),
        ("Dat was drie weken geleden.", "weken geleden"),
        ("Deze\nweek is alles dicht.", "Deze week"),
        ("- Brood\n- Sinds kort ook soep", "Sinds kort"),
        ("| Les | Dag |\n|--|--|\n| Fietsen | morgen |", "morgen"),
    ],
)
def test_a_word_that_needs_a_day_is_named_on_its_line(
    tmp_path: Path, body: str, words: str
) -> None:
    line = 6 + body[: body.index(words.split()[0])].count("\n")
    assert judge(tmp_path, body) == [
        f'nl.md:{line}: wie dit later leest, weet niet wanneer "{words}" is. {WRITE_DAY}'
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Volgend jaar komt er een tweede.", "Volgend jaar"),
        ("Deze zomer is er een zomerschool.", "Deze zomer"),
        ("In de komende maanden bezoeken we iedereen.", "komende maanden"),
        ("Het project begon twee jaar geleden.", "jaar geleden"),
    ],
)
def test_a_word_that_needs_a_year_is_named_with_that_remedy(
    tmp_path: Path, body: str, words: str
) -> None:
    assert judge(tmp_path, body) == [
        f'nl.md:6: wie dit later leest, weet niet wanneer "{words}" is. {WRITE_YEAR}'
    ]


def test_a_field_is_judged_too(tmp_path: Path) -> None:
    assert judge(tmp_path, "Tekst.", summary="Vanaf vandaag.") == [
        f'nl.md:3: summary: wie dit later leest, weet niet wanneer "vandaag" is. {WRITE_DAY}'
    ]


def test_an_editor_can_read_it_in_english(tmp_path: Path) -> None:
    assert judge(tmp_path, "Kom morgen. Of volgend jaar.", editor="en") == [
        'nl.md:6: who reads this later does not know when "morgen" is. '
        "Write the day with it or in its place, for example 16 november 2026.",
        'nl.md:6: who reads this later does not know when "volgend jaar" is. '
        "Write the year with it or in its place, for example in 2027.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Vandaag, 16 november 2026, opent de speeltuin.",
        "De speeltuin opent vandaag (2026-11-16).",
        "Kom morgen, dus op 17/11/2026.",
        "Volgend jaar (2027) komt er een tweede.",
        "Deze zomer, in juli 2027, is er een zomerschool.",
        "In de morgen is er koffie. Elke morgen. Zaterdagmorgen. 's Morgens. ’s Morgens.",
        "De volgende avond. De volgende stap. De vorige pagina. Elke week. Het hele jaar.",
        "Nu bellen? Dat kan. Hij heeft veel geleden.",
        "`vandaag`",
        "Op 16 november 2026.",
    ],
)
def test_what_says_its_date_or_means_something_else_is_no_problem(
    tmp_path: Path, body: str
) -> None:
    assert judge(tmp_path, body) == []


def test_a_date_in_another_sentence_does_not_help(tmp_path: Path) -> None:
    body = "Vandaag opent de speeltuin. Dat was op 16 november 2026."
    assert judge(tmp_path, body) == [
        f'nl.md:6: wie dit later leest, weet niet wanneer "Vandaag" is. {WRITE_DAY}'
    ]


def test_a_source_language_without_lists_is_not_judged(tmp_path: Path) -> None:
    assert judge(tmp_path, "Aujourd’hui.", languages=("fr",)) == []
