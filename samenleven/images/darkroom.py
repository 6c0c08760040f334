"""One photo, from its bytes to all that was asked of it: it is decoded once.

JPEG decodes at a half, a quarter or an eighth where that is enough (`draft`). The widest step is
made of that, then brought to sRGB and set upright while it is small; each other step is made of
the smallest one that is at least twice as wide, so that none loses sharpness by it.
"""

from __future__ import annotations

import json
from io import BytesIO
from math import isqrt
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageSequence, UnidentifiedImageError

from samenleven.images.colour import average, to_plain_mode, to_srgb
from samenleven.images.recipes import COVER, LARGEST, MOVING, WIDTHS, Recipe
from samenleven.images.rights import ORIENTATION, make_exif, make_xmp, merge, read_rights
from samenleven.images.sets import Fault, Rights
from samenleven.images.store import FACTS_FILE, hash_bytes, write_part
from samenleven.images.strip import Metadata, strip
from samenleven.model.pictures import (
    MAX_PIXELS,
    cut_off,
    name_other_kind,
    open_picture,
    quiet,
    too_large,
)
from samenleven.model.svg import clean_svg, find_svg_fault, svg_size
from samenleven.problems import say
from samenleven.record import record

LANCZOS = Image.Resampling.LANCZOS
CLOSE = 0.85  # a step this near to the widest one is left out
SMALL = 640  # pixels; steps up to here have EXIF alone: XMP is a tenth of a small file
MAX_MOVING_PIXELS = 400_000_000  # of all frames of a moving picture together
DRAWN = frozenset({"GIF", "PNG"})  # formats of drawings and posters rather than of cameras


class Wanted(NamedTuple):
    """A part to make: its kind, the folder of the cache to make, and by which recipe."""

    kind: str
    folder: str
    recipe: Recipe  # of a drawing: not used


@record(frozen=True)
class Job:
    """What one process is asked to make of one photo."""

    file: str
    content: str  # as `store.hash_bytes` names it
    rights: Rights
    focus: tuple[int, int]
    parts: str  # the folder of the cache
    wanted: tuple[Wanted, ...]
    facts: str  # the folder for the facts, or "" if they are known
    is_drawing: bool = False  # SVG


def do_job(job: Job) -> tuple[str, ...] | Fault:
    """Make the parts of a job; return the folders that were made, or why it cannot be."""
    with quiet():
        return _do_job(job)


def _do_job(job: Job) -> tuple[str, ...] | Fault:
    name = Path(job.file).name
    data = b""
    try:
        data = Path(job.file).read_bytes()
        if hash_bytes(data) != job.content:
            what = say('"%(name)s" changed while it was read.', name=name)
            return Fault(what, say("Build again."))
        if job.is_drawing:
            return _do_drawing(data, job)
        return tuple(_Photo(data, job).make())
    except (Image.DecompressionBombError, MemoryError):
        return Fault(*too_large())
    except UnidentifiedImageError:
        return Fault(*name_other_kind(name, data))
    except Exception:  # each decoder has its own errors, and one photo may not stop the others
        return Fault(*cut_off())


def _do_drawing(data: bytes, job: Job) -> tuple[str, ...] | Fault:
    """Write an SVG with nothing in it but what is drawn."""
    fault = find_svg_fault(data)
    if fault:
        return Fault(*fault)
    width, height = svg_size(data)
    parts = Path(job.parts)
    for wanted in job.wanted:
        write_part(parts, wanted.folder, {f"{width}x{height}.svg": clean_svg(data)})
    if job.facts:
        write_part(parts, job.facts, _facts(width, height, "", is_moving=False))
    return (*(wanted.folder for wanted in job.wanted), job.facts)


def _facts(width: int, height: int, colour: str, *, is_moving: bool) -> dict[str, bytes]:
    return {FACTS_FILE: json.dumps([width, height, colour, is_moving]).encode()}


