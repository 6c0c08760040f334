"""The stylesheet is a map of its files, and its classes are those of the templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samenleven.commands.patterns import read_contracts

THEME = Path(__file__).resolve().parents[2] / "theme"
CSS = THEME / "static/css"
ENTRY = CSS / "site.css"
FILES = sorted(file for file in CSS.rglob("*.css") if file != ENTRY)
LAYERS = re.compile(r"@layer ([^;{]+);")
IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([\w.-]+)\))?[^;]*;')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PRELUDE = re.compile(r"([^{};]+)\{")
CLASS = re.compile(r"\.([a-z][\w-]*)")
TYPE_SIZE = re.compile(r"(?<![\w-])(font-size|line-height|font)\s*:\s*([^;}]+)")
SIZED = re.compile(r"var\(--[\w-]+\)|inherit")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
CLASSES = re.compile(r'\bclass="([^"]*)"')
# The macro `picture` takes the classes of its picture as an argument.
PICTURE = re.compile(r'\bpicture\([\w.]+, "([\w -]+)"')
# Of Markdown: what its extensions and samenleven.model.body write into the text of a page.
# By Markdown, and by the Explainer of views.terms.
FROM_MARKDOWN = {
    *("admonition", "admonition-title", "align-center", "align-end", "important", "term"),
}


def read(file: Path) -> str:
    return COMMENT.sub("", file.read_text("utf-8"))


def name(file: Path) -> str:
    return file.relative_to(CSS).as_posix()


def styled(file: Path) -> set[str]:
    """Return the classes that a stylesheet has rules for."""
    return {found for prelude in PRELUDE.findall(read(file)) for found in CLASS.findall(prelude)}


def used() -> set[str]:
    """Return the classes that the templates write."""
    found: set[str] = set()
    for file in (THEME / "templates").rglob("*.html"):
        source = file.read_text("utf-8")
        found |= {part for value in PICTURE.findall(source) for part in value.split()}
        # What an expression writes into a class is checked where the expression gets it.
        inside = JINJA.sub(" ", source)
        found |= {part for value in CLASSES.findall(inside) for part in value.split()}
    return found


STYLED = set().union(*(styled(file) for file in FILES))
USED = used()
HOOKS = set(read_contracts(THEME).hooks)


def test_the_entry_imports_every_file_once_each_in_a_layer() -> None:
    entry = read(ENTRY)
    order = LAYERS.search(entry)
    assert order
    imports = IMPORT.findall(entry)
    assert sorted(path for path, _ in imports) == [name(file) for file in FILES]
    layers = [layer.strip() for layer in order[1].split(",")]
    assert [path for path, layer in imports if layer not in layers] == []
    assert sorted(imports, key=lambda found: layers.index(found[1])) == imports


def test_the_entry_holds_nothing_else() -> None:
    assert LAYERS.sub("", IMPORT.sub("", read(ENTRY))).strip() == ""


@pytest.mark.parametrize("file", [file for file in FILES if file.name != "tokens.css"], ids=name)
def test_sizes_of_type_are_tokens(file: Path) -> None:
    sizes = TYPE_SIZE.findall(read(file))
    assert [(what, size) for what, size in sizes if not SIZED.fullmatch(size.strip())] == []


@pytest.mark.parametrize("file", sorted((CSS / "blocks").glob("*.css")), ids=name)
def test_a_block_holds_the_classes_of_its_own_name(file: Path) -> None:
    assert any(re.split("__|--", found)[0] == file.stem for found in styled(file)), (
        f"{file.name} has no rule for .{file.stem}"
    )


def test_every_class_of_the_templates_has_a_rule_or_is_a_hook() -> None:
    assert USED <= STYLED | HOOKS


def test_every_hook_is_used_and_has_no_rule() -> None:
    assert HOOKS <= USED - STYLED


def test_every_class_with_a_rule_is_used() -> None:
    assert STYLED <= USED | FROM_MARKDOWN


def test_the_classes_of_bodies_have_rules() -> None:
    assert FROM_MARKDOWN <= STYLED
