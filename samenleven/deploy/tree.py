"""What a publication holds, what a new one would change, and what must not be published unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from samenleven.record import record

Tree = Mapping[str, str]  # the id of git (SHA-1 of the blob) of each file, by its path

NEEDED = ("index.html", "404.html", "sitemap.xml")
MOST_LOST = 0.1  # of the pages, in one publication


@record(frozen=True)
class Changes:
    """The paths that differ between two publications, each sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield a line for each page, and one for the other files together."""
        for mark, paths in (("+", self.added), ("~", self.changed), ("-", self.removed)):
            yield from (f"{mark} {path}" for path in paths if is_page(path))
        others = [path for path in (*self.added, *self.changed, *self.removed) if not is_page(path)]
        if others:
            yield f"and {len(others)} other files"
        if not (self.added or self.changed or self.removed):
            yield "Nothing would change."


def is_page(path: str) -> bool:
    """Tell whether a file is a page."""
    return path.endswith(".html")


def read_folder(folder: Path) -> dict[str, str]:
    """Return the files of a built site; names that begin with a dot are the host's own."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    paths = {file.relative_to(folder).as_posix(): file for file in files}
    return {path: _blob_id(file) for path, file in paths.items() if not _is_hosts(path)}


def parse_listing(listing: str) -> dict[str, str]:
    """Return the files that `git ls-tree -r -z` lists."""
    files = {}
    for line in filter(None, listing.split("\0")):
        facts, _, path = line.partition("\t")
        if not _is_hosts(path):
            files[path] = facts.split()[2]
    return files


def _is_hosts(path: str) -> bool:
    return path.startswith(".") or path == "CNAME"


def _blob_id(file: Path) -> str:
    data = file.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def compare(old: Tree, new: Tree) -> Changes:
    """Return what differs from `old` to `new`."""
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(path for path in old.keys() & new.keys() if old[path] != new[path])),
        tuple(sorted(old.keys() - new.keys())),
    )


def find_refusals(old: Tree, new: Tree, statements: Mapping[str, str]) -> Iterator[str]:
    """Yield each reason not to publish `new` on top of `old` without being told to.

    `statements` is the path of the accessibility statement of each language (Decision (EU)
    2018/1523 wants it on the site).
    """
    for path in (*NEEDED, *statements.values()):
        if path not in new:
            yield f"{path} is missing."
    for lang in sorted({path.split("/")[0] for path in old if path.endswith("/index.html")}):
        if f"{lang}/index.html" in old and f"{lang}/index.html" not in new:
            yield f'The language "{lang}" disappears.'
    before, after = (sum(map(is_page, tree)) for tree in (old, new))
    if after < before * (1 - MOST_LOST):
        yield f"{before - after} of {before} pages disappear."
