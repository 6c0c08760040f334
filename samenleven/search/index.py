"""Let Pagefind make the index of a language: small files, of which a browser fetches a few."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Thread
from typing import IO, Any, NoReturn

from samenleven.problems import Invalid, say
from samenleven.search.records import Record

PACKAGES = ("pagefind", "pagefind_bin")  # the extra `search` of pyproject.toml
ENTRY = "pagefind-entry.json"
# What search.js needs, beside a wasm; the search boxes that Pagefind brings are left out.
KEPT = ("pagefind.js", ENTRY, "*.pf_meta", "*.pf_index", "*.pf_fragment")
CHUNK = 2**16  # bytes, what a pipe holds


def can_index() -> bool:
    """Tell whether Pagefind is installed."""
    return all(find_spec(name) for name in PACKAGES)


def write_index(records: Iterable[Record], folder: Path) -> None:
    """Write the index of the records of one language below `folder`.

    Raises: Invalid, with what Pagefind says when it makes none.
    """
    files = _make_index(sorted(records))
    languages = json.loads(files[ENTRY])["languages"].values()
    kept = (*KEPT, *(f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in languages))
    for path, data in files.items():
        if any(fnmatch(path, pattern) for pattern in kept):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def _make_index(records: Iterable[Record]) -> dict[str, bytes]:
    """Return the bytes of each file, by its path.

    The pages go in one by one, in their order. A folder would be read in the order of the disk, and
    the bytes follow that order.
    """
    pages = (
        {"type": "AddFile", "index_id": 0, "url": f"/{path}", "file_contents": html}
        for path, html in records
    )
    get = {"type": "GetFiles", "index_id": 0}
    answer = _ask([{"type": "NewIndex"}, *pages, get])
    return {file["path"]: b64decode(file["content"]) for file in answer["files"]}


def _ask(requests: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what Pagefind answers to the last request.

    This is how its packages for Node and Python speak to it. The one for Python waits a tenth of a
    second for each answer, so it is done here.
    """
    said, errors = _run(b"".join(_pack(n, request) for n, request in enumerate(requests)))
    answers = [json.loads(b64decode(part))["payload"] for part in said.split(b",")[:-1]]
    for answer in answers:
        if answer["type"] == "Error":
            _fail(answer["message"])
    if len(answers) < len(requests):
        _fail(errors.decode(errors="replace"))
    last: dict[str, Any] = answers[-1]
    return last


def _pack(number: int, request: Mapping[str, Any]) -> bytes:
    message = json.dumps({"message_id": number, "payload": request})
    return b64encode(message.encode()) + b","


def _run(asked: bytes) -> tuple[bytes, bytes]:
    """Return as many answers as there are requests, or fewer, and what Pagefind says beside."""
    from pagefind_bin import get_executable  # an extra

    try:
        pagefind = Popen([get_executable(), "--service"], stdin=PIPE, stdout=PIPE, stderr=PIPE)
    except OSError as error:
        _fail(str(error))
    assert pagefind.stdin
    assert pagefind.stdout
    # Beside the reading: each of the two would wait for the other once both pipes are full.
    telling = Thread(target=_tell, args=(pagefind.stdin, asked))
    telling.start()
    said = b""
    left = asked.count(b",")
    while left and (part := os.read(pagefind.stdout.fileno(), CHUNK)):
        said += part
        left -= part.count(b",")
    telling.join()
    rest, errors = pagefind.communicate()  # it ends where its input ends
    return said + rest, errors


def _tell(pipe: IO[bytes], asked: bytes) -> None:
    with suppress(BrokenPipeError):  # it has ended, and says why
        pipe.write(asked)
        pipe.flush()


def _fail(said: str) -> NoReturn:
    raise Invalid(
        say("Pagefind made no index of the pages: %(said)s", said=" ".join(said.split())),
        say("Build again. If it stays, install it anew, or set SEARCH_INDEX to False."),
    )
