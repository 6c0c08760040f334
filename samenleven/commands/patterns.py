"""Show every component with its options and examples, for who works on the theme.

The contract of a component stands in theme/components.toml, and nowhere else: these pages and the
tests read it there. Only `serve` writes the pages; they are no part of the site.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from types import SimpleNamespace, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import TemplateError
from markupsafe import Markup, escape

from samenleven.commands.build import ROOT
from samenleven.languages.catalogs import catalog_file, compile_catalog, read_catalog
from samenleven.languages.locales import language
from samenleven.record import record
from samenleven.views import page as views
from samenleven.views.render import TemplateSet

LANGS = ("nl", "ar")  # of the examples: one for each direction of writing
TITLE = "Patterns"
OPTIONS = {"trim_blocks": True, "lstrip_blocks": True}  # Pelican's own, for JINJA_ENVIRONMENT
SHELL_TITLE = re.compile(r"(<title>).*?(</title>)", re.DOTALL)
SHELL_MAIN = re.compile(r"(<main\b[^>]*>).*(</main>)", re.DOTALL)
# A drawing without a cloth's name: the pages must not depend on what the programmes wear.
COVER = """\
<svg xmlns="http://www.w3.org/2000/svg" width="960" height="320" viewBox="0 0 12 4">
<path fill="#e0a526" d="M0 0h12v4H0z"/>
<path fill="#173f73" d="M0 0h1v4H0zm2 0h1v4H2zm2 0h1v4H4zm2 0h1v4H6zm2 0h1v4H8zm2 0h1v4h-1z"/>
</svg>
"""


class ComponentError(Exception):
    """Raised when an example does not fit its component; says which."""


@record(frozen=True)
class Option:
    """An argument of a macro. `type` is written as Python writes it."""

    name: str
    type: str
    meaning: str
    required: bool = False

    @property
    def label(self) -> str:
        """Return its name and type in one line."""
        return f"{self.name}: {self.type}{', required' if self.required else ''}"


@record(frozen=True)
class Example:
    """A use of a component, in each of `langs`; its words are tables by language."""

    name: str
    arguments: Mapping[str, Any]
    langs: tuple[str, ...] = LANGS


@record(frozen=True)
class Component:
    """A macro of theme/templates/components. `block` is "" for one without styles of its own."""

    name: str
    purpose: str
    block: str
    options: tuple[Option, ...]
    examples: tuple[Example, ...]
    around: str = "{}"  # the HTML that it may only stand in


@record(frozen=True)
class Contracts:
    """What components.toml says."""

    components: tuple[Component, ...]
    hooks: frozenset[str]  # classes that wait for a script, a test or another theme's rule
    views: Mapping[str, Mapping[str, Any]]  # by dataclass: what an example need not repeat


def read_contracts(theme: Path) -> Contracts:
    """Return the contracts of the components, in the order of their names."""
    read = tomllib.loads((theme / "components.toml").read_text("utf-8"))
    components = (_component(name, table) for name, table in sorted(read["components"].items()))
    return Contracts(tuple(components), frozenset(read["hooks"]), read["views"])


def _component(name: str, table: Mapping[str, Any]) -> Component:
    options = tuple(Option(key, **option) for key, option in table["options"].items())
    examples = tuple(
        Example(**{**example, "langs": tuple(example.get("langs", LANGS))})
        for example in table["examples"]
    )
    return Component(name, **{**table, "options": options, "examples": examples})


def choose_words(value: Any, lang: str) -> Any:
    """Return plain data with each table of words by language replaced by those of `lang`."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGS):
            return value[lang]
        return {key: choose_words(part, lang) for key, part in value.items()}
    if isinstance(value, list):
        return [choose_words(part, lang) for part in value]
    return value


def make_view(hint: Any, value: Any, defaults: Mapping[str, Mapping[str, Any]]) -> Any:
    """Return plain data as the type `hint`: tables as frozen views, lists as tuples.

    A table `{ html = "..." }` is safe HTML, all other text is not.
    Raises: TypeError for a field that the view does not have, or lacks.
    """
    if isinstance(value, dict) and set(value) == {"html"}:
        return Markup(value["html"])
    if get_origin(hint) is tuple:
        return tuple(make_view(get_args(hint)[0], item, defaults) for item in value)
    if get_origin(hint) in (Union, UnionType):
        return make_view(_choose_type(get_args(hint), value), value, defaults)
    if is_dataclass(hint) and isinstance(hint, type):
        table = {**defaults.get(hint.__name__, {}), **value}
        return hint(**_make_parts(get_type_hints(hint), table, defaults))
    if hint is Markup:
        return escape(value)
    if hint is not Any and isinstance(hint, type) and not isinstance(value, hint):
        raise TypeError(f"{value!r} is not of the type {hint.__name__}")
    return value


