"""Turn the Markdown of a body into clean HTML, and note what it links to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import unquote

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode

from samenleven.model.addresses import SAFE_SCHEMES
from samenleven.model.deadline import Deadline, TooSlow
from samenleven.model.guard import (
    ATTRIBUTES,
    FILE,
    PAGE,
    PHOTOS,
    TAGS,
    FileLink,
    Link,
    Walker,
)
from samenleven.model.shortcuts import take_shortcuts
from samenleven.model.source import Source
from samenleven.problems import Problem, say
from samenleven.record import record

MAX_SECONDS = 2.0
# As clean() writes them. Only Markdown's own pictures carry addresses of this scheme.
PHOTO = re.compile(rf'src="{FILE}:([^"]*)"')
ALT = re.compile(r'alt="([^"]*)"')
PHOTO_TAG = re.compile(rf'<img (?:[^>"]|"[^"]*")*?src="{FILE}:[^"]*"(?:[^>"]|"[^"]*")*>')
PHOTO_ROW = re.compile(rf'<p class="{PHOTOS}">(?:\s*{PHOTO_TAG.pattern}\s*)+</p>')
MAX_DEPTH = 200  # of tags inside tags; cleaning takes the square of it
# Lists and quotes in each other, which take Markdown the cube of their depth.
DEEP = re.compile(r"^(?:\t| {4}|> ?){60}", re.MULTILINE)


class Heading(NamedTuple):
    """A heading of the body: its level (2 to 6), id and words."""

    level: int
    id: str
    text: str


class BodyPhoto(NamedTuple):
    """A photo in the text, by its name in `photos:`; `alt` is "" where Markdown gives none."""

    name: str
    alt: str
    line: int


@record(frozen=True)
class Body:
    """A body as HTML, with `page:` and `file:` for the links inside the site."""

    html: str = ""
    anchors: frozenset[str] = frozenset()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    files: tuple[FileLink, ...] = ()
    photos: tuple[BodyPhoto, ...] = ()

    def parts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the HTML in pieces, each with the names of the photos that follow it."""
        html, start = self.html, 0  # once: it may be fetched each time that it is asked for
        for row in PHOTO_ROW.finditer(html):
            names = tuple(unquote(name) for name in PHOTO.findall(row[0]))
            yield html[start : row.start()].strip(), names
            start = row.end()
        yield html[start:].strip(), ()


def _make_extension(name: Any, configs: Mapping[str, Any]) -> Any:
    """Return the extension of a module; a short name is left to Markdown.

    Markdown itself would look for it through all packages that are installed.
    """
    if not isinstance(name, str) or "." not in name or ":" in name:
        return name
    return import_module(name).makeExtension(**configs.get(name, {}))


class BodyReader:
    """Convert bodies with one Markdown object, made from the setting MARKDOWN."""

    def __init__(self, markdown: Mapping[str, Any]) -> None:
        """Take the setting as Pelican has it: `extensions` and `extension_configs`."""
        configs = dict(markdown.get("extension_configs", {}))
        configs["markdown.extensions.toc"] = {
            "slugify": slugify_unicode,
            **configs.get("markdown.extensions.toc", {}),
        }
        self._guard = Guard()
        names = dict.fromkeys((*markdown.get("extensions", []), *configs))
        extensions = [_make_extension(name, configs) for name in names]
        options = {
            key: value
            for key, value in markdown.items()
            if key not in ("extensions", "extension_configs")
        }
        self._markdown = Markdown(
            extensions=[*extensions, self._guard], extension_configs=configs, **options
        )
        take_shortcuts(self._markdown)

    def read(self, source: Source) -> tuple[Body, list[Problem]]:
        """Return the body of `source` and what is wrong with it.

        What could act in a browser is both removed and reported. A text that cannot be converted
        in two seconds gives an empty body and a problem.
        """
        self._guard.begin(source)
        try:
            with Deadline(MAX_SECONDS):
                return self._convert(source), self._guard.walker.problems
        except TooSlow:
            what = say("its text takes longer than 2 seconds to read.")
            remedy = say("Look for long rows of brackets or stars, and divide the text.")
        except RecursionError:
            what = say("its lists, quotes or tags are nested too deep.")
            remedy = say("Use fewer levels.")
        return Body(), [Problem(source.path, source.body_line, "", what, remedy)]

    def _convert(self, source: Source) -> Body:
        if DEEP.search(source.body):
            raise RecursionError
        html = self._markdown.reset().convert(source.body)
        if _depth(html) > MAX_DEPTH:
            raise RecursionError
        walker = self._guard.walker
        walker.scan_raw(self._markdown.htmlStash.rawHtmlBlocks)
        walker.check_own_links()
        cleaned = clean(html)
        return Body(
            cleaned,
            frozenset(walker.anchors),
            tuple(_headings(self._markdown.toc_tokens)),  # type: ignore[attr-defined]
            tuple(walker.links),
            tuple(walker.files),
            tuple(_photos(cleaned, walker)),
        )


def clean(html: str) -> str:
    """Return the HTML without any tag, attribute or address that could act."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=SAFE_SCHEMES | {PAGE, FILE},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def _depth(html: str) -> int:
    """Return how many tags are open at most, where each is closed in the end."""
    depth = deepest = 0
    for slash, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", html, re.IGNORECASE):
        if name.lower() not in ("br", "hr", "img", "col"):
            depth += -1 if slash else 1
            deepest = max(deepest, depth)
    return deepest


def _photos(html: str, walker: Walker) -> Iterator[BodyPhoto]:
    for tag, (_, name, line) in zip(PHOTO_TAG.findall(html), walker.photos, strict=False):
        alt = ALT.search(tag)
        yield BodyPhoto(name, " ".join(unescape(alt[1] if alt else "").split()), line)


def _headings(tokens: list[dict[str, Any]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["level"], token["id"], token["name"])
        yield from _headings(token["children"])


class Guard(Extension):
    """The Markdown extension that walks through each converted tree."""

    def begin(self, source: Source) -> None:
        """Start on another source."""
        self.walker.begin(source)

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the walker behind all other tree processors (`unescape` is 0)."""
        self.walker = Walker(md)
        md.treeprocessors.register(self.walker, "samenleven", -1)
