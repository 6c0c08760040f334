"""Run a task: `python3 -m samenleven build`, in an environment that sets itself up.

This file runs before anything is installed, so it knows the standard library alone.
Once `.venv` stands it must cost next to nothing: what only the setting-up needs is imported there.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "samenleven.stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

OLDEST_PYTHON = (3, 11)
LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"  # holds all that LOCK holds, and more
DEV_TASKS = frozenset({"audit", "bench", "fonts", "lint", "lock", "test"})
HELP_FLAGS = frozenset({"-h", "--help"})

# For a Python without ensurepip, as Debian's and Ubuntu's until python3-venv is installed.
PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
PYPI = "https://pypi.org/simple"
TIMEOUT = 60  # seconds


class SetupError(Exception):
    """Raised when the environment cannot be made; says what failed and how to mend it."""


def main(arguments: Sequence[str]) -> None:
    """Run the task that `arguments` name; end the process with its exit code."""
    refuse_old_python(sys.version_info[:2])
    os.chdir(ROOT)
    arguments = invoke_arguments(arguments)
    installed = read_stamp()
    locks = choose_locks(arguments, installed)
    if installed != wanted_stamp(locks) or not PYTHON.exists():
        leave_environment(arguments)
        set_up(locks, installed)
    if is_inside():
        run_here(arguments)
    become(str(PYTHON), "-m", "samenleven", *arguments)


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Stop when this Python is too old for the code that follows.

    Raises: SetupError.
    """
    if version < OLDEST_PYTHON:
        raise SetupError(
            f"Python {spell(version)} is too old: samenleven needs {spell(OLDEST_PYTHON)} or newer."
            " Install it from https://www.python.org/downloads/ and give the command again with it."
        )


def spell(version: Sequence[int]) -> str:
    """Return `(3, 11)` as `3.11`."""
    return ".".join(map(str, version))


def invoke_arguments(arguments: Sequence[str]) -> list[str]:
    """Return what invoke is to read: no task at all means the list of the tasks."""
    if HELP_FLAGS.issuperset(arguments):
        return ["--list"]
    return list(arguments)


def choose_locks(arguments: Sequence[str], installed: str) -> tuple[str, ...]:
    """Return the lock files that `arguments` need, the largest last.

    Once the developers' packages are there they stay, or each `build` after a `test` starts anew.
    """
    task = next((word for word in arguments if not word.startswith("-")), "")
    asks_help = not HELP_FLAGS.isdisjoint(arguments)
    if DEV_LOCK in installed or (task in DEV_TASKS and not asks_help):
        return LOCK, DEV_LOCK
    return (LOCK,)


def make_stamp(python: str, locks: Mapping[str, bytes]) -> str:
    """Return the text that stands in a whole environment: its Python, and each lock's SHA-256."""
    digests = (f"{name} {hashlib.sha256(text).hexdigest()}" for name, text in locks.items())
    return "\n".join((python, *digests, ""))


def wanted_stamp(locks: Sequence[str]) -> str:
    """Return the stamp of the environment that this Python and the lock files ask for.

    A new patch of Python keeps the environment, which only points to that Python.
    Raises: SetupError for a lock file that is not there.
    """
    try:
        texts = {name: (ROOT / name).read_bytes() for name in locks}
    except FileNotFoundError as error:
        name = Path(error.filename).name
        raise SetupError(f"{name} is missing. Get it back with: git checkout -- {name}") from error
    return make_stamp(str(sys.implementation.cache_tag), texts)


def read_stamp() -> str:
    """Return the stamp of `.venv`, or "" when it is absent or was never finished."""
    try:
        return STAMP.read_text("utf-8")
    except OSError:
        return ""


def is_inside() -> bool:
    """Tell whether this process runs in `.venv` already."""
    return VENV.exists() and VENV.samefile(sys.prefix)


def leave_environment(arguments: Sequence[str]) -> None:
    """Go on with the Python underneath, for one that runs in `.venv` cannot replace it."""
    if is_inside():
        base: str = getattr(sys, "_base_executable", sys.executable)
        become(base, "-m", "samenleven", *arguments)


def become(python: str, *arguments: str) -> None:
    """Replace this process by `python`; never returns."""
    if os.name != "nt":
        os.execv(python, [python, *arguments])
    # execv() of Windows starts another process and gives the prompt back before that one ends.
    import subprocess

    sys.exit(subprocess.call([python, *arguments]))


def run_here(arguments: Sequence[str]) -> None:
    """Run the task in this process; never returns."""
    if arguments == ["build"]:
        # Most builds have little or nothing to do: importing invoke would take longer.
        from samenleven.commands.build import build_site

        sys.exit(build_site("pelicanconf.py"))
    if arguments and arguments[0] == "translation":  # its commands have commands of their own
        from samenleven.commands.translation.parser import main as translate

        sys.exit(translate(arguments[1:]))
    from invoke.program import Program  # the help then names this command, not invoke's own

    Program(name="samenleven", binary="python3 -m samenleven").run(["samenleven", *arguments])
    sys.exit()