class _Photo:
    """A photo at work."""

    def __init__(self, data: bytes, job: Job) -> None:
        """Open it, and note what its metadata says before it is lost.

        Raises: DecompressionBombError and what Pillow raises.
        """
        self.data, self.job = data, job
        self.image = open_picture(BytesIO(data))
        if self.image.width * self.image.height > MAX_PIXELS:
            raise Image.DecompressionBombError
        self.format = self.image.format or ""
        self.rights = merge(job.rights, read_rights(self.image))
        self.orientation = orientation_of(self.image)
        self.is_moving = _is_moving(self.image)
        sides = self.image.size[:: -1 if self.orientation >= 5 else 1]
        self.width, self.height = sides

    def make(self) -> list[str]:
        """Write each part that is wanted, and the facts; return the folders."""
        within = isqrt(LARGEST * self.width // self.height)
        width = min(self.width, WIDTHS[-1], max(1, within))
        widest = decode(self.image, width, self.orientation)
        steps = ladder(widest)
        made = []
        for wanted in self.job.wanted:
            files = self._make_part(wanted, steps)
            if files:
                write_part(Path(self.job.parts), wanted.folder, files)
                made.append(wanted.folder)
        if self.job.facts:
            colour = average(steps[-1])
            facts = _facts(self.width, self.height, colour, is_moving=self.is_moving)
            write_part(Path(self.job.parts), self.job.facts, facts)
            made.append(self.job.facts)
        return made

    def _make_part(self, wanted: Wanted, steps: list[Image.Image]) -> dict[str, bytes]:
        match wanted.kind:
            case "cover":
                return self._encode_all([crop(steps[0], COVER, self.job.focus)], wanted.recipe)
            case "download":
                return self._make_download(wanted.recipe)
            case "animation":
                return self._make_animation(wanted.recipe) if self.is_moving else {}
        return self._encode_all(steps, wanted.recipe)

    def _encode_all(self, images: list[Image.Image], recipe: Recipe) -> dict[str, bytes]:
        """Return the files by name, the narrowest first."""
        return {
            f"{image.width}x{image.height}.{recipe.extension}": self._encode(image, recipe)
            for image in reversed(images)
        }

    def _encode(self, image: Image.Image, recipe: Recipe, **more: Any) -> bytes:
        options = {**dict(recipe.options), **more}
        if self.format in DRAWN and "subsampling" in options:
            options["subsampling"] = "4:4:4"  # red letters blur by half the colour resolution
        if self.format in DRAWN and image.width == self.width:
            options.pop("advanced", None)  # letters repeat, until they are made smaller
        is_small = image.width <= min(SMALL, self.width - 1)
        xmp = b"" if is_small else make_xmp(self.rights)
        file = BytesIO()
        image.save(file, recipe.format, **options, exif=make_exif(self.rights), xmp=xmp)
        return file.getvalue()

    def _make_download(self, recipe: Recipe) -> dict[str, bytes]:
        """Return the original without its metadata; what browsers may not show, as a JPEG."""
        name = f"{self.width}x{self.height}"
        exif = make_exif(self.rights, self.orientation)
        stripped = strip(self.data, self.format, Metadata(exif, make_xmp(self.rights)))
        if stripped is not None:
            return {f"{name}.{EXTENSIONS[self.format]}": stripped}
        whole = decode(open_picture(BytesIO(self.data)), self.width, self.orientation)
        return self._encode_all([whole], recipe)

    def _make_animation(self, recipe: Recipe) -> dict[str, bytes]:
        """Return all frames as one moving picture, with the times of each."""
        source = open_picture(BytesIO(self.data))
        width = min(self.width, MOVING)
        frames, times = [], []
        for frame in ImageSequence.Iterator(source):
            times.append(int(frame.info.get("duration", 0)) or 100)  # milliseconds, as browsers do
            small = fit(to_plain_mode(frame), width)
            frames.append(_bare(to_srgb(small, frame.info.get("icc_profile"))))
        more = {"save_all": True, "append_images": frames[1:], "duration": times}
        size = f"{frames[0].width}x{frames[0].height}"
        return {f"{size}.{recipe.extension}": self._encode(frames[0], recipe, **more)}


EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 when there is none that makes sense."""
    try:
        found = image.getexif().get(ORIENTATION, 1)
    except Exception:  # a broken block says nothing; the picture is good without it
        return 1
    return found if found in range(1, 9) else 1


def _is_moving(image: Image.Image) -> bool:
    """Tell whether a picture moves. More pictures in one JPEG (MPO) are no movement.

    Raises: DecompressionBombError for more frames than can be held.
    """
    if image.format == "MPO":
        return False
    frames = getattr(image, "n_frames", 1)
    if frames * image.width * image.height > MAX_MOVING_PIXELS and frames > 1:
        raise Image.DecompressionBombError
    return frames > 1


def decode(image: Image.Image, width: int, orientation: int = 1) -> Image.Image:
    """Return a fresh image `width` pixels wide (upright), in sRGB, without any metadata.

    Raises: what Pillow raises for a file that is damaged.
    """
    profile = image.info.get("icc_profile")
    is_lying = orientation >= 5
    share = width / (image.height if is_lying else image.width)
    size = max(1, round(image.width * share)), max(1, round(image.height * share))
    image.draft("RGB", size)
    image.load()
    if image.format in ("JPEG", "MPO") and _is_cut_short(image):
        raise OSError("the pixels end before the picture does")
    small = _resize(to_plain_mode(image), size)
    return _bare(_turn(to_srgb(small, profile), orientation))


def _is_cut_short(image: Image.Image) -> bool:
    """Tell whether a JPEG ended too early, though its end is marked; Pillow says nothing of it.

    What libjpeg has no data for is middle grey (jdhuff.c); no photo has a whole row of just that.
    """
    return {*image.crop((0, image.height - 1, *image.size)).tobytes()} == {128}


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


# By EXIF orientation (Exif 3.0, 4.6.5.1.6).
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _bare(image: Image.Image) -> Image.Image:
    """Take off what Pillow carries along and encoders write: comments, profiles, EXIF."""
    image.info = {}
    return image


def _resize(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, LANCZOS)


def fit(image: Image.Image, width: int) -> Image.Image:
    """Return the image `width` pixels wide, of the same shape."""
    return _resize(image, (width, max(1, round(image.height * width / image.width))))


def step_widths(widest: int) -> list[int]:
    """Return the widths of the ladder below and with the widest, from wide to narrow."""
    return [widest, *(width for width in reversed(WIDTHS) if width < widest * CLOSE)]


def ladder(widest: Image.Image) -> list[Image.Image]:
    """Return the steps from wide to narrow, each out of the smallest that is twice as wide."""
    steps = [widest]
    for width in step_widths(widest.width)[1:]:
        source = min((step for step in steps if step.width >= 2 * width), default=widest, key=_wide)
        height = max(1, round(widest.height * width / widest.width))
        steps.append(_resize(source, (width, height)))
    return steps


def _wide(image: Image.Image) -> int:
    return image.width


def crop(image: Image.Image, size: tuple[int, int], focus: tuple[int, int]) -> Image.Image:
    """Return the part around the focus, as `object-fit: cover; object-position` shows it.

    A small picture is enlarged: who shows it elsewhere was told this size.
    """
    scale = min(image.width / size[0], image.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left, top = ((image.width - width) * focus[0], (image.height - height) * focus[1])
    box = (left / 100, top / 100, left / 100 + width, top / 100 + height)
    return image.resize(size, LANCZOS, box=box)
