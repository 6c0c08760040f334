"""Let one build at a time write to an output folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from samenleven.problems import Invalid, say


def take_lock(output: Path) -> BinaryIO:
    """Return an open file that keeps other builds away from `output` until it is closed.

    The system closes it when the process ends, however it ends: nothing is left to clear away.
    Raises: Invalid while another build holds it.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    file = output.with_name(f".{output.name}.lock").open("ab")
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # of POSIX, and of Windows
        file.close()
        raise Invalid(
            say("another build is writing here."), say("Wait until it is ready, then build again.")
        ) from None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
