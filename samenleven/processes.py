"""How many processes may share the work, and how they end."""

from __future__ import annotations

import os
import sys

PR_SET_PDEATHSIG, SIGKILL = 1, 9  # of <sys/prctl.h>


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def end_with(parent: int) -> None:
    """Let this process end when the process `parent`, which began it, is killed (Linux alone).

    It would wait for work for ever, and a fork would hold the parent's lock.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL)
    if os.getppid() != parent:  # it was killed before it could be heard of
        os._exit(1)
