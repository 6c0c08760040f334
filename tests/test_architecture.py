"""The rooms of the package: imports run one way, and Pelican stays at the door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "samenleven"
STEPS = {
    "record": -1,
    "problems": 0,
    "weave": 0,
    "cache": 0,
    "processes": 0,
    "model": 1,
    "languages": 2,
    "images": 3,
    "translation": 3,
    "views": 4,
    "feeds": 5,
    "deploy": 5,
    "offline": 5,
    "search": 5,
    "checks": 5,
    "plain": 5,
    "incremental": 6,
    "commands": 7,
    "__main__": 8,
}
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [file.relative_to(PACKAGE).as_posix() for file in FILES]
MUTATING = {"append", "add", "clear", "extend", "insert", "pop", "remove", "setdefault", "update"}


def imports(file: Path) -> Iterator[str]:
    """Yield the full name of each module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import in full"
            yield node.module or ""
            if node.module == "samenleven":
                yield from (f"samenleven.{alias.name}" for alias in node.names)


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_room_has_its_step() -> None:
    assert {room(file) for file in FILES} - {"__init__"} <= set(STEPS)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_imports_go_to_an_earlier_step_or_the_own_room(file: Path) -> None:
    rooms = {name.split(".")[1] for name in imports(file) if name.startswith("samenleven.")}
    own = room(file)
    assert [other for other in rooms if other != own and STEPS[other] >= STEPS.get(own, 0)] == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_only_the_hooks_of_a_room_import_pelican(file: Path) -> None:
    if file.name != "hooks.py":
        assert [name for name in imports(file) if name.split(".")[0] == "pelican"] == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_file_is_named_by_what_it_does(file: Path) -> None:
    assert file.stem not in {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


def module_names(tree: ast.Module) -> set[str]:
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def writes(tree: ast.Module) -> Iterator[str]:
    """Yield each name that code changes in place, and each that it declares global."""
    for node in ast.walk(tree):
        match node:
            case ast.Global(names=names):
                yield from names
            case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()):
                yield ast.unparse(value)
            case ast.Attribute(value=value, attr=name) if name in MUTATING:
                yield ast.unparse(value)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_nothing_at_module_level_is_written_to(file: Path) -> None:
    tree = ast.parse(file.read_bytes())
    assert module_names(tree) & set(writes(tree)) == set()
