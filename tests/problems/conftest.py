"""A tiny site without any fault, in which a test changes one file to see what is said about it."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.languages.site import read_site
from samenleven.model.settings import Settings
from samenleven.model.source import Place

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 6, 15)
MACHINE = "translation: machine\ntranslated_from: 2026-02-01\n"
FILES = {
    "index.nl.md": "title: Samenleven\nsummary: Doe mee.\nupdated: 2026-02-01\n",
    "index.fr.md": f"title: Vivre ensemble\nsummary: Participez.\n{MACHINE}",
    "programmes/index.nl.md": "title: Programma's\nsummary: Wat er is.\nupdated: 2026-02-01\n",
    "programmes/index.fr.md": f"title: Programmes\nsummary: Que faire.\n{MACHINE}",
    "programmes/roots/index.nl.md": (
        "title: Roots\nsummary: Dans en muziek.\nupdated: 2026-02-01\naudience: Jongeren.\n"
        "action: Vraag het.\ncontact: desk\n"
    ),
    "programmes/roots/index.fr.md": (
        f"title: Roots\nsummary: Danse et musique.\n{MACHINE}audience: Jeunes.\naction: Demandez.\n"
    ),
    "news/index.nl.md": "title: Nieuws\nsummary: Wat er nieuw is.\nupdated: 2026-02-01\n",
    "contacts/index.nl.md": "title: Contact\nsummary: Wie helpt.\nupdated: 2026-02-01\n",
    "contacts/desk/index.nl.md": (
        "title: De stad\nsummary: Voor vragen.\nupdated: 2026-02-01\nstreet: Grote Markt 54\n"
        "postcode: 8500\ncity: Kortrijk\nphone: +32 56 27 70 00\nemail: info@example.be\n"
    ),
    "pages/about/index.nl.md": "title: Over ons\nsummary: Wie.\nupdated: 2026-02-01\n",
}


class TinySite:
    """The site in `content`; ROOTS and its translation are the files that most tests change."""

    ROOTS = "programmes/roots/index.nl.md"
    ROOTS_FR = "programmes/roots/index.fr.md"

    def __init__(self, root: Path) -> None:
        self.content = root / "content"
        for name, fields in FILES.items():
            self.write(name, f"---\n{fields}---\n## Wat? {{#what}}\n\nTekst.\n")

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file below content/ and return it."""
        file = self.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which the file must hold."""
        text = (self.content / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def add_field(self, name: str, line: str) -> None:
        """Put a line at the end of the front matter."""
        self.change(name, "\n---\n", f"\n{line}\n---\n")

    def set_body(self, name: str, body: str) -> None:
        """Put `body` in the place of the body that the file has."""
        front = (self.content / name).read_text("utf-8").split("\n---\n")[0]
        self.write(name, f"{front}\n---\n{body}")

    def settings(self, *, shows_drafts: bool = False) -> Settings:
        """Return the settings, with the Markdown of the project."""
        return Settings(
            content=self.content,
            theme=ROOT / "theme",
            site_url="https://example.be",
            languages=("nl", "fr"),
            menu=(Place("programmes", ""), Place("contacts", "")),
            footer=(Place("pages", "about"),),
            contact=Place("contacts", "desk"),
            timezone="Europe/Brussels",
            shows_drafts=shows_drafts,
            markdown=runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"],
        )

    def problems(self, lang: str = "nl") -> list[str]:
        """Return what an editor reads about the site on the day TODAY, line by line."""
        _, problems = read_site(self.settings(), TODAY)
        speak = editors_gettext(lang)
        return [problem.text(speak) for problem in problems]

    def html(self, name: str) -> str:
        """Return the body of a file as the site carries it."""
        site, _ = read_site(self.settings(), TODAY)
        return next(
            entry.body.html for entry in site.all_entries() if entry.path == f"content/{name}"
        )


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Return the tiny site, which has no problem."""
    return TinySite(tmp_path.resolve())


@pytest.fixture
def body_problems(site: TinySite) -> Callable[[str], list[str]]:
    """Return the function that says what is wrong with a body; it begins on line 9 of ROOTS."""

    def read(body: str) -> list[str]:
        site.set_body(site.ROOTS, body)
        return site.problems()

    return read
