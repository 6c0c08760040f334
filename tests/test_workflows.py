"""What runs on the forges is what runs on a desk: tasks, and actions that cannot change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from invoke.collection import Collection
from invoke.exceptions import ParseError
from invoke.parser import Parser

import pelicanconf
import tasks

ROOT = Path(__file__).parents[1]
GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
TASKS = Parser(contexts=Collection.from_module(tasks).to_contexts())


def read(file: Path) -> dict[Any, Any]:
    content: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return content


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in read(file)["jobs"].values():
        yield from job["steps"]


def commands(file: Path) -> list[str]:
    if file == GITLAB:
        jobs = [job for job in read(file).values() if isinstance(job, dict) and "script" in job]
        return [line for job in jobs for line in job["script"]]
    return [step["run"] for step in steps(file) if "run" in step]


def task_of(command: str) -> str:
    """Return the task that a command runs. Raises ParseError for another command or option."""
    words = command.partition(" > ")[0].split()
    if words[:3] != ["python3", "-m", "samenleven"]:
        raise ParseError(command)
    parsed = TASKS.parse_argv(words[3:])
    return str(parsed[0].name)


@pytest.mark.parametrize("file", [*GITHUB, GITLAB], ids=lambda file: file.name)
def test_every_command_is_a_task_with_options_that_it_knows(file: Path) -> None:
    assert [task_of(command) for command in commands(file)]


@pytest.mark.parametrize(
    "command", ["make", "python3 -m samenleven chek", "python3 -m samenleven check --formt github"]
)
def test_another_command_would_be_noticed(command: str) -> None:
    with pytest.raises(ParseError):
        task_of(command)


@pytest.mark.parametrize("forge", [GITHUB, [GITLAB]], ids=["github", "gitlab"])
def test_both_forges_check_build_and_publish(forge: list[Path]) -> None:
    run = {task_of(command) for file in forge for command in commands(file)}
    assert {"check", "build", "publish"} <= run


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_an_action_is_named_by_its_commit_and_its_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    named = re.findall(r"uses: (\S+) # v\d+\.\d+\.\d+\n", file.read_text("utf-8"))
    assert named == used


def test_an_action_has_one_version_everywhere() -> None:
    used = {step["uses"] for file in GITHUB for step in steps(file) if "uses" in step}
    assert len({action.partition("@")[0] for action in used}) == len(used)


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_only_the_publication_may_write(file: Path) -> None:
    can_write = read(file)["permissions"] != {"contents": "read"}
    assert can_write == (file.name == "publish.yml")


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_caches_are_kept_for_the_same_lock_file(file: Path) -> None:
    (cache,) = (step["with"] for step in steps(file) if "actions/cache" in step.get("uses", ""))
    assert cache["path"].split() == [".venv", ".cache"]
    (lock,) = re.findall(r"hashFiles\('(.+?)'\)", cache["restore-keys"])
    assert (ROOT / lock).is_file()
    assert read(GITLAB)["cache"]["paths"] == [".venv", ".cache"]


@pytest.mark.parametrize("month", [1, 7])
def test_the_night_run_sees_the_new_day_of_the_city(month: int) -> None:
    # PyYAML reads the key `on` as YAML 1.1 has it: true.
    (timer,) = read(ROOT / ".github/workflows/publish.yml")[True]["schedule"]
    minute, hour, *rest = timer["cron"].split()
    assert rest == ["*", "*", "*"]
    at = datetime(2026, month, 2, int(hour), int(minute), tzinfo=UTC)
    local = at.astimezone(ZoneInfo(pelicanconf.TIMEZONE))
    assert local.day == 2
    assert local.hour < 5
