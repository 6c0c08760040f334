"""What a body may hold, and the walk through a converted body that holds it to that."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from samenleven.model.addresses import (
    SAFE_SCHEMES,
    climbs_out,
    find_address_fault,
    plain_address,
    split_address,
)
from samenleven.model.files import PHOTOS as PICTURES
from samenleven.model.lines import LineFinder
from samenleven.model.photo import SCENE
from samenleven.model.source import FILE_NAME, Place, Source
from samenleven.problems import Message, Problem, guess, say

# Where a link leads inside the site is known only when all pages are read, and differs for each
# reader's language; until then it is written as one of these schemes.
PAGE, FILE = "page", "file"
PHOTOS = "photos"  # the class of a paragraph of the body that holds photos only
TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl
    dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var
    """.split()  # noqa: SIM905 - a list would take sixty lines
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


class Walker(Treeprocessor):
    """Check and rewrite the links of one body; collect its anchors and problems."""

    def begin(self, source: Source) -> None:
        """Forget the previous body."""
        self.source = source
        self.problems: list[Problem] = []
        self.links: list[Link] = []
        self.files: list[FileLink] = []
        self.photos: list[tuple[Element, str, int]] = []  # with name and line, in their order
        self.anchors: set[str] = set()
        self.lines = LineFinder(source)
        self._own_links: list[tuple[str, int]] = []
        self._twice: set[str] = set()

    def run(self, root: Element) -> None:
        """Visit every element once."""
        for element in root.iter():
            if "id" in element.attrib:
                self.add_anchor(element.attrib["id"])
            if element.tag in ("td", "th"):
                _class_for_style(element)
            if "footnote-backref" in element.get("class", ""):
                element.attrib.pop("title", None)  # English words, whatever the page's language
            for name in [*element.attrib]:
                self._check_attribute(element, name)
        self._check_headings(root)
        self._mark_photos(root)

    def _mark_photos(self, root: Element) -> None:
        """Give paragraphs that hold photos only a class; report photos that stand elsewhere."""
        alone = [block for block in root if block.tag == "p" and _holds_photos_only(block)]
        for block in alone:
            block.attrib.clear()
            block.set("class", PHOTOS)
        standing = {photo for block in alone for photo in block}
        for photo, _, line in self.photos:
            if photo not in standing:
                what = say("a photo stands inside a text, a list or a link.")
                remedy = say("Put it on a line of its own, with an empty line above and below it.")
                self._report(line, what, remedy)

    def add_anchor(self, name: str) -> None:
        """Remember an anchor, and report it where it stands for the second time."""
        if name in self.anchors:
            if name not in self._twice:
                self._twice.add(name)
                self.lines.anchor(name)  # the first one is right
            what = say('the anchor "#%(name)s" stands here for the second time.', name=name)
            self._report(self.lines.anchor(name), what, say("Give one of the two another name."))
        self.anchors.add(name)

    def check_own_links(self) -> None:
        """Report the links to anchors of this page that are not there."""
        for fragment, line in self._own_links:
            if fragment not in self.anchors:
                self._report(line, *missing_anchor(fragment, self.anchors))

    def scan_raw(self, fragments: list[Any]) -> None:
        """Report what could act in the HTML that an editor typed."""
        for fragment in fragments:
            if isinstance(fragment, str):
                RawHTML(self).scan(fragment)

    def report_active(self, line: int, what: Message) -> None:
        """Report something that was removed."""
        self._report(line, what, say("It was removed. Write plain Markdown instead."))

    def _check_headings(self, root: Element) -> None:
        for element in root.iter("h1"):
            words = re.sub("\x02[^\x03]*\x03", "", "".join(element.itertext()))  # without entities
            element.tag = "h2"
            self._report(
                self.lines.heading(words),
                say('"%(words)s" is a heading of the first level.', words=words),
                say("The title is that already: begin the heading with ##."),
            )

    def _check_attribute(self, element: Element, name: str) -> None:
        value = element.attrib[name]
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set())
        if name == "src" and name in allowed:
            element.attrib[name] = self._resolve_photo(element, value)
        elif name == "href" and name in allowed:
            element.attrib[name] = self._resolve(value)
        elif name not in allowed and name != "role":
            del element.attrib[name]
            what = say('the attribute "%(name)s" is not allowed.', name=name)
            self.report_active(self.lines.attribute(name), what)

    def _resolve_photo(self, element: Element, written: str) -> str:
        """Return the address of a photo with its name in `photos:`, or "#" after a problem."""
        address = plain_address(written)
        line = self.lines.address(address)
        name = address if address.startswith(SCENE) else self._photo_name(address, line)
        if not name:
            return "#"
        self.photos.append((element, name, line))
        return f"{FILE}:{quote(name)}"

    def _photo_name(self, address: str, line: int) -> str:
        parts = split_address(address)
        if fault := find_address_fault(address, parts, is_picture=True):
            self._report(line, *fault)
            return ""
        if posixpath.splitext(parts.path)[1].lower() not in PICTURES:
            what = say('"%(path)s" is not a picture.', path=parts.path)
            kinds = ", ".join(sorted(PICTURES))
            self._report(line, what, say("Use one of: %(kinds)s.", kinds=kinds))
            return ""
        target = self._find_target(parts.path, line) or ""
        return target.removeprefix(f"{self.source.place}/")

    def _resolve(self, written: str) -> str:
        """Return the address as the page will carry it, or "#" after a problem."""
        address = plain_address(written)
        line = self.lines.address(address)
        parts = split_address(address)
        if fault := find_address_fault(address, parts, is_picture=False):
            self._report(line, *fault)
            return "#"
        if parts.scheme or parts.netloc:
            return address
        if not parts.path:
            self._own_links.append((parts.fragment, line))
            return f"#{parts.fragment}"
        return self._resolve_inside(parts.path, parts.fragment, line)

    def _resolve_inside(self, path: str, fragment: str, line: int) -> str:
        target = self._find_target(path, line)
        if target is None:
            return "#"
        name = posixpath.basename(target)
        if posixpath.splitext(name)[1].lower() in PICTURES:
            what = say('"%(path)s" is a photo, and this is a link to it.', path=path)
            remedy = say('Show it: put "!" before the link, on a line of its own.')
            self._report(line, what, remedy)
            return "#"
        if not path.endswith("/") and not FILE_NAME.fullmatch(name):
            self.files.append(FileLink(target, line))
            return f"{FILE}:{target}"
        folder = target if path.endswith("/") else posixpath.dirname(target)
        section, _, key = folder.partition("/")
        self.links.append(Link(Place(section, key), fragment, line))
        return f"{PAGE}:{Place(section, key)}" + (f"#{fragment}" if fragment else "")

    def _find_target(self, path: str, line: int) -> str | None:
        """Return a path from the page's folder as one below content/; None after a problem."""
        folder = f"/{self.source.place}"
        # normpath() stops at the root, so going above content/ has to be counted.
        if path.startswith("/") or climbs_out(folder, path):
            what = say('"%(path)s" leads outside the content folder.', path=path)
            remedy = say("Link to the page's own file, for example ../roots/index.nl.md.")
            self._report(line, what, remedy)
            return None
        return posixpath.normpath(posixpath.join(folder, path)).strip("/")

    def _report(self, line: int, what: Message, remedy: Message) -> None:
        self.problems.append(Problem(self.source.path, line, "", what, remedy))


