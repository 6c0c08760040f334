"""The rules that hold for every template, read from its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"
FILES = sorted(TEMPLATES.rglob("*.html"))
PAGES = sorted(TEMPLATES.glob("*.html"))
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
HEAD = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
VIEWS = re.compile(r"\b(?:article|content|data|frame)\b")
LETTERS = re.compile(r"[^\W\d_]+")
SPOKEN = {"alt", "aria-description", "aria-label", "aria-roledescription", "label"}
SPOKEN |= {"placeholder", "summary", "title"}
SPOKEN_METAS = {"author", "description", "keywords"}
SPOKEN_METAS |= {"og:description", "og:image:alt", "og:site_name", "og:title"}
WORDS_OF_PYTHON = {"_", "gettext", "ngettext", "npgettext", "pgettext"}
# Wrong in Turkish, where i and I are two letters; CSS with lang does it right.
CASE = {"capitalize", "lower", "title", "upper"}
DATA_SCRIPTS = {"application/ld+json", "application/json"}


def parse(file: Path) -> nodes.Template:
    extensions = ["jinja2.ext.i18n"]
    return Environment(extensions=extensions).parse(file.read_text("utf-8"))


class Visible(HTMLParser):
    """Collects the words of a template that readers meet, and what a strict CSP forbids."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.forbidden: list[str] = []
        self.feed(JINJA.sub(" ", source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.words += [word for name in SPOKEN for word in LETTERS.findall(names.get(name) or "")]
        if tag == "meta" and (names.get("name") or names.get("property")) in SPOKEN_METAS:
            self.words += LETTERS.findall(names.get("content") or "")
        is_code = tag == "script" and names.get("type") not in DATA_SCRIPTS
        if tag == "style" or (is_code and "src" not in names):
            self.forbidden.append(f"<{tag}>")
        self.forbidden += [name for name in names if name == "style" or name.startswith("on")]
        links = (names.get(name) or "" for name in ("href", "src", "action"))
        self.forbidden += [link for link in links if link.startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # data for search engines stands inside <script>
            self.words += LETTERS.findall(data)


def written(node: nodes.Node) -> Iterator[str]:
    """Yield the strings that an expression may write as they are."""
    match node:
        case nodes.Const(value=str(text)):
            yield text
        case nodes.CondExpr(expr1=first, expr2=second):
            for part in (first, second):
                yield from written(part) if part else ()
        case nodes.Or(left=left, right=right) | nodes.Add(left=left, right=right):
            yield from written(left)
            yield from written(right)
        case nodes.Concat(nodes=parts):
            for part in parts:
                yield from written(part)


def free_names(file: Path) -> set[str]:
    """Return the names that a template is given, and does not set itself in some branch."""
    tree = parse(file)
    own = {found.name for found in tree.find_all(nodes.Name) if found.ctx == "store"}
    return meta.find_undeclared_variables(tree) - WORDS_OF_PYTHON - own


def ids(file: Path) -> str:
    return file.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("file", PAGES, ids=ids)
def test_a_template_begins_by_saying_what_it_sees(file: Path) -> None:
    head = HEAD.match(file.read_text("utf-8"))
    assert head, "begin with a comment: {#- What it is. Sees: ... -#}"
    _, sees, said = head[1].partition("Sees: ")
    assert sees, "the comment lacks: Sees: ..."
    assert set(VIEWS.findall(said)) == free_names(file)


@pytest.mark.parametrize("file", COMPONENTS, ids=ids)
def test_a_component_begins_by_naming_its_arguments(file: Path) -> None:
    head = HEAD.match(file.read_text("utf-8"))
    assert head, "begin with a comment: {#- What it is. card: views.page.Card. -#}"
    for macro in parse(file).find_all(nodes.Macro):
        named = set(re.findall(r"\w+", head[1]))
        assert {argument.name for argument in macro.args} - named == set()


@pytest.mark.parametrize("file", COMPONENTS, ids=ids)
def test_a_component_sees_its_arguments_and_the_words_alone(file: Path) -> None:
    assert free_names(file) == set()


@pytest.mark.parametrize("file", FILES, ids=ids)
def test_nothing_is_imported_with_context(file: Path) -> None:
    tree = parse(file)
    imports = [*tree.find_all(nodes.FromImport), *tree.find_all(nodes.Import)]
    assert [node.lineno for node in imports if node.with_context] == []
    assert [node.lineno for node in tree.find_all((nodes.Include, nodes.Extends))] == []


@pytest.mark.parametrize("file", FILES, ids=ids)
def test_no_filter_changes_the_case_of_words(file: Path) -> None:
    tree = parse(file)
    filters = [node.name for node in tree.find_all(nodes.Filter)]
    methods = [
        node.node.attr for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Getattr)
    ]
    assert CASE & {*filters, *methods} == set()


@pytest.mark.parametrize("file", FILES, ids=ids)
def test_every_visible_word_goes_through_the_catalog(file: Path) -> None:
    source = file.read_text("utf-8")
    bare = [
        text
        for output in parse(file).find_all(nodes.Output)
        for node in output.nodes
        for text in written(node)
        if LETTERS.search(text)
    ]
    assert (Visible(source).words, bare) == ([], [])


@pytest.mark.parametrize("file", FILES, ids=ids)
def test_no_style_or_script_stands_in_the_html(file: Path) -> None:
    assert Visible(file.read_text("utf-8")).forbidden == []


@pytest.mark.parametrize(
    ("source", "words", "forbidden"),
    [
        ('<p title="Hallo {{ name }}">404 {{ _("Word") }} &amp; – 12</p>', ["Hallo"], []),
        ("<p>{% if x %}Goed{% endif %}</p>", ["Goed"], []),
        ("<script>let x</script><p style='color:red' onclick='x()'>", [], ["<script>", "style"]),
        ('<script type="application/ld+json">{"name": "x"}</script>', [], []),
        ('<script src="{{ frame.script }}"></script><a href="javascript:x">1</a>', [], ["java"]),
    ],
)
def test_the_reader_of_templates_sees_faults(
    source: str, words: list[str], forbidden: list[str]
) -> None:
    seen = Visible(source)
    assert seen.words == words
    assert len(seen.forbidden) >= len(forbidden)
    assert all(
        found.startswith(part) for found, part in zip(seen.forbidden, forbidden, strict=False)
    )


@pytest.mark.parametrize(
    ("source", "strings"),
    [('{{ _("Ja") }}', []), ('{{ "Ja" if x else _("Nee") }}', ["Ja"]), ('{{ x or "-" }}', ["-"])],
)
def test_a_string_that_is_written_bare_is_seen(source: str, strings: list[str]) -> None:
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(source)
    outputs = [node for output in tree.find_all(nodes.Output) for node in output.nodes]
    assert [text for node in outputs for text in written(node)] == strings
