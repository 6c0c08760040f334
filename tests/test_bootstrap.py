from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import pytest

from samenleven import __main__ as bootstrap
from samenleven.__main__ import (
    DEV_LOCK,
    LOCK,
    PIP_WHEEL,
    SetupError,
    choose_locks,
    find_wheel,
    invoke_arguments,
    make_stamp,
    refuse_old_python,
    verify_wheel,
    wanted_stamp,
)

SMALL = make_stamp("cpython-311", {LOCK: b"one"})
LARGE = make_stamp("cpython-311", {LOCK: b"one", DEV_LOCK: b"two"})
ADDRESS = "https://index.example/simple/pip/"


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(SetupError) as caught:
        refuse_old_python(version)
    assert str(caught.value) == (
        f"Python {version[0]}.{version[1]} is too old: samenleven needs 3.11 or newer."
        " Install it from https://www.python.org/downloads/ and give the command again with it."
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_python_that_is_new_enough_is_taken(version: tuple[int, ...]) -> None:
    refuse_old_python(version)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_no_task_lists_the_tasks(arguments: list[str]) -> None:
    assert invoke_arguments(arguments) == ["--list"]


@pytest.mark.parametrize(
    "arguments", [["build"], ["build", "--help"], ["--help", "build"], ["new", "news", "--lang=fr"]]
)
def test_a_task_goes_to_invoke_as_it_was_typed(arguments: list[str]) -> None:
    assert invoke_arguments(arguments) == arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["--list"],
        ["new", "test"],
        ["--help", "test"],
        ["test", "--help"],
        ["lint", "-h"],
    ],
)
def test_most_tasks_and_all_help_need_the_small_lock(arguments: list[str]) -> None:
    assert choose_locks(arguments, "") == (LOCK,)
    assert choose_locks(arguments, SMALL) == (LOCK,)


@pytest.mark.parametrize("task", ["audit", "bench", "fonts", "lint", "lock", "test"])
def test_tasks_of_developers_need_the_large_lock(task: str) -> None:
    assert choose_locks([task], "") == (LOCK, DEV_LOCK)
    assert choose_locks(["--echo", task, "--quick"], SMALL) == (LOCK, DEV_LOCK)


def test_the_large_environment_stays() -> None:
    assert choose_locks(["build"], LARGE) == (LOCK, DEV_LOCK)


def test_a_stamp_names_the_python_and_each_lock() -> None:
    digest = hashlib.sha256(b"one").hexdigest()
    assert make_stamp("cpython-311", {LOCK: b"one"}) == f"cpython-311\nrequirements.lock {digest}\n"


@pytest.mark.parametrize(
    "other",
    [
        make_stamp("cpython-312", {LOCK: b"one"}),
        make_stamp("cpython-311", {LOCK: b"two"}),
        make_stamp("cpython-311", {DEV_LOCK: b"one"}),
        LARGE,
        "",
    ],
)
def test_a_stamp_changes_with_all_it_stands_for(other: str) -> None:
    assert other != SMALL


def test_the_stamp_of_the_lock_files_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    (tmp_path / LOCK).write_bytes(b"one")
    (tmp_path / DEV_LOCK).write_bytes(b"two")
    tag = str(sys.implementation.cache_tag)
    assert wanted_stamp((LOCK, DEV_LOCK)) == make_stamp(tag, {LOCK: b"one", DEV_LOCK: b"two"})


def test_a_lock_file_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    with pytest.raises(SetupError) as caught:
        wanted_stamp((LOCK,))
    assert str(caught.value) == (
        "requirements.lock is missing. Get it back with: git checkout -- requirements.lock"
    )


def test_an_environment_without_a_stamp_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "samenleven.stamp")
    assert bootstrap.read_stamp() == ""


