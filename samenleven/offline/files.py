"""Write what readers need without internet: the service worker, and a manifest to install by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from samenleven.languages.site import Site
from samenleven.languages.urls import WORKER, manifest_path
from samenleven.offline.manifest import ICONS, THREADS, write_manifest
from samenleven.offline.worker import write_worker
from samenleven.views.asset_files import kept, write_hashed
from samenleven.views.assets import ICON
from samenleven.weave.palettes import dress
from samenleven.weave.raster import draw_png


def write_offline(
    site: Site, paths: Collection[str], read: Callable[[str], bytes], output: Path, cache: Path
) -> None:
    """Write a manifest for each language, and the service worker for all, below `output`.

    `paths` are those of the other files of the site, and `read` returns the bytes of one.
    """
    icons = list(_draw_icons(output, cache))
    for lang in site.settings.languages:
        _write(output / manifest_path(lang), write_manifest(site, lang, icons))
    drawn = {path for path, _, _ in icons}
    _write(output / WORKER, write_worker(site, drawn.union(paths), read))


def _draw_icons(output: Path, cache: Path) -> Iterator[tuple[str, int, str]]:
    cloth = dress(*ICON)
    for size, purpose in ICONS:
        draw = partial(draw_png, cloth, size, size, size // THREADS)
        png = kept(cache, f"{cloth}{size}", draw)
        yield write_hashed(output, f"icon-{size}", ".png", png), size, purpose


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
