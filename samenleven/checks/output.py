"""An output folder, parsed once: its pages, and what they name.

Nothing is imported from the rooms that built the site: they would share their own mistakes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from babel import Locale, UnknownLocaleError
from lxml import etree

from samenleven.record import record

Element = etree._Element
Finding = tuple[str, str]  # the file, and what is wrong with it
Alternates = list[tuple[str, str]]  # (hreflang, URL), sorted

SOURCE = "nl"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# These <link>s only name another page; every other <link> makes the browser fetch something.
NAMING_RELS = {"alternate", "author", "bookmark", "canonical", "help", "license", "me", "next"}
NAMING_RELS |= {"prev", "search", "terms-of-service", "privacy-policy"}
# Data for search engines is not run, so no content security policy stops it.
DATA_SCRIPTS = {"application/ld+json", "application/json"}
SOCIAL_IMAGES = {"og:image", "twitter:image"}
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REFRESH_URL = re.compile(r"url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")


class Reference(NamedTuple):
    """A place where one file names another."""

    source: str  # the file it stands in
    attribute: str  # "href", "srcset", "url()" ...
    value: str  # as written
    url: str  # made absolute
    is_followed: bool  # a reader goes there, by a click or by a redirect
    is_loaded: bool  # the browser fetches it by itself

    def __str__(self) -> str:
        """Return it as it is written."""
        return f'{self.attribute}="{self.value}"'


@record(frozen=True)
class Page:
    """One parsed HTML file."""

    path: str  # from the output folder, with forward slashes
    url: str  # absolute, with "/" for "/index.html"
    lang: str  # the language folder it lies in; "" at the root
    root: Element

    @cached_property
    def title(self) -> str:
        """Return the text of the title, blanks squeezed; "" without one."""
        return next((text_of(title) for title in self.root.iterfind("head/title")), "")

    @cached_property
    def ids(self) -> Counter[str]:
        """Return how often each id stands in the page."""
        return Counter(ids_of(self.root))

    @cached_property
    def redirect(self) -> str:
        """Return where a meta refresh sends the reader; "" when the page stays."""
        for meta in self.root.iter("meta"):
            if meta.get("http-equiv", "").lower() == "refresh":
                target = REFRESH_URL.search(meta.get("content", ""))
                return target[1] if target else self.url
        return ""

    @cached_property
    def is_noindex(self) -> bool:
        """Return whether search engines are told to leave the page out."""
        robots = (m for m in self.root.iter("meta") if m.get("name", "").lower() == "robots")
        return any("noindex" in meta.get("content", "").lower() for meta in robots)

    @cached_property
    def is_not_found(self) -> bool:
        """Return whether hosts serve the page in place of a missing one."""
        return self.path.rpartition("/")[2] == "404.html"

    @cached_property
    def is_indexable(self) -> bool:
        """Return whether the page belongs in search engines."""
        return not (self.is_noindex or self.is_not_found or self.redirect)

    @cached_property
    def is_fallback(self) -> bool:
        """Return whether the page stands in for a translation that does not exist.

        Either mark of one is enough, so that a rule can miss the other.
        """
        may_be = self.is_noindex and self.lang not in ("", SOURCE) and not self.is_not_found
        return may_be and (self.canonicals != [self.url] or bool(self.source_blocks))

    @cached_property
    def source_blocks(self) -> list[Element]:
        """Return the parts of the main content that are in the source language."""
        blocks = (
            e
            for main in self.root.iter("main")
            for e in main.iter("main", "div", "article", "section")
        )
        return [block for block in blocks if block.get("lang") == SOURCE]

    @cached_property
    def canonicals(self) -> list[str]:
        """Return the canonical addresses the page gives itself."""
        links = (link for link in self.root.iter("link") if "canonical" in rels(link))
        return [urljoin(self.url, link.get("href", "")) for link in links]

    @cached_property
    def alternates(self) -> Alternates:
        """Return the hreflang links of the head, sorted."""
        links = (link for link in self.root.iter("link") if is_alternate(link))
        return sorted(
            (link.get("hreflang", ""), urljoin(self.url, link.get("href", ""))) for link in links
        )

    @cached_property
    def references(self) -> list[Reference]:
        """Return what the page names, in order. Canonical and hreflang have their own rules."""
        return [
            Reference(self.path, attribute, value, urljoin(self.url, value), followed, loaded)
            for element in self.root.iter("*")
            if not (
                element.tag == "link" and ("canonical" in rels(element) or is_alternate(element))
            )
            for followed, loaded in [(is_followed(element), is_loaded(element))]
            for attribute, value in named_by(element)
        ]


def text_of(element: Element) -> str:
    """Return the text inside an element, blanks squeezed, bidi marks left out."""
    return " ".join(ISOLATES.sub("", "".join(map(str, element.itertext()))).split())


def ids_of(root: Element) -> list[str]:
    """Return the ids below an element, in order."""
    return [element.get("id", "") for element in root.iter("*") if "id" in element.attrib]


def rels(link: Element) -> set[str]:
    """Return the words of a `rel`."""
    return set(link.get("rel", "").lower().split())


def is_alternate(link: Element) -> bool:
    """Return whether a link names another language's version of its page."""
    return link.tag == "link" and "alternate" in rels(link) and "hreflang" in link.attrib