class RawHTML(HTMLParser):
    """Report the tags, attributes and addresses of typed HTML that could act."""

    def __init__(self, walker: Walker) -> None:
        super().__init__()
        self._walker = walker

    def scan(self, html: str) -> None:
        """Report what is wrong in a piece of HTML, whole or not."""
        if "<![" in html:  # which Python's parser cannot pass by
            what = say("the HTML tag <%(tag)s> is not allowed.", tag="![")
            self._walker.report_active(self._walker.lines.tag("!["), what)
        self.feed(html.replace("<![", ""))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Report one tag."""
        walker = self._walker
        if tag not in TAGS:
            what = say("the HTML tag <%(tag)s> is not allowed.", tag=tag)
            walker.report_active(walker.lines.tag(tag), what)
            return
        for name, value in attrs:
            self._check(tag, name, value or "")

    def _check(self, tag: str, name: str, value: str) -> None:
        walker = self._walker
        if name == "id":
            walker.add_anchor(value)
        if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()):
            what = say('the attribute "%(name)s" is not allowed.', name=name)
            walker.report_active(walker.lines.attribute(name), what)
        is_link = name == "href" and split_address(value).scheme in SAFE_SCHEMES
        if name in ("href", "src") and not is_link:
            what = say('the address "%(value)s" in HTML is not allowed.', value=value)
            walker.report_active(walker.lines.address(value), what)


def missing_anchor(fragment: str, anchors: set[str] | frozenset[str]) -> tuple[Message, Message]:
    """Return what is wrong and the remedy for a link to an anchor that is not there."""
    what = say('no heading has the anchor "#%(fragment)s".', fragment=fragment)
    if not anchors:
        return what, say("Put {#%(fragment)s} behind the heading that you mean.", fragment=fragment)
    return what, guess(fragment, anchors)


def _holds_photos_only(block: Element) -> bool:
    texts = [block.text, *(photo.tail for photo in block)]
    has_words = any(text and text.strip() for text in texts)
    return bool(len(block)) and not has_words and all(photo.tag == "img" for photo in block)


def _class_for_style(cell: Element) -> None:
    """Turn the alignment of a table's column into a class: the site allows no inline style."""
    style = cell.attrib.pop("style", "")
    if match := re.search(r"text-align:\s*(right|center)", style):
        cell.set("class", {"right": "align-end", "center": "align-center"}[match[1]])
