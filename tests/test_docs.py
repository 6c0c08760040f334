"""What the documents say holds."""

import re
from pathlib import Path

import pytest

from samenleven.commands.fields import with_reference

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_reference_of_fields_is_that_of_the_schema() -> None:
    text = read("CONTRIBUTING.md")
    assert with_reference(text) == text


@pytest.mark.parametrize("name", re.findall(r"^def ([a-z]\w+)\(context", read("tasks.py"), re.M))
def test_every_task_is_named_in_the_documents(name: str) -> None:
    documents = read("README.md") + read("DEVELOPING.md")
    assert f"python3 -m samenleven {name}" in documents


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "DEVELOPING.md", "DECISIONS.md"])
def test_every_path_that_a_document_links_to_exists(name: str) -> None:
    text = re.sub(r"`[^`]*`", "", re.sub(r"```.*?```", "", read(name), flags=re.S))
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_recipe_of_a_programme_is_valid_front_matter() -> None:
    from samenleven.model.entries import Programme
    from samenleven.model.source import parse_front_matter
    from samenleven.model.table import schema

    recipe = re.search(r"   ---\n(.*?)   ---", read("CONTRIBUTING.md"), re.S)
    assert recipe
    fields = parse_front_matter(re.sub(r"^   ", "", recipe[1], flags=re.M), 1)
    assert set(fields) <= set(schema(Programme))


def test_the_ci_runs_the_test_command_of_the_readme() -> None:
    assert "python3 -m samenleven test" in read("README.md")
    assert read(".ci/run").strip().endswith("exec python3 -m samenleven test")
