"""Stop work that takes too long."""

from __future__ import annotations

import ctypes
import threading
import time
from types import TracebackType
from typing import Any


class TooSlow(BaseException):
    """Raised in the thread that works when its time is over.

    No Exception, so that no `except Exception` on its way (Python-Markdown has one) can hold it.
    """


SHORTEST = 0.01  # seconds between two looks at the work


def _work_of(thread: int) -> float:
    """Return the seconds that a living thread has worked, from any fixed point on."""
    if hasattr(time, "pthread_getcpuclockid"):
        return time.clock_gettime(time.pthread_getcpuclockid(thread))
    return time.monotonic()


class Deadline:
    """Stop the block with TooSlow after `seconds` of work, on any system and in any thread.

    The work is counted in seconds of the processor where the system tells them, so that a busy
    machine does not turn a good page into a bad one; elsewhere in seconds of the clock.
    Python-Markdown is quadratic on some input (its issue 798), so that 12 KB can take seconds.
    """

    def __init__(self, seconds: float) -> None:
        self._lock = threading.Lock()
        self._over = self._fired = False
        self._thread = threading.get_ident()
        self._end = _work_of(self._thread) + seconds
        self._set_timer(seconds)

    def _set_timer(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.daemon = True

    def _fire(self) -> None:
        with self._lock:
            if self._over:
                return
            left = self._end - _work_of(self._thread)
            if left > 0:
                self._set_timer(max(left, SHORTEST))
                self._timer.start()
            else:
                self._fired = True
                self._raise_there(ctypes.py_object(TooSlow))

    def _raise_there(self, exception: Any) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), exception)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with self._lock:
            self._over = True
        self._timer.cancel()
        # The exception may be on its way still: wait for it here, so that it cannot hit others.
        for _ in range(1000 if self._fired and kind is None else 0):
            time.sleep(0.001)
