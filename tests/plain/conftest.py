"""A site of a page and a glossary, to see what is advised about the page."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.languages.site import check_site
from samenleven.model.settings import Settings
from samenleven.model.source import Place

ROOT = Path(__file__).parents[2]
Advise = Callable[..., list[str]]
GLOSSARY = """\
type: glossary
terms:
  - key: testing-ground
    term: proeftuin
    meaning: Een plek waar je iets nieuws uitprobeert.
"""


def write_page(root: Path, key: str, lang: str, fields: str, body: str = "Tekst.") -> None:
    """Write a page; with one line of `fields`, its body begins on line 6."""
    file = root / f"content/pages/{key}/index.{lang}.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"---\n{fields}updated: 2026-11-21\n---\n{body}\n", "utf-8")


@pytest.fixture
def advise(tmp_path: Path) -> Advise:
    """Return the function that says what is advised about a page; its body begins on line 6."""

    def read(
        body: str, *, summary: str = "Zin.", lang: str = "nl", editor: str = "nl"
    ) -> list[str]:
        write_page(tmp_path, "about", lang, f"title: Over ons\nsummary: {summary}\n", body)
        write_page(tmp_path, "glossary", lang, f"title: Woorden\nsummary: Zin.\n{GLOSSARY}")
        settings = Settings(
            content=tmp_path / "content",
            theme=ROOT / "theme",
            site_url="https://example.be",
            languages=(lang,),
            menu=(),
            footer=(),
            contact=Place("", ""),
            timezone="Europe/Brussels",
            shows_drafts=False,
            markdown=runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"],
            advice=("samenleven.plain.advice:advise_page",),
        )
        _, _, advice = check_site(settings, date(2026, 11, 21))
        speak = editors_gettext(editor)
        return [one.text(speak).removeprefix("content/pages/about/") for one in advice]

    return read
