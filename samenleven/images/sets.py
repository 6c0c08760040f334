"""What the room is asked, and what it hands back."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from samenleven.problems import Message
from samenleven.record import record


class Rights(NamedTuple):
    """Who made a photo and who may use it: all that is kept of its metadata."""

    creator: str = ""  # EXIF Artist, dc:creator
    credit: str = ""  # photoshop:Credit, the line to print beside the photo
    copyright: str = ""  # EXIF Copyright, dc:rights
    statement: str = ""  # xmpRights:WebStatement, a web address


NONE = Rights()


@record(frozen=True)
class Request:
    """One photo to develop.

    `stem` is the start of the published names: small letters, digits and hyphens. `focus` is the
    point that a crop keeps, in per cent from the left and from the top. The words of `rights`
    take the place of those in the file, each where it is not empty.
    """

    file: Path  # absolute
    stem: str
    focus: tuple[int, int] = (50, 50)
    rights: Rights = NONE
    wants_cover: bool = False  # for social networks: 1200 by 630 pixels
    wants_download: bool = False  # the original, without its metadata

    def __hash__(self) -> int:
        """Return a hash of the path as text: that of thousands of Paths takes a fifth of a run."""
        return hash((str(self.file), self.stem))


class Fault(NamedTuple):
    """Why a photo could not be developed, and how to mend it: the ends of a Problem."""

    what: Message
    remedy: Message


class Derivative(NamedTuple):
    """One published file of a photo."""

    format: str  # "avif", "jpeg", "webp", "svg"; of a download also "png", "gif"
    width: int  # pixels
    height: int
    size: int  # bytes
    name: str  # <stem>-<hash8>-<width>.<ext>: bytes under a name never change
    path: str  # where it lies in the cache


class Part(NamedTuple):
    """What one recipe made of one photo: the files of one folder of the cache."""

    kind: str  # a format of the ladder, or "cover", "download", "animation"
    folder: str  # its last part names content and settings
    files: str  # "320x213.avif 5123;640x427.avif ...": size in pixels, bytes; by width

    def derivatives(self, stem: str) -> Iterator[Derivative]:
        """Yield the files as they are published for `stem`."""
        own = blake2b(self.folder.rpartition("/")[2].encode(), digest_size=4).hexdigest()
        for file in self.files.split(";"):
            name, _, size = file.partition(" ")
            sides, _, extension = name.partition(".")
            width, _, height = sides.partition("x")
            yield Derivative(
                format=FORMATS[extension],
                width=int(width),
                height=int(height),
                size=int(size),
                name=f"{stem}-{own}-{width}.{extension}",
                path=f"{self.folder}/{name}",
            )


FORMATS = {name: name for name in ("avif", "gif", "png", "svg", "webp")} | {"jpg": "jpeg"}


@record(frozen=True)
class ImageSet:
    """A developed photo. Its derivatives are listed when they are asked, not before."""

    request: Request
    width: int  # of the original, upright; in pixels
    height: int
    colour: str  # the average, as #rrggbb; "" of a drawing
    parts: tuple[Part, ...]

    def of(self, kind: str) -> tuple[Derivative, ...]:
        """Return the files of a format (or of "cover" ...), by width; () when there are none."""
        found = (part for part in self.parts if part.kind == kind)
        return tuple(file for part in found for file in part.derivatives(self.request.stem))

    @property
    def formats(self) -> tuple[str, ...]:
        """Return the formats of the ladder, best first; the last one every browser can show."""
        return tuple(part.kind for part in self.parts if part.kind not in SINGLE)

    @property
    def files(self) -> tuple[Derivative, ...]:
        """Return every published file: ladder, cover, download, animation."""
        return tuple(file for part in self.parts for file in part.derivatives(self.request.stem))

    @property
    def cover(self) -> Derivative | None:
        """Return the picture for social networks, a JPEG, if it was asked."""
        return next(iter(self.of("cover")), None)

    @property
    def download(self) -> Derivative | None:
        """Return the original without its metadata, if it was asked."""
        return next(iter(self.of("download")), None)

    @property
    def animation(self) -> Derivative | None:
        """Return the moving AVIF of a moving picture; the ladder is its still (first) frame."""
        return next(iter(self.of("animation")), None)


SINGLE = frozenset({"cover", "download", "animation"})
