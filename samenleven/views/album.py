"""The photos of a site as they are published: their files, sizes and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samenleven.images.recipes import COVER, RECIPES, Recipes, with_webp
from samenleven.images.sets import Fault, ImageSet, Request, Rights
from samenleven.languages.site import Site
from samenleven.languages.urls import PHOTOS, SCENES, photo_stem
from samenleven.model.entries import Entry
from samenleven.model.photo import Photo
from samenleven.model.source import Place
from samenleven.problems import Problem, say
from samenleven.record import record
from samenleven.views.tones import find_tone

if TYPE_CHECKING:
    from samenleven.images.develop import Report

UNIT = 10  # CSS pixels a thread of a woven scene


class Step(NamedTuple):
    """One file of a photo, by its path below the site's address."""

    path: str
    width: int  # pixels


@record(frozen=True)
class Shown:
    """What was published of one photo. `ladders` has a format a row, best first, by width."""

    width: int  # CSS pixels, of the original
    height: int
    tone: str  # a class
    ladders: tuple[tuple[str, tuple[Step, ...]], ...]
    download: str  # path
    download_format: str
    download_size: int  # bytes
    preview: str = ""  # path, of covers
    preview_size: tuple[int, int] = COVER  # pixels; less where the photo is smaller
    animation: str = ""  # path


Draw = Callable[[str], bytes]
Album = Mapping[tuple[Place, str], Shown]  # by place and file


def cover_of(entry: Entry) -> Photo | None:
    """Return the photo at the top of a page and on cards: the one that says so, or the first."""
    return _cover_among(entry.photos or ())


def _cover_among(photos: Sequence[Photo]) -> Photo | None:
    return next((photo for photo in photos if photo.cover), photos[0] if photos else None)


def find_photos(site: Site) -> Iterator[tuple[Place, Photo, bool]]:
    """Yield each photo that is shown, with its place and whether it is the cover, in order."""
    for place, outline in site.outlines.items():
        cover = _cover_among(outline.photos)
        for photo in outline.photos:
            yield place, photo, photo is cover


def find_recipes(name: str, *, webp: bool) -> Recipes:
    """Return the recipes of the settings IMAGE_RECIPES and IMAGE_WEBP."""
    return with_webp(RECIPES[name]) if webp else RECIPES[name]


def find_requests(site: Site) -> dict[tuple[Place, str], Request]:
    """Return what to make of each photo of a site, by its place and file."""
    return {
        (place, photo.file): _request(site, place, photo, is_cover=is_cover)
        for place, photo, is_cover in find_photos(site)
        if not photo.scene
    }


def develop_photos(
    site: Site, cache: Path, recipes: Recipes, report: Report
) -> tuple[dict[tuple[Place, str], ImageSet], list[Problem]]:
    """Return the photos of a site, developed, and what is wrong with the others."""
    # Many builds have no new photo, and the room takes a while to load.
    from samenleven.images.develop import develop

    requests = find_requests(site)
    done = develop(requests.values(), cache, recipes, report=report)
    sets, problems = {}, []
    for key, request in requests.items():
        result = done[request]
        if isinstance(result, Fault):
            path, line = site.photo_lines[key]
            what = say('"%(key)s": %(what)s', key=key[1], what=result.what)
            problems.append(Problem(path, line, "photos", what, result.remedy))
        else:
            sets[key] = result
    return sets, problems


def _request(site: Site, place: Place, photo: Photo, *, is_cover: bool) -> Request:
    return Request(
        site.settings.content / str(place) / photo.file,
        photo_stem(place, photo.file),
        photo.focus or (50, 50),
        Rights(credit=photo.credit or ""),
        wants_cover=is_cover,
        wants_download=True,
    )


def forget_left_out(site: Site, cache: Path) -> list[str]:
    """Remove the photos that may not be shown from the cache; return their old addresses."""
    from samenleven.images.develop import withdraw

    requests = [
        Request(site.settings.content / str(left.place) / left.file, photo_stem(*left[:2]))
        for left in site.left_out
    ]
    names = withdraw(requests, cache) if requests else []
    return [f"{site.settings.site_url}/{PHOTOS}/{name}" for name in names]


def publish_album(
    site: Site, sets: Mapping[tuple[Place, str], ImageSet], output: Path, draw: Draw
) -> Album:
    """Write the photos and scenes of a site below `output`; `draw` makes the PNG of a scene."""
    from samenleven.images.publish import publish

    publish(sets.values(), output / PHOTOS)
    return write_scenes(site, sets, output, draw)


def write_scenes(
    site: Site, sets: Mapping[tuple[Place, str], ImageSet], output: Path, draw: Draw
) -> Album:
    """Write the scenes alone below `output`; return the photos and scenes as they are shown."""
    album = {key: _show(photo) for key, photo in sets.items()}
    for place, photo, is_cover in find_photos(site):
        if photo.scene:
            preview = draw(photo.scene) if is_cover else b""
            album[place, photo.file] = publish_scene(output, photo.scene, preview)
    return album


def _show(photo: ImageSet) -> Shown:
    ladders = tuple(
        (kind, tuple(Step(f"{PHOTOS}/{file.name}", file.width) for file in photo.of(kind)))
        for kind in photo.formats
    )
    download = photo.download or photo.of(photo.formats[-1])[-1]  # of a drawing, itself
    return Shown(
        photo.width,
        photo.height,
        find_tone(photo.colour) if photo.colour else "",
        ladders,
        f"{PHOTOS}/{download.name}",
        download.format,
        download.size,
        f"{PHOTOS}/{photo.cover.name}" if photo.cover else "",
        (photo.cover.width, photo.cover.height) if photo.cover else COVER,
        f"{PHOTOS}/{photo.animation.name}" if photo.animation else "",
    )


def publish_scene(output: Path, name: str, preview: bytes) -> Shown:
    """Write a woven scene as SVG, and its preview if there is one."""
    # Their shapes take a moment.
    from samenleven.weave.damask import HEIGHT, WIDTH
    from samenleven.weave.scenes import SCENES, draw_scene

    svg = draw_scene(name).encode()
    path = _write(output, name, "svg", svg)
    rows = SCENES[name].weft
    return Shown(
        WIDTH * UNIT,
        HEIGHT * UNIT,
        find_tone(rows[len(rows) // 2]),
        (("svg", (Step(path, WIDTH * UNIT),)),),
        path,
        "svg",
        len(svg),
        _write(output, f"preview-{name}", "png", preview) if preview else "",
    )


def _write(output: Path, stem: str, extension: str, data: bytes) -> str:
    """Write a file whose name holds the hash of its bytes; return its path below `output`."""
    path = f"{SCENES}/{stem}-{blake2b(data, digest_size=4).hexdigest()}.{extension}"
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path
