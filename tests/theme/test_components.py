"""Every component keeps the contract of theme/components.toml."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup

from samenleven.checks.axe import audit_pages
from samenleven.checks.server import served
from samenleven.commands.patterns import (
    LANGS,
    Component,
    ComponentError,
    Example,
    PatternSet,
    read_contracts,
    write_patterns,
)

THEME = Path(__file__).resolve().parents[2] / "theme"
CONTRACTS = read_contracts(THEME)
COMPONENTS = {component.name: component for component in CONTRACTS.components}
EXAMPLES = [
    pytest.param(component, example, lang, id=f"{component.name}-{example.name}-{lang}")
    for component in CONTRACTS.components
    for example in component.examples
    for lang in example.langs
]
FILES = sorted((THEME / "templates/components").glob("*.html"))
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
PLANTED = """"'><i>&"""
BASE = "/stad"  # the example site lives under a path
# True of a page, where a component stands once; not of one that shows it over and over.
RULES_OF_A_PAGE = re.compile(
    r": axe (landmark-unique|heading-order): |4_1_1\.F77: .* \"at-(figures|menu)\" "
)


class Balance(HTMLParser):
    """Notes each tag that is closed by another, or not at all."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Leave an SVG element such as <path/> alone."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another tag")


@pytest.fixture(scope="module")
def patterns() -> PatternSet:
    return PatternSet(THEME, CONTRACTS)


def macros(file: Path) -> dict[str, nodes.Macro]:
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(file.read_text("utf-8"))
    return {macro.name: macro for macro in tree.find_all(nodes.Macro)}


def plant(value: Any) -> Any:
    """Return arguments with HTML behind each text that is not safe HTML."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return f"{value}{PLANTED}"
    if isinstance(value, tuple):
        return tuple(plant(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: plant(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **changes)
    return value


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def test_every_component_has_a_contract_and_every_contract_a_component() -> None:
    assert [file.stem for file in FILES] == sorted(COMPONENTS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_holds_one_macro_of_its_name(file: Path) -> None:
    assert list(macros(file)) == [file.stem]


@pytest.mark.parametrize("component", CONTRACTS.components, ids=lambda component: component.name)
def test_its_block_has_its_name_and_its_file(component: Component) -> None:
    block = component.name.replace("_", "-")
    has_styles = (THEME / f"static/css/blocks/{block}.css").is_file()
    assert component.block == (block if has_styles else "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_its_options_are_the_arguments_of_the_macro(file: Path) -> None:
    macro, options = macros(file)[file.stem], COMPONENTS[file.stem].options
    names = [argument.name for argument in macro.args]
    required = names[: len(names) - len(macro.defaults)]
    assert [option.name for option in options] == names
    assert [option.name for option in options if option.required] == required


@pytest.mark.parametrize("component", CONTRACTS.components, ids=lambda component: component.name)
def test_it_says_what_it_is_for_and_shows_it_in_both_directions(component: Component) -> None:
    assert component.purpose.endswith(".")
    assert all(option.meaning.endswith(".") for option in component.options)
    for lang in LANGS:
        assert any(lang in example.langs for example in component.examples)


@pytest.mark.parametrize("component", CONTRACTS.components, ids=lambda component: component.name)
def test_its_examples_use_every_option(component: Component) -> None:
    used = {name for example in component.examples for name in example.arguments}
    assert used == {option.name for option in component.options}


@pytest.mark.parametrize(("component", "example", "lang"), EXAMPLES)
def test_an_example_renders_to_well_formed_html(
    patterns: PatternSet, component: Component, example: Example, lang: str
) -> None:
    html = patterns.render_example(component, example, lang)
    assert Balance(html).faults == []
    assert ("nothing" in example.name) == (html.strip() == "")


@pytest.mark.parametrize(("component", "example", "lang"), EXAMPLES)
def test_html_that_is_given_as_text_is_escaped(
    patterns: PatternSet, component: Component, example: Example, lang: str
) -> None:
    arguments = patterns.make_arguments(component, example, lang)
    planted = {name: plant(value) for name, value in arguments.items()}
    html = patterns.render_macro(component, planted, lang)
    assert "<i>" not in html
    assert Balance(html).faults == []


def test_a_component_shows_the_words_of_its_own_language(patterns: PatternSet) -> None:
    component = COMPONENTS["origin"]
    dutch, arabic = (
        patterns.render_example(component, component.examples[0], lang) for lang in LANGS
    )
    assert "vertaal" in dutch
    assert not re.search("[A-Za-z]{3}", re.sub("<[^>]*>", "", arabic))


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ({"card": {"titel": "x"}}, "unexpected keyword argument 'titel'"),
        ({"card": {"url": 3}}, "3 is not of the type str"),
        ({"kaart": {}}, "kaart"),
        ({}, "not provided"),
    ],
)
def test_an_example_that_does_not_fit_is_named(
    patterns: PatternSet, arguments: dict[str, Any], what: str
) -> None:
    example = Example("Wrong", arguments)
    with pytest.raises(ComponentError, match=r"^theme/components\.toml: card, Wrong ") as error:
        patterns.render_example(COMPONENTS["card"], example, "nl")
    assert what in str(error.value)


@pytest.fixture(scope="module")
def site(example_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy: Path = shutil.copytree(example_output, tmp_path_factory.mktemp("patterns") / "site")
    write_patterns(copy, THEME)
    return copy


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_every_example_and_is_not_for_search_engines(site: Path, lang: str) -> None:
    page = (site / "patterns" / lang / "index.html").read_text("utf-8")
    shown = [unescape(name) for name in re.findall(r"<h3>([^<]*)</h3>", page)]
    wanted = [
        example.name
        for component in CONTRACTS.components
        for example in component.examples
        if lang in example.langs
    ]
    assert shown == wanted
    assert '<meta name="robots" content="noindex">' in page
    assert "hreflang" not in page.split("</head>")[0]
    assert f'<html lang="{lang}"' in page


def test_a_build_writes_no_patterns(example_output: Path) -> None:
    assert not (example_output / "patterns").exists()
    assert "patterns" not in (example_output / "sitemap.xml").read_text("utf-8")


def test_writing_twice_gives_the_same_bytes(site: Path) -> None:
    pages = [site / "patterns" / lang / "index.html" for lang in LANGS]
    before = [page.read_bytes() for page in pages]
    assert write_patterns(site, THEME) == pages
    assert [page.read_bytes() for page in pages] == before


def test_a_site_without_arabic_gets_the_dutch_page_alone(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl/404.html").write_text("<title>x</title><main>y</main>", "utf-8")
    assert write_patterns(tmp_path, THEME) == [tmp_path / "patterns/nl/index.html"]


def test_axe_and_htmlcs_find_nothing_in_any_example(site: Path) -> None:
    with served(site, BASE) as address:
        found = audit_pages([f"{address}/patterns/{lang}/" for lang in LANGS], widths=(360,))
    assert [line for line in found if not RULES_OF_A_PAGE.search(line)] == []
