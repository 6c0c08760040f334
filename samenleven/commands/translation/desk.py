"""What every command about translations works with: the pages as they lie on disk."""

from __future__ import annotations

import runpy
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from samenleven.languages.reading import Page, read_pages
from samenleven.languages.report import editors_gettext
from samenleven.model.settings import Settings, read_settings
from samenleven.model.source import Place
from samenleven.problems import Gettext, Invalid, Message, Problem, guess, say
from samenleven.record import record
from samenleven.translation.freshness import Part, Standing
from samenleven.translation.work import Work, open_work


@record(frozen=True)
class Desk:
    """The pages of a site that have a good Dutch file, and how to speak to the editor."""

    settings: Settings
    pages: Mapping[Place, Page]
    problems: Sequence[Problem]
    speak: Gettext
    today: date

    @property
    def others(self) -> tuple[str, ...]:
        """Return the languages that are translated into."""
        return tuple(lang for lang in self.settings.languages if lang != self.settings.source_lang)

    def said(self, message: Message) -> str:
        """Return a message in the editor's language."""
        return message.text(self.speak)

    def tell(self, message: Message) -> None:
        """Print a message to the editor."""
        print(self.said(message))

    def check_lang(self, lang: str) -> str:
        """Return a language that is translated into. Raises: Invalid."""
        if lang not in self.others:
            what = say('"%(lang)s" is no language to translate into.', lang=lang)
            raise Invalid(what, guess(lang, self.others))
        return lang

    def page(self, path: str) -> Page:
        """Return the page of a folder or a file of content. Raises: Invalid."""
        inside = self._inside(path)
        parts = [part for part in inside.split("/") if part]
        if parts and parts[-1].endswith(".md"):
            parts.pop()
        for place, page in self.pages.items():
            if str(place) == "/".join(parts):
                return page
        what = say('there is no page "%(path)s" with a good Dutch file.', path=path)
        raise Invalid(what, self._guess("/".join(parts)))

    def _guess(self, path: str) -> Message:
        """Return the remedy that names the page whose folder is nearest to `path`."""
        key = path.rpartition("/")[2]
        near = [str(place) for place in self.pages if place.key == key and key]
        near = near or get_close_matches(path, map(str, self.pages), n=1)
        if near:
            return say('Did you mean "%(guess)s"?', guess=near[0])
        return say("Write its folder, such as content/programmes/roots.")

    def _inside(self, path: str) -> str:
        """Return the path of a page below the content folder."""
        content = self.settings.content
        plain = path.replace("\\", "/").rstrip("/")
        if Path(plain).is_absolute() and Path(plain).is_relative_to(content):
            return Path(plain).relative_to(content).as_posix().removeprefix(".")
        return plain.removeprefix("./").removeprefix(content.name).lstrip("/")

    def choose(
        self, paths: Sequence[str], langs: Sequence[str]
    ) -> Iterator[tuple[Page, Sequence[str]]]:
        """Yield the pages of these paths with the languages that are meant; without any, all.

        A file stands for its own language, a folder for all of `langs`. A Dutch draft is left out
        unless it is named. Raises: Invalid.
        """
        chosen = [(self.page(path), lang_of(path)) for path in paths]
        if not paths:
            chosen = [(page, "") for page in self.pages.values() if not page.dutch.is_draft]
        for page, lang in chosen:
            is_own = lang not in ("", page.source_lang)
            yield page, (self.check_lang(lang),) if is_own else langs

    def works(self, paths: Sequence[str], langs: Sequence[str]) -> Iterator[Work]:
        """Yield the work on the translations that `choose` gives. Raises: Invalid."""
        for page, chosen in self.choose(paths, langs):
            yield from (open_work(page, lang) for lang in chosen)


def lang_of(path: str) -> str:
    """Return the language of a file "…/index.fr.md", or "" for another path."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return name.split(".")[1] if name.startswith("index.") and name.endswith(".md") else ""


def open_desk(settings_file: Path) -> Desk:
    """Return the pages of the site of a settings file."""
    values = runpy.run_path(str(settings_file))
    settings = read_settings(values, settings_file.parent)
    pages, problems = read_pages(settings)
    good = {place: page for place, page in pages.items() if not page.dutch.problems}
    speak = editors_gettext(values["EDITOR_LANG"])
    return Desk(settings, good, problems, speak, settings.today())


def describe_part(part: Part, number: int, desk: Desk) -> Iterator[str]:
    """Yield the lines that show a part: how it stands, the Dutch then and now, its translation."""
    yield f"  {number:>3}  {desk.said(describe_standing(part))}"
    for label, words in side_by_side(part):
        yield f"       {desk.said(label)} {words}"


def describe_standing(part: Part) -> Message:
    """Return how a part of a translation stands to the Dutch, in words."""
    return {
        Standing.FRESH: say("up to date"),
        Standing.ADDRESS: say("a link, code or tag has changed in the Dutch"),
        Standing.STALE: say("the Dutch has changed"),
        Standing.MISSING: say("not translated yet"),
        Standing.GONE: say("the Dutch no longer has it"),
        Standing.ADDED: say("the Dutch does not have it"),
    }[part.standing]


def side_by_side(part: Part) -> Iterator[tuple[Message, str]]:
    """Yield the Dutch of then and of now and the translation, as far as they are there."""
    old = part.trace.dutch.words if part.trace else ""
    new = part.dutch.words if part.dutch else ""
    if old and old != new:
        yield say("Dutch then:"), old
    if new:
        yield say("Dutch now:"), new
    if part.target and part.target.words != new:
        yield say("translation:"), part.target.words
