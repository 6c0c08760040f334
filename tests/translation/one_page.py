"""One page and its French translation, to change and to look at again."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

from samenleven.languages.reading import Page, read_pages
from samenleven.model.settings import Settings
from samenleven.model.source import Place
from samenleven.translation.fields import words_table
from samenleven.translation.freshness import Part
from samenleven.translation.notice import read_parts
from samenleven.translation.recording import made_by, trace_parts
from samenleven.translation.segments import cut_source
from samenleven.translation.state import Trace, write_state

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
PLACE = Place("programmes", "roots")
DUTCH = """\
---
title: Roots
summary: Dans en muziek voor jongeren.
updated: 2026-02-01
audience: Jongeren.
action: Vraag het aan de stad.
contact: desk
---
Dit gaat over cultuur.

## Wat doe je? {#what}

Je danst en je zingt. Het is leuk.

- Dans op maandag
- Zang op [dinsdag](../zang/index.nl.md)

## Voor wie? {#who}

Het is voor jongeren die nieuw zijn in de stad.

| Dag     | Uur |
|---------|-----|
| maandag | 14  |
"""
FRENCH = """\
---
title: Roots
summary: Danse et musique pour les jeunes.
translation: machine
translated_from: 2026-02-01
audience: Les jeunes.
action: Demandez à la ville.
---
Il s'agit de culture.

## Que faites-vous ? {#what}

Vous dansez et vous chantez. C'est amusant.

- Danse le lundi
- Chant le [mardi](../zang/index.nl.md)

## Pour qui ? {#who}

C'est pour les jeunes qui sont nouveaux dans la ville.

| Jour  | Heure |
|-------|-------|
| lundi | 14    |
"""


class OnePage:
    """A page below content/, its Dutch file and its French one."""

    def __init__(self, root: Path) -> None:
        self.content = root / "content"
        self.folder = self.content / str(PLACE)
        self.folder.mkdir(parents=True)
        self.dutch, self.french = self.folder / "index.nl.md", self.folder / "index.fr.md"
        self.dutch.write_text(DUTCH, "utf-8")
        self.french.write_text(FRENCH, "utf-8")

    def change(self, file: Path, *changes: tuple[str, str]) -> None:
        """Put new words in the place of old ones, each of which the file must hold."""
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        file.write_text(text, "utf-8", newline="")

    def settings(self) -> Settings:
        """Return settings that suffice to read the page."""
        markdown = runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"]
        return Settings(
            *(self.content, ROOT / "theme", "https://example.be", ("nl", "fr"), (), ()),
            *(Place("contacts", "desk"), "Europe/Brussels", False, markdown),
        )

    def page(self) -> Page:
        """Return the page as it lies there now."""
        return read_pages(self.settings())[0][PLACE]

    def parts(self) -> list[Part]:
        """Return its parts in French."""
        page = self.page()
        return read_parts(page, "fr", cut_source(page.dutch.source, words_table(page.type)))

    def traces(self) -> list[Trace]:
        """Return what is known of the French as it lies there."""
        return trace_parts(self.parts(), made_by(self.page().reads["fr"].values, TODAY))

    def record(self) -> None:
        """Write the state of the French file."""
        write_state(self.french, self.traces())

    def standings(self) -> list[tuple[str, str]]:
        """Return (standing, words) of all parts that are not fresh."""
        return [
            (part.standing.value, (part.dutch or part.target).words)  # type: ignore[union-attr]
            for part in self.parts()
            if part.standing.value != "fresh"
        ]