def is_followed(element: Element) -> bool:
    """Return whether a reader can be led away by the element."""
    return element.tag in ("a", "area") or "http-equiv" in element.attrib


def is_loaded(element: Element) -> bool:
    """Return whether the browser fetches by itself what the element names."""
    naming = element.tag in ("a", "area", "meta") or (
        element.tag == "link" and rels(element) <= NAMING_RELS
    )
    return not naming


def named_by(element: Element) -> Iterator[tuple[str, str]]:
    """Yield (attribute, address) for each file that an element names."""
    for attribute in ("href", "src", "poster"):
        if attribute in element.attrib:
            yield attribute, element.get(attribute, "").strip()
    for attribute in ("srcset", "imagesrcset"):
        for candidate in element.get(attribute, "").split(","):
            if candidate.strip():
                yield attribute, candidate.split()[0]
    if element.tag == "meta":
        yield from named_by_meta(element)


def named_by_meta(meta: Element) -> Iterator[tuple[str, str]]:
    """Yield the address of a redirect or of a picture for social media."""
    content = meta.get("content", "")
    if meta.get("http-equiv", "").lower() == "refresh":
        yield from (("content", target) for target in REFRESH_URL.findall(content))
    if SOCIAL_IMAGES & {meta.get("property", ""), meta.get("name", "")}:
        yield "content", content


def is_language(name: str) -> bool:
    """Return whether a folder is named after a language that CLDR knows."""
    try:
        Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


@record(frozen=True)
class Site:
    """An output folder, every HTML file parsed once."""

    folder: Path
    base_url: str  # without a slash at its end
    files: frozenset[str]
    pages: dict[str, Page]

    @cached_property
    def documents(self) -> list[Page]:
        """Return the pages that are read, so none that only redirects."""
        return [page for page in self.pages.values() if not page.redirect]

    @cached_property
    def references(self) -> list[Reference]:
        """Return what pages and stylesheets name."""
        named = [reference for page in self.pages.values() for reference in page.references]
        return named + [
            reference for path in self.named("*.css") for reference in self.read_css(path)
        ]

    def named(self, pattern: str) -> list[str]:
        """Return the files whose name fits a pattern, sorted."""
        return sorted(path for path in self.files if Path(path).match(pattern))

    def read_css(self, path: str) -> Iterator[Reference]:
        """Yield what a stylesheet loads."""
        text = CSS_COMMENT.sub("", (self.folder / path).read_text("utf-8"))
        for found in CSS_URL.finditer(text):
            value = (found[1] or found[2]).strip()
            url = urljoin(f"{self.base_url}/{path}", value)
            yield Reference(path, "url()", value, url, is_followed=False, is_loaded=True)

    def internal(self) -> Iterator[tuple[Reference, str]]:
        """Yield each reference into the site with the path it names there."""
        for reference in self.references:
            path = self.path_of(reference.url)
            if path is not None:
                yield reference, path

    def path_of(self, url: str) -> str | None:
        """Return the path an address names within the site; None when it is not of the site."""
        bare = re.split("[?#]", url, maxsplit=1)[0]
        if not f"{bare}/".startswith(f"{self.base_url}/"):
            return None
        return unquote(bare[len(self.base_url) + 1 :])

    def file_at(self, path: str) -> str | None:
        """Return the file a host serves for a path, without redirecting."""
        name = f"{path}index.html" if path == "" or path.endswith("/") else path
        return name if name in self.files else None

    def page_at(self, url: str) -> Page | None:
        """Return the page at an absolute address, redirects not followed."""
        path = self.path_of(url)
        return None if path is None else self.pages.get(self.file_at(path) or "")

    def ids_in(self, path: str) -> set[str] | None:
        """Return the ids a link can aim at; None in a file that has no ids."""
        if path in self.pages:
            anchors = {anchor.get("name", "") for anchor in self.pages[path].root.iter("a")}
            return {*self.pages[path].ids, *anchors}
        if path.endswith(".svg"):
            return set(ids_of(read_root(self.folder / path)))
        return None


def read_site(folder: Path, base_url: str) -> Site:
    """Return the parsed site in an output folder."""
    base_url = base_url.rstrip("/")
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    html = sorted(name for name in names if name.endswith(".html"))
    pages = {name: read_page(folder, name, base_url) for name in html}
    return Site(folder, base_url, frozenset(names), pages)


def read_page(folder: Path, path: str, base_url: str) -> Page:
    """Return one parsed page."""
    first = path.split("/")[0] if "/" in path else ""
    lang = first if first and is_language(first) else ""
    url = f"{base_url}/{path.removesuffix('index.html')}"
    return Page(path, url, lang, read_root(folder / path))


def read_root(file: Path) -> Element:
    """Return the root of an HTML or SVG file, mended as browsers do."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return etree.fromstring(file.read_bytes().strip() or b"<html></html>", parser)
