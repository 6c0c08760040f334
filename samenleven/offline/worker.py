"""The service worker: what it is told of the site, and one that takes the other away.

Service Workers (W3C): a browser asks for it anew at a visit, past its own cache, and takes a new
one when a byte differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import file_of
from samenleven.model.entries import Offline
from samenleven.views.assets import FOLDER

# Of the theme, what the page without internet cannot do without.
NEEDED = ("site.*.css", "scheme.*.js", "keep.*.js", "kept.*.js")


def write_worker(site: Site, output: Path) -> str:
    """Return the script of the service worker for the built site in `output`.

    Its version follows from the theme's files and the pages without internet: a change of other
    pages leaves readers their worker.
    """
    base = f"{site.settings.base}/"
    folder = site.settings.theme / "static" / "js"
    page = site.only(Offline, site.settings.source_lang)
    if page is None or not site.settings.keeps_pages:
        return _script(folder / "worker-off.js", {"BASE": base})
    paths = {lang: site.path(page.place, lang) for lang in site.settings.languages}
    theme = sorted(file.relative_to(output).as_posix() for file in (output / FOLDER).iterdir())
    pages = [output.joinpath(file_of(path)).read_bytes() for path in paths.values()]
    told = {
        "VERSION": _digest(theme, pages),
        "BASE": base,
        "ASSETS": [f"{base}{path}" for path in _needed(output)],
        "OFFLINE": {lang: f"{base}{path}" for lang, path in paths.items()},
    }
    return _script(folder / "worker.js", told)


def _needed(output: Path) -> Iterator[str]:
    for pattern in NEEDED:
        for file in sorted((output / FOLDER).glob(pattern)):
            yield file.relative_to(output).as_posix()


def _digest(theme: list[str], pages: list[bytes]) -> str:
    return blake2b("\n".join(theme).encode() + b"".join(pages), digest_size=6).hexdigest()


def _script(file: Path, told: Mapping[str, object]) -> str:
    said = "".join(
        f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in told.items()
    )
    return said + file.read_text("utf-8")
