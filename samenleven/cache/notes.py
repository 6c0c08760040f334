"""Write what a build has to remember into a file that is whole or absent."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

HEAD = b"samenleven 3\n"


def write_note(file: Path, data: bytes) -> None:
    """Put `data` in the place of what stood there, at once."""
    half = file.with_name(f"{file.name}.{os.getpid()}.half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(HEAD + blake2b(data, digest_size=16).digest() + data)
        half.replace(file)
    except OSError as error:
        sys.stderr.write(f"The cache could not be written: {error}.\n")
        with contextlib.suppress(OSError):
            half.unlink()


def read_note(file: Path) -> bytes | None:
    """Return what was written, or None: what is damaged or of another version is put away."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    body = data[len(HEAD) + 16 :]
    if data[: len(HEAD)] == HEAD and data[len(HEAD) : len(HEAD) + 16] == _check(body):
        return body
    sys.stderr.write(f"The cache {file.name} is damaged or of another version, and begins anew.\n")
    with contextlib.suppress(OSError):
        file.unlink()
    return None


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """Let Python not look for cycles meanwhile, which it would do many times in a large note."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).digest()
