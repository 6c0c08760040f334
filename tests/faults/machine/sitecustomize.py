"""Another machine, and one that fails: Python loads this by itself where it is on PYTHONPATH.

MACHINE_ORDER    "backwards": folders are listed from Z to A
MACHINE_CLOCK    seconds since 1970: the time that it always is
MACHINE_NETWORK  "none": a socket that leaves this machine ends the process
MACHINE_KILL     a number: before that change to the disk, all processes of the group are killed
MACHINE_FROM     "exchange": counts begin where two folders change places
MACHINE_COUNT    a file: gets the number of changes to the disk of each process that ends well
"""

from __future__ import annotations

import atexit
import datetime
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

CHANGES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.symlink", "os.truncate"}
EXCHANGE = "renameat2"  # looked up in the C library just before two folders change places
real_datetime = datetime.datetime


def is_change(event: str, about: tuple[Any, ...]) -> bool:
    """Tell whether an audit event (PEP 578) comes before a change to the disk."""
    if event == "open":
        flags = about[2] if isinstance(about[2], int) else 0
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES or is_exchange(event, about)


def is_exchange(event: str, about: tuple[Any, ...]) -> bool:
    """Tell whether two folders are about to change places."""
    return event == "ctypes.dlsym" and EXCHANGE in about


def watch_disk(kill_at: int, count_file: str, *, begins: bool) -> None:
    """Count the changes; kill the group at one of them, or tell the number at the end."""
    count = 0

    def hear(event: str, about: tuple[Any, ...]) -> None:
        nonlocal count, begins
        begins = begins or is_exchange(event, about)
        if begins and is_change(event, about):
            count += 1
            if count == kill_at:
                os.killpg(0, signal.SIGKILL)

    def tell() -> None:
        with open(count_file, "a", encoding="ascii") as file:  # noqa: PTH123
            file.write(f"{count}\n")

    sys.addaudithook(hear)
    if count_file:
        atexit.register(tell)


def list_backwards() -> None:
    """Let folders be listed from Z to A, as some file system might."""
    names, entries = os.listdir, os.scandir
    os.listdir = lambda *of: sorted(names(*of), reverse=True)  # type: ignore[assignment]

    class Backwards:
        """What os.scandir() returns, in that order."""

        def __init__(self, *of: Any) -> None:
            with entries(*of) as found:
                self._rest = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

        def __iter__(self) -> Backwards:
            return self

        def __next__(self) -> os.DirEntry[str]:
            return next(self._rest)

        def __enter__(self) -> Backwards:
            return self

        def __exit__(self, *error: object) -> None:
            self.close()

        def close(self) -> None:
            """Do nothing: the folder was read whole."""

    os.scandir = Backwards  # type: ignore[assignment]


class Stopped(type):
    """The class of a class that takes the real datetimes for its own."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, real_datetime)


class Then(real_datetime, metaclass=Stopped):
    """A datetime whose now() is then; at the top of a module, so that it can be pickled."""

    then = 0.0  # seconds since 1970

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return real_datetime.fromtimestamp(cls.then, tz)

    @classmethod
    def utcnow(cls) -> Any:
        return real_datetime.fromtimestamp(cls.then, datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return real_datetime.fromtimestamp(cls.then)


def stop_clock(seconds: float) -> None:
    """Let it always be that time."""
    Then.then = seconds
    then: Callable[[], float] = lambda: seconds  # noqa: E731
    time.time = then
    datetime.datetime = Then  # type: ignore[misc]


def cut_network(event: str, about: tuple[Any, ...]) -> None:
    """End the process that would speak to another machine."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        sys.stderr.write(f"network: {event} {about}\n")
        os._exit(9)


if "MACHINE_KILL" in os.environ or "MACHINE_COUNT" in os.environ:
    watch_disk(
        int(os.environ.get("MACHINE_KILL", "0")),
        os.environ.get("MACHINE_COUNT", ""),
        begins=os.environ.get("MACHINE_FROM") != "exchange",
    )
if os.environ.get("MACHINE_ORDER") == "backwards":
    list_backwards()
if "MACHINE_CLOCK" in os.environ:
    stop_clock(float(os.environ["MACHINE_CLOCK"]))
if os.environ.get("MACHINE_NETWORK") == "none":
    sys.addaudithook(cut_network)
