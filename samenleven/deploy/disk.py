"""What an editor reads when the disk does not take the site."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from samenleven.problems import Problem, say

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def find_disk_fault(error: OSError, output: Path, root: Path) -> Problem | None:
    """Return what is wrong with the disk; None for an error that is none of the disk's.

    The path is that of the file where the system tells it, or else that of `output`.
    """
    path = _name(str(error.filename or output), output.name, root)
    if error.errno in FULL:
        remedy = say("Make room, and build again: the last site still stands.")
        return Problem(path, 0, "", say("the disk is full."), remedy)
    if error.errno in FORBIDDEN:
        what = say("this may not be read or written (%(why)s).", why=error.strerror)
        remedy = say("Look whose it is, and build again: the last site still stands.")
        return Problem(path, 0, "", what, remedy)
    return None


def _name(file: str, output: str, root: Path) -> str:
    """Return a path below `root`; what is built aside by the name that it will have."""
    path = os.path.relpath(file, root).replace(os.sep, "/")
    return re.sub(rf"\.({re.escape(output)})\.(new|old|lock)", r"\1", path)
