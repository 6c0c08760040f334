"""Turn the Markdown of a body into clean HTML, and note what it links to."""

from __future__ import annotations

import ctypes
import posixpath
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from types import TracebackType
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor

from samenleven.model.source import FILE_NAME, Place, Source
from samenleven.problems import Message, Problem, guess, say

MAX_SECONDS = 2.0
# Where a link leads inside the site is known only when all pages are read, and differs for each
# reader's language; until then it is written as one of these schemes.
PAGE, FILE = "page", "file"
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title", "translate"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "img": {"alt", "src"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}


class Link(NamedTuple):
    """A link to another page of the site, or to a place in it."""

    place: Place
    fragment: str
    line: int


class FileLink(NamedTuple):
    """A link to a file that lies below the content folder; `path` is relative to it."""

    path: str
    line: int


class Heading(NamedTuple):
    """A heading of the body: its level (2 to 6), id and words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Body:
    """A body as HTML, with `page:` and `file:` for the links inside the site."""

    html: str = ""
    anchors: frozenset[str] = frozenset()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    files: tuple[FileLink, ...] = ()


class TooSlow(Exception):
    """Raised in the thread that converts when its time is over."""


class Deadline:
    """Stop the block with TooSlow after `seconds`, on any system and in any thread.

    Python-Markdown is quadratic on some input (its issue 798), so that 12 KB can take seconds.
    """

    def __init__(self, seconds: float) -> None:
        self._lock = threading.Lock()
        self._over = self._fired = False
        self._thread = threading.get_ident()
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.daemon = True

    def _fire(self) -> None:
        with self._lock:
            if not self._over:
                self._fired = True
                self._raise_there(ctypes.py_object(TooSlow))

    def _raise_there(self, exception: Any) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), exception)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with self._lock:
            self._over = True
        self._timer.cancel()
        # The exception may be on its way still: wait for it here, so that it cannot hit others.
        for _ in range(1000 if self._fired and kind is None else 0):
            time.sleep(0.001)


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
        extensions = [*markdown.get("extensions", []), *configs, self._guard]
        options = {
            key: value
            for key, value in markdown.items()
            if key not in ("extensions", "extension_configs")
        }
        self._markdown = Markdown(
            extensions=list(dict.fromkeys(extensions)), extension_configs=configs, **options
        )

    def read(self, source: Source) -> tuple[Body, list[Problem]]:
        """Return the body of `source` and what is wrong with it.

        What could act in a browser is both removed and reported. A text that cannot be converted
        in two seconds gives an empty body and a problem.
        """
        self._guard.begin(source)
        try:
            with Deadline(MAX_SECONDS):
                html = self._markdown.reset().convert(source.body)
        except TooSlow:
            return Body(), [
                _unreadable(source, say("its text takes longer than 2 seconds to read."))
            ]
        except RecursionError:
            return Body(), [_unreadable(source, say("its lists or quotes are nested too deep."))]
        guard = self._guard.walker
        guard.scan_raw(self._markdown.htmlStash.rawHtmlBlocks)
        headings = tuple(_headings(self._markdown.toc_tokens))  # type: ignore[attr-defined]
        body = Body(
            clean(html),
            frozenset(guard.anchors),
            headings,
            tuple(guard.links),
            tuple(guard.files),
        )
        return body, guard.problems


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


def _unreadable(source: Source, what: Message) -> Problem:
    remedy = say("Look for long rows of brackets or stars, and divide the text.")
    return Problem(source.path, source.body_line, "", what, remedy)


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
        md.treeprocessors.register(self.walker, "samenleven", 1)


class Walker(Treeprocessor):
    """Check and rewrite the links of one body; collect its anchors and problems."""

    def begin(self, source: Source) -> None:
        """Forget the previous body."""
        self.source = source
        self.problems: list[Problem] = []
        self.links: list[Link] = []
        self.files: list[FileLink] = []
        self.anchors: set[str] = set()
        self._own_fragments: list[tuple[str, int]] = []
        self._seen: Counter[str] = Counter()

    def run(self, root: Element) -> None:
        """Visit every element once."""
        for element in root.iter():
            if "id" in element.attrib:
                self.anchors.add(element.attrib["id"])
            if element.tag in ("td", "th"):
                _class_for_style(element)
            if "footnote-backref" in element.get("class", ""):
                element.attrib.pop("title", None)  # English words, whatever the page's language
            for name in [*element.attrib]:
                self._check_attribute(element, name)
        for fragment, line in self._own_fragments:
            if fragment not in self.anchors:
                self._report(line, *missing_anchor(fragment, self.anchors))
        self._check_headings(root)

    def scan_raw(self, fragments: list[Any]) -> None:
        """Report what could act in the HTML that an editor typed."""
        for fragment in fragments:
            if isinstance(fragment, str):
                RawHTML(self).feed(fragment)

    def report_active(self, needle: str, what: Message) -> None:
        """Report something that was removed, on the line where `needle` stands."""
        remedy = say("It was removed. Write plain Markdown instead.")
        self._report(self._line_of(needle), what, remedy)

    def _check_headings(self, root: Element) -> None:
        for element in root.iter("h1"):
            words = "".join(element.itertext())
            element.tag = "h2"
            self._report(
                self._line_of("# "),
                say('"%(words)s" is a heading of the first level.', words=words),
                say("The title is that already: begin the heading with ##."),
            )

    def _check_attribute(self, element: Element, name: str) -> None:
        value = element.attrib[name]
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set())
        if name in ("href", "src") and name in allowed:
            element.attrib[name] = self._resolve(value)
        elif name not in allowed and name not in ("style", "role"):
            del element.attrib[name]
            self.report_active(name, say('the attribute "%(name)s" is not allowed.', name=name))

    def _resolve(self, address: str) -> str:
        """Return the address as the page will carry it, or "#" after a problem."""
        line = self._line_of(address)
        address = re.sub(r"^\{(filename|static|attach)\}", "", unquote(address).strip())
        parts = split_address(address)
        if parts.scheme in SAFE_SCHEMES or address.startswith("//"):
            return address
        if parts.scheme:
            what = say('a link of the kind "%(scheme)s:" is not allowed.', scheme=parts.scheme)
            self._report(line, what, say("It was removed. Link to a page or to a web address."))
            return "#"
        if not parts.path:
            self._own_fragments.append((parts.fragment, line))
            return f"#{parts.fragment}"
        return self._resolve_inside(parts.path, parts.fragment, line)

    def _resolve_inside(self, path: str, fragment: str, line: int) -> str:
        folder = f"/{self.source.place}"
        target = posixpath.normpath(posixpath.join(folder, path))
        # normpath() stops at the root, so going above content/ has to be counted.
        if path.startswith("/") or _climbs_out(folder, path):
            what = say('"%(path)s" leads outside the content folder.', path=path)
            remedy = say("Link to the page's own file, for example ../roots/index.nl.md.")
            self._report(line, what, remedy)
            return "#"
        name = posixpath.basename(target)
        if not path.endswith("/") and not FILE_NAME.fullmatch(name):
            self.files.append(FileLink(target.lstrip("/"), line))
            return f"{FILE}:{target.lstrip('/')}"
        folder = target if path.endswith("/") else posixpath.dirname(target)
        section, _, key = folder.strip("/").partition("/")
        self.links.append(Link(Place(section, key), fragment, line))
        return f"{PAGE}:{Place(section, key)}" + (f"#{fragment}" if fragment else "")

    def _line_of(self, needle: str) -> int:
        """Return the line of the next place where `needle` stands, from the last one found."""
        start = self.source.body.find(needle, self._seen[needle])
        if start < 0:
            start = max(0, self.source.body.lower().find(needle.lower()))
        else:
            self._seen[needle] = start + 1
        return self.source.body_line + self.source.body.count("\n", 0, start)

    def _report(self, line: int, what: Message, remedy: Message) -> None:
        self.problems.append(Problem(self.source.path, line, "", what, remedy))


class RawHTML(HTMLParser):
    """Report the tags, attributes and addresses of typed HTML that could act."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Report one tag."""
        if tag not in TAGS:
            self._walker.report_active(
                f"<{tag}", say("the HTML tag <%(tag)s> is not allowed.", tag=tag)
            )
            return
        for name, value in attrs:
            self._check(tag, name, value or "")

    def _check(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self._walker.anchors.add(value)
        if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()):
            what = say('the attribute "%(name)s" is not allowed.', name=name)
            self._walker.report_active(name, what)
        if name in ("href", "src") and split_address(value).scheme not in SAFE_SCHEMES:
            what = say('the address "%(value)s" in HTML is not allowed.', value=value)
            self._walker.report_active(value, what)


