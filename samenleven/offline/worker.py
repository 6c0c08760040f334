"""The service worker: what it is told of the site, and one that takes the other away.

Service Workers (W3C): a browser asks for it anew at a visit, past its own cache, and takes a new
one when a byte differs.
"""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import file_of
from samenleven.model.entries import Offline
from samenleven.views.assets import FOLDER

# Of the theme, what the page without internet cannot do without.
NEEDED = ("site.*.css", "scheme.*.js", "keep.*.js", "kept.*.js")


def write_worker(site: Site, paths: Iterable[str], read: Callable[[str], bytes]) -> str:
    """Return the script of the service worker for a built site, of which `paths` are the files.

    `read` returns the bytes of one. Its version follows from the theme's files and the pages
    without internet: a change of other pages leaves readers their worker.
    """
    base = f"{site.settings.base}/"
    folder = site.settings.theme / "static" / "js"
    page = site.only(Offline, site.settings.source_lang)
    if page is None or not site.settings.keeps_pages:
        return _script(folder / "worker-off.js", {"BASE": base})
    addresses = {lang: site.path(page.place, lang) for lang in site.settings.languages}
    theme = sorted(path for path in paths if path.startswith(f"{FOLDER}/"))
    pages = [read(file_of(path)) for path in addresses.values()]
    told = {
        "VERSION": _digest(theme, pages),
        "BASE": base,
        "ASSETS": [f"{base}{path}" for path in _needed(theme)],
        "OFFLINE": {lang: f"{base}{path}" for lang, path in addresses.items()},
    }
    return _script(folder / "worker.js", told)


def _needed(theme: list[str]) -> Iterator[str]:
    for pattern in NEEDED:
        yield from fnmatch.filter(theme, f"{FOLDER}/{pattern}")


def _digest(theme: list[str], pages: list[bytes]) -> str:
    return blake2b("\n".join(theme).encode() + b"".join(pages), digest_size=6).hexdigest()


def _script(file: Path, told: Mapping[str, object]) -> str:
    said = "".join(
        f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in told.items()
    )
    return said + file.read_text("utf-8")
