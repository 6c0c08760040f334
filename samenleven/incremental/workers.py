"""Spread work over processes where that wins.

A worker is a fork: it has all that its parent has read, and costs some hundredths of a second.
Where a system cannot fork safely (Windows, macOS), there is one process; the bytes are the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from samenleven.processes import count_cores, end_with

T = TypeVar("T")
R = TypeVar("R")
PARCEL = 40  # results that travel together


def spread(
    function: Callable[[Sequence[T]], Iterable[R]],
    work: Sequence[T],
    *,
    least: int,
    workers: int = 0,
) -> Iterator[tuple[int, R]]:
    """Yield each result with the number of its work, in any order.

    `function` is called once for each worker, with its share. Less than `least` pieces of work
    stay in this process. `workers` is 0 for as many as there are cores. A share is made of blocks
    of pieces that follow each other, for neighbours often need the same.
    """
    block = max(least // 2, 1)  # what is worth a worker
    count = min(workers or count_cores(), len(work) // block)
    if count < 2 or len(work) < least or sys.platform != "linux":
        yield from enumerate(function(work))
    else:
        yield from _fork(function, work, count, block)


def _fork(
    function: Callable[[Sequence[T]], Iterable[R]], work: Sequence[T], count: int, block: int
) -> Iterator[tuple[int, R]]:
    import multiprocessing
    from multiprocessing.connection import wait

    context = multiprocessing.get_context("fork")
    processes: list[Any] = []
    ends: list[Any] = []
    rounds = -(-len(work) // (block * count))
    size = -(-len(work) // (rounds * count))  # of a block, so that the shares are equal
    for number in range(count):
        end, other = context.Pipe(duplex=False)
        share = [at for at in range(len(work)) if at // size % count == number]
        process = context.Process(
            target=_work, args=(function, work, share, other, os.getpid()), daemon=True
        )
        process.start()
        other.close()  # so that the end of the worker is the end of its pipe
        processes.append(process)
        ends.append(end)
    try:
        while ends:
            for ready in wait(ends):
                parcel = _receive(ready)
                if parcel is None:
                    ends.remove(ready)
                else:
                    yield from parcel
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _work(
    function: Callable[[Sequence[T]], Iterable[R]],
    work: Sequence[T],
    share: Sequence[int],
    end: Any,
    parent: int,
) -> None:
    end_with(parent)
    parcel: list[tuple[int, R]] = []
    try:
        for number, result in zip(share, function([work[at] for at in share]), strict=True):
            parcel.append((number, result))
            if len(parcel) == PARCEL:
                end.send(parcel)
                parcel = []
        end.send(parcel)
        end.send(None)
    except Exception as error:
        end.send(error)


def _receive(end: Any) -> list[tuple[int, Any]] | None:
    try:
        parcel: list[tuple[int, Any]] | Exception | None = end.recv()
    except EOFError:
        raise RuntimeError("a worker was ended from outside") from None
    if isinstance(parcel, Exception):
        raise parcel
    return parcel
