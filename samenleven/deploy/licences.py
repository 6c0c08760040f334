"""The licences of what a site carries that others made, as a text beside its pages."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

FILE = "licences.txt"
OFL, MIT = "SIL Open Font License 1.1", "MIT License"
OWN = """\
What this site carries

Its styles, scripts, woven pictures and icons were made for it. A photo has its credit beside it;
the documents that a text was made from are named below the text. What others made:
"""
MIT_TEXT = """\
MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


class Work(NamedTuple):
    """What others made, and the files of a site that hold it."""

    files: str  # how their paths below the site's address begin
    name: str
    version: str  # or "" for a package, of which the locked one is installed
    owner: str
    source: str
    licence: str
    package: str = ""  # on PyPI


WORKS = (
    Work(
        "theme/fonts/golos-",
        "Golos Text",
        "2.004",
        "Copyright 2019 The Golos Text Project Authors",
        "https://github.com/googlefonts/golos-text",
        OFL,
    ),
    Work(
        "theme/fonts/literata-",
        "Literata",
        "3.103",
        "Copyright 2017 The Literata Project Authors",
        "https://github.com/googlefonts/literata",
        OFL,
    ),
    Work(
        "theme/fonts/vazirmatn",
        "Vazirmatn",
        "33.003",
        "Copyright 2015 The Vazirmatn Project Authors",
        "https://github.com/rastikerdar/vazirmatn",
        OFL,
    ),
    Work(
        "pagefind/",
        "Pagefind",
        "",
        "Copyright 2022 Pagefind",
        "https://github.com/Pagefind/pagefind",
        MIT,
        "pagefind",
    ),
)


def find_works(paths: Collection[str]) -> list[Work]:
    """Return the works of which a file is among `paths`."""
    return [work for work in WORKS if any(path.startswith(work.files) for path in paths)]


def list_licences(paths: Collection[str], ofl: Path) -> str:
    """Return the text for a site of these files: each work, then the licences in full.

    Both licences want to go wherever the work goes. `ofl` is the file of the fonts' one.
    """
    works = find_works(paths)
    blocks = [OWN, *map(_describe, works)]
    licences = {work.licence for work in works}
    if OFL in licences:
        blocks.append(ofl.read_text("utf-8"))
    if MIT in licences:
        blocks.append(MIT_TEXT)
    return "\n".join(blocks)


def _describe(work: Work) -> str:
    name = f"{work.name} {work.version or _installed(work.package)}".rstrip()
    return "\n".join((name, work.owner, work.source, work.licence, ""))


def _installed(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # they take a while to load

    try:
        return version(package)
    except PackageNotFoundError:  # its files came from a cache
        return ""