def split_address(address: str) -> SplitResult:
    """Return the parts of an address as a browser takes them; what cannot be read is `broken:`.

    Browsers drop white space and control characters inside a scheme.
    """
    try:
        return urlsplit(re.sub(r"[\s\x00-\x20]", "", address))
    except ValueError:
        return SplitResult("broken", "", address, "", "")


def missing_anchor(fragment: str, anchors: set[str] | frozenset[str]) -> tuple[Message, Message]:
    """Return what is wrong and the remedy for a link to an anchor that is not there."""
    what = say('no heading has the anchor "#%(fragment)s".', fragment=fragment)
    if not anchors:
        return what, say("Put {#%(fragment)s} behind the heading that you mean.", fragment=fragment)
    return what, guess(fragment, anchors)


def _climbs_out(folder: str, path: str) -> bool:
    depth = len([part for part in folder.split("/") if part])
    for part in path.split("/"):
        depth += -1 if part == ".." else (0 if part in ("", ".") else 1)
        if depth < 0:
            return True
    return False


def _class_for_style(cell: Element) -> None:
    """Turn the alignment of a table's column into a class: the site allows no inline style."""
    style = cell.attrib.pop("style", "")
    if match := re.search(r"text-align:\s*(right|center)", style):
        cell.set("class", {"right": "align-end", "center": "align-center"}[match[1]])