class Setup:
    """An environment whose steps write down that they were taken."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[str] = []
        self.stamp = folder / "samenleven.stamp"
        (folder / LOCK).write_bytes(b"one")
        (folder / DEV_LOCK).write_bytes(b"two")
        monkeypatch.setattr(bootstrap, "ROOT", folder)
        monkeypatch.setattr(bootstrap, "STAMP", self.stamp)
        monkeypatch.setattr(bootstrap, "PYTHON", folder / LOCK)  # any file that is there
        monkeypatch.setattr(bootstrap, "make_environment", lambda is_stale: self.step("make"))
        monkeypatch.setattr(bootstrap, "install_packages", self.step)

    def step(self, name: str) -> None:
        assert not self.stamp.exists()
        self.steps.append(name)


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    return Setup(tmp_path, monkeypatch)


@pytest.mark.parametrize("installed", ["", "cpython-30\n"])
def test_an_absent_or_stale_environment_is_made_from_nothing(setup: Setup, installed: str) -> None:
    bootstrap.set_up((LOCK,), installed)
    assert setup.steps == ["make", LOCK]
    assert setup.stamp.read_text("utf-8") == wanted_stamp((LOCK,))


def test_the_packages_of_developers_are_added_to_a_whole_environment(setup: Setup) -> None:
    bootstrap.set_up((LOCK, DEV_LOCK), wanted_stamp((LOCK,)))
    assert setup.steps == [DEV_LOCK]
    assert setup.stamp.read_text("utf-8") == wanted_stamp((LOCK, DEV_LOCK))


def test_an_installation_that_breaks_off_leaves_no_stamp(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(lock: str) -> None:
        raise SetupError(lock)

    setup.stamp.write_text(wanted_stamp((LOCK,)), "utf-8")
    monkeypatch.setattr(bootstrap, "install_packages", break_off)
    with pytest.raises(SetupError):
        bootstrap.set_up((LOCK, DEV_LOCK), wanted_stamp((LOCK,)))
    assert bootstrap.read_stamp() == ""


@pytest.mark.parametrize(
    ("href", "address"),
    [
        (
            f"https://files.example/ab/{PIP_WHEEL}#sha256=00",
            f"https://files.example/ab/{PIP_WHEEL}",
        ),
        (f"../../ab/{PIP_WHEEL}", f"https://index.example/ab/{PIP_WHEEL}"),
        (PIP_WHEEL, f"{ADDRESS}{PIP_WHEEL}"),
        (f"{PIP_WHEEL}?a=1&amp;b=2#sha256=00", f"{ADDRESS}{PIP_WHEEL}?a=1&b=2"),
    ],
)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_the_pinned_wheel_is_found_on_an_index(href: str, address: str, quote: str) -> None:
    page = f"""<!DOCTYPE html><html><body>
        <a href="pip-1.0-py3-none-any.whl">pip-1.0-py3-none-any.whl</a><br>
        <a class="w" href={quote}{href}{quote} data-requires-python="&gt;=3.10">{PIP_WHEEL}</a><br>
        <a href="pip-99.0-py3-none-any.whl">pip-99.0-py3-none-any.whl</a></body></html>"""
    assert find_wheel(page, ADDRESS) == address


@pytest.mark.parametrize(
    "href", ["pip-1.0-py3-none-any.whl", f"{PIP_WHEEL}.metadata", f"other-{PIP_WHEEL}"]
)
def test_an_index_without_the_pinned_wheel(href: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(f'it does not have {PIP_WHEEL}')}$"):
        find_wheel(f'<a href="{href}">{PIP_WHEEL}</a>', ADDRESS)


def test_a_wheel_that_is_not_the_pinned_one_is_refused() -> None:
    with pytest.raises(SetupError) as caught:
        verify_wheel(b"not pip", "index.example")
    assert str(caught.value) == (
        f"{PIP_WHEEL} from index.example is not the file that PyPI published."
        " Try another network, or set PIP_INDEX_URL to an index that you trust."
    )


def test_the_password_of_an_index_is_never_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(address: str) -> bytes:
        raise OSError("connection refused")

    monkeypatch.setattr(bootstrap, "download", fail)
    with pytest.raises(SetupError) as caught:
        bootstrap.download_pip("https://desk:secret@index.example/simple/")
    assert str(caught.value) == (
        "pip could not be fetched from index.example: connection refused."
        " Check the network, or set PIP_INDEX_URL to an index that you can reach."
        " On Debian and Ubuntu, this also helps: sudo apt install python3-venv"
    )
    assert capsys.readouterr().err == (
        "Fetching pip from index.example, for this Python comes without it.\n"
    )


@pytest.mark.parametrize("name", [LOCK, DEV_LOCK])
def test_the_locks_name_no_index_and_no_folder_of_a_computer(name: str) -> None:
    text = (bootstrap.ROOT / name).read_text("utf-8")
    assert not re.search(r"--(extra-)?index-url|--find-links|://|(?<![\w.])/\w", text)


def test_all_locked_versions_are_of_the_public_index() -> None:
    text = (bootstrap.ROOT / DEV_LOCK).read_text("utf-8")
    assert not re.search(r"^\S+==\S*\+", text, re.MULTILINE)  # a + marks a local version


def test_the_large_lock_holds_the_small_one() -> None:
    def pins(name: str) -> set[str]:
        text = (bootstrap.ROOT / name).read_text("utf-8")
        return set(re.findall(r"^\S+==\S+", text, re.MULTILINE))

    assert pins(LOCK) < pins(DEV_LOCK)