def _make_parts(
    hints: Mapping[str, Any], table: Mapping[str, Any], defaults: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    # TOML cannot say None: what may be nothing, and is not named, is nothing.
    nothing = {key: None for key, hint in hints.items() if type(None) in get_args(hint)}
    given = {**nothing, **table}
    return {key: make_view(hints.get(key), value, defaults) for key, value in given.items()}


def _choose_type(choices: tuple[Any, ...], value: Any) -> Any:
    if value is None:
        return type(None)
    is_table = isinstance(value, dict)
    return next(kind for kind in choices if is_dataclass(kind) == is_table)


class PatternSet(TemplateSet):
    """The templates of a theme, one component at a time."""

    def __init__(self, theme: Path, contracts: Contracts) -> None:
        """Compile the catalogs of the examples' languages."""
        files = {lang: catalog_file(theme / "translations", lang) for lang in LANGS}
        catalogs = {lang: compile_catalog(read_catalog(file)) for lang, file in files.items()}
        super().__init__(theme / "templates", catalogs, OPTIONS)
        self.contracts = contracts

    def make_arguments(self, component: Component, example: Example, lang: str) -> dict[str, Any]:
        """Return the arguments of the macro, its tables as views."""
        annotations = {option.name: option.type for option in component.options}
        names = {**vars(views), "Markup": Markup}
        hints = get_type_hints(SimpleNamespace(__annotations__=annotations), names)
        given = choose_words(dict(example.arguments), lang)
        return _make_parts(hints, given, choose_words(dict(self.contracts.views), lang))

    def render_macro(self, component: Component, arguments: Mapping[str, Any], lang: str) -> Markup:
        """Return what the macro makes of its arguments, inside the HTML that it must stand in."""
        template = self._environments[lang].get_template(f"components/{component.name}.html")
        macro = getattr(template.module, component.name)
        return Markup(component.around).format(macro(**arguments))

    def render_example(self, component: Component, example: Example, lang: str) -> Markup:
        """Return the HTML of an example. Raises: ComponentError."""
        try:
            return self.render_macro(component, self.make_arguments(component, example, lang), lang)
        except (KeyError, TypeError, TemplateError) as error:
            where = f"{component.name}, {example.name} ({lang})"
            raise ComponentError(f"theme/components.toml: {where}: {error}") from error

    def render_patterns(self, lang: str) -> str:
        """Return the words of the page: all components, their examples in one language."""
        page = self._environments[lang].get_template("patterns.html")
        return page.render(data=PatternsData(lang, tuple(self._show(lang))))

    def _show(self, lang: str) -> Iterator[Shown]:
        for component in self.contracts.components:
            shown = tuple(
                (example.name, self.render_example(component, example, lang))
                for example in component.examples
                if lang in example.langs
            )
            yield Shown(component.name, component.purpose, component.options, shown)


@record(frozen=True)
class Shown:
    """A component on the page, with (name, HTML) of its examples."""

    name: str
    purpose: str
    options: tuple[Option, ...]
    examples: tuple[tuple[str, Markup], ...]


@record(frozen=True)
class PatternsData:
    """All that patterns.html sees."""

    lang: str
    components: tuple[Shown, ...]
    title: str = TITLE

    @property
    def dir(self) -> str:
        """Return the direction of the examples' language."""
        return language(self.lang).dir

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """Return the languages that the examples can also be seen in, each with its address."""
        return tuple((lang, f"../{lang}/") for lang in LANGS if lang != self.lang)


def write_patterns(output: Path, theme: Path, folder: Path | None = None) -> list[Path]:
    """Write patterns/<lang>/index.html into `folder`, or into the built site; return the files.

    Each takes its head, header and footer from the 404 page of its language: that page loads what
    all pages load, search engines leave it out, and it names no translations. A language that
    the site does not have is left out. Raises: ComponentError.
    """
    patterns = PatternSet(theme, read_contracts(theme))
    written = []
    for lang in LANGS:
        shell = output / lang / "404.html"
        if shell.is_file():
            page = fill_shell(shell.read_text("utf-8"), patterns.render_patterns(lang))
            written.append(_write((folder or output) / "patterns" / lang / "index.html", page))
    if written:
        _write((folder or output) / "patterns" / "cover.svg", COVER)
    return written


def fill_shell(shell: str, words: str, name: str = TITLE) -> str:
    """Return the page `shell` with another title and main part."""
    page = SHELL_TITLE.sub(lambda title: f"{title[1]}{name}{title[2]}", shell, count=1)
    return SHELL_MAIN.sub(lambda main: f"{main[1]}\n{words}\n{main[2]}", page, count=1)


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def renew_patterns(output: Path, folder: Path) -> bool:
    """Write the pages in a process of their own; return whether they could be written.

    `serve` runs on while its code changes: only a new process sees the views as they are now.
    """
    command = [sys.executable, "-m", "samenleven.commands.patterns", str(output), str(folder)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main(output: str, folder: str) -> int:
    """Write the pages, or say in one line why not; return the exit code."""
    try:
        write_patterns(Path(output), ROOT / "theme", Path(folder))
    except (ComponentError, KeyError, OSError, TemplateError, TypeError, ValueError) as error:
        # Who edits texts runs `serve` too, and must not meet a stack.
        print(f"  The pages of patterns were not written: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
