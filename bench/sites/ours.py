"""The pages as a project of samenleven, with the theme of this project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.corpus import ADDRESS, PICTURES, Corpus, Page, Text, draw_picture, write_markdown
from bench.words import WORDS_OF

SETTINGS = """\
import runpy
from pathlib import Path

PROJECT = {project!r}
globals().update(
    (name, value)
    for name, value in runpy.run_path(str(Path(PROJECT, "pelicanconf.py"))).items()
    if name.isupper()
)
SITEURL = {address!r}
LANGUAGES = {languages!r}
DEFAULT_LANG = LANGUAGES[0]
EDITOR_LANG = "en"
MENU = ("programmes", "news", "pages/about", "contacts")
FOOTER = ("pages/accessibility",)
CONTACT = "contacts/city-desk"
THEME = "theme"
"""
DESK: dict[str, object] = {
    "street": "Grote Markt 1",
    "postcode": "8500",
    "city": "Kortrijk",
    "phone": "+32 56 00 00 00",
    "email": "info@example.be",
}
STATEMENT: dict[str, object] = {
    "type": "accessibility",
    "compliance": "partial",
    "prepared": "2025-09-01",
    "reviewed": "2025-09-02",
    "method": "self",
    "feedback": "city-desk",
    "enforcement_url": "https://www.example.be/",
}
FRAME: dict[str, dict[str, object]] = {  # the pages that the theme asks for, with their facts
    "": {},
    "programmes": {},
    "news": {},
    "contacts": {},
    "contacts/city-desk": DESK,
    "pages/about": {},
    "pages/accessibility": STATEMENT,
}
UPDATED = "2025-09-01"


def write_site(folder: Path, corpus: Corpus, project: Path) -> None:
    """Write content/ and pelicanconf.py into `folder`; its theme is a copy of the project's."""
    settings = SETTINGS.format(
        project=str(project), address=ADDRESS, languages=tuple(corpus.languages)
    )
    (folder / "pelicanconf.py").write_text(settings, "utf-8")
    for path, text in _files(corpus):
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    drawn = {name: draw_picture(number) for number, name in enumerate(PICTURES)}
    for page in corpus.pages:
        for name in page.pictures:
            (folder / "content" / _place(page) / name).write_bytes(drawn[name])


def section_of(number: int) -> str:
    """Return the section of a page: programmes and news take turns."""
    return "news" if number % 2 else "programmes"


def _files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    source, *_ = corpus.languages
    for place, facts in FRAME.items():
        for lang in corpus.languages:
            yield _path(place, lang), _frame_page(place, lang, facts, is_source=lang == source)
    for page in corpus.pages:
        for lang, text in page.texts.items():
            yield _path(_place(page), lang), _page(page, text, is_source=lang == source)


def _place(page: Page) -> str:
    return f"{section_of(page.number)}/{page.key}"


def _path(place: str, lang: str) -> str:
    return f"{place}/index.{lang}.md".lstrip("/")


def _frame_page(place: str, lang: str, facts: dict[str, object], *, is_source: bool) -> str:
    word = WORDS_OF[lang][len(place) % 20]
    fields: dict[str, object] = {"title": f"{word} {place[-9:]}".strip(), "summary": f"{word}."}
    if "compliance" in facts:
        fields |= {"limitations": [f"{word}."], "enforcement_name": word}
    return _front_matter(fields, dict(facts), is_source=is_source) + f"{word}.\n"


def _page(page: Page, text: Text, *, is_source: bool) -> str:
    fields: dict[str, object] = {"title": text.title, "summary": text.summary[:200]}
    consent = {"credit": "Stad", "consent": "none-needed"}
    photos = [{"file": name, **consent} for name in page.pictures]
    facts: dict[str, object] = {"contact": "city-desk", "photos": photos}
    if section_of(page.number) == "news":
        facts["date"] = page.day.isoformat()
    else:
        fields |= {"audience": text.title, "action": text.summary}
    body = write_markdown(
        text,
        link=lambda key: f"../../{section_of(int(key[-5:]))}/{key}/index.nl.md",
        picture=lambda name: name,
    )
    return _front_matter(fields, facts, is_source=is_source) + body


def _front_matter(fields: dict[str, object], facts: dict[str, object], *, is_source: bool) -> str:
    if is_source:
        fields |= {"updated": UPDATED, **facts}
    else:
        fields |= {"translation": "machine", "translated_from": UPDATED}
    lines = (f"{key}: {_value(value)}\n" for key, value in fields.items())
    return f"---\n{''.join(lines)}---\n"


def _value(value: object) -> str:
    """Return a value as YAML: JSON, but for dates, which are not text there."""
    return json.dumps(value, ensure_ascii=False)