def set_up(locks: Sequence[str], installed: str) -> None:
    """Bring `.venv` to what `locks` ask, from nothing unless packages need only be added.

    The stamp goes first and comes back last: what breaks off halfway is made anew next time.
    Raises: SetupError.
    """
    STAMP.unlink(missing_ok=True)
    if installed != wanted_stamp([LOCK]) or not PYTHON.exists():
        make_environment(bool(installed))
    install_packages(locks[-1])
    STAMP.write_text(wanted_stamp(locks), "utf-8")
    tell("The environment is ready.")


def make_environment(is_stale: bool) -> None:
    """Make `.venv` with pip and nothing else in it.

    Raises: SetupError.
    """
    reason = " anew: its packages or Python have changed" if is_stale else ""
    tell(f"Making the environment .venv with Python {spell(sys.version_info[:3])}{reason}.")
    try:
        import venv

        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=False)
    except ImportError as error:
        raise SetupError(
            "This Python has no venv module."
            " On Debian and Ubuntu, install it with: sudo apt install python3-venv"
        ) from error
    except OSError as error:
        raise SetupError(
            f".venv could not be made: {error}. Remove the folder .venv and give the command again."
        ) from error
    install_pip()


def install_pip() -> None:
    """Put pip in `.venv`: the one that comes with Python, else the pinned one of PyPI.

    Raises: SetupError.
    """
    import subprocess

    ensure = [str(PYTHON), "-m", "ensurepip", "--default-pip"]
    if subprocess.run(ensure, capture_output=True).returncode == 0:
        return
    wheel = VENV / PIP_WHEEL
    wheel.write_bytes(download_pip(os.environ.get("PIP_INDEX_URL") or PYPI))
    run_pip(f"{wheel}/pip", "install", "--no-index", "--no-deps", str(wheel))
    wheel.unlink()


def download_pip(index: str) -> bytes:
    """Return the pinned wheel of pip, from the simple index (PEP 503) at `index`.

    Raises: SetupError, also for a wheel with another SHA-256 than the pinned one.
    """
    from http.client import HTTPException
    from urllib.parse import urlsplit

    host = urlsplit(index).hostname or index  # an index address may hold a password
    tell(f"Fetching pip from {host}, for this Python comes without it.")
    try:
        address = f"{index.rstrip('/')}/pip/"
        wheel = download(find_wheel(download(address).decode(), address))
    except (HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)  # what urllib wraps
        raise SetupError(
            f"pip could not be fetched from {host}: {reason}."
            " Check the network, or set PIP_INDEX_URL to an index that you can reach."
            " On Debian and Ubuntu, this also helps: sudo apt install python3-venv"
        ) from error
    verify_wheel(wheel, host)
    return wheel


def download(address: str) -> bytes:
    """Return what stands at `address`; `PIP_CERT` may name the certificates to trust, as for pip.

    Raises: HTTPException, OSError, ValueError.
    """
    import ssl
    from urllib.request import urlopen

    trust = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    with urlopen(address, timeout=TIMEOUT, context=trust) as response:
        content: bytes = response.read()
    return content


def find_wheel(page: str, address: str) -> str:
    """Return the address of the pinned wheel, from the `page` of a simple index at `address`.

    Raises: ValueError for a page that does not name it.
    """
    import re
    from html import unescape
    from urllib.parse import urljoin

    href = rf"""href\s*=\s*["']((?:[^"']*/)?{re.escape(PIP_WHEEL)}(?:\?[^"'#]*)?)["'#]"""
    found = re.search(href, page)
    if not found:
        raise ValueError(f"it does not have {PIP_WHEEL}")
    return urljoin(address, unescape(found[1]))


def verify_wheel(wheel: bytes, host: str) -> None:
    """Stop when `wheel` is not the pinned one.

    Raises: SetupError.
    """
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        raise SetupError(
            f"{PIP_WHEEL} from {host} is not the file that PyPI published."
            " Try another network, or set PIP_INDEX_URL to an index that you trust."
        )


def install_packages(lock: str) -> None:
    """Install the packages of `lock` in `.venv`; each must have one of the hashes in it.

    Raises: SetupError.
    """
    tell(f"Installing the packages of {lock}. This can take some minutes, and happens once.")
    run_pip("-m", "pip", "install", "--require-hashes", "-r", lock)


def run_pip(*words: str) -> None:
    """Run pip by `.venv`'s Python; what it prints goes to stderr, for stdout is the task's.

    Raises: SetupError.
    """
    import subprocess

    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    if subprocess.call([str(PYTHON), *words, *quiet], stdout=sys.stderr):
        raise SetupError(
            "The packages could not be installed; the lines of pip above say why."
            " Check the network and the space on the disk, then give the command again."
        )


def tell(line: str) -> None:
    """Say one line to the person who gave the command."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as error:
        tell(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        tell("Stopped.")
        sys.exit(130)
