"""The built site as a reader, a search engine and a feed reader meet it: what is broken in it.

Every rule is a generator over a parsed `Site` and stands in `RULES`.
Nothing is imported from the rooms that built the site: they would share their own mistakes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from babel import Locale, UnknownLocaleError
from lxml import etree

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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


def find_wrong_languages(site: Site) -> Iterator[Finding]:
    """Yield pages whose <html> does not name the language and direction of their folder."""
    for page in site.documents:
        lang, direction = page.root.get("lang", ""), page.root.get("dir", "")
        if page.lang and lang != page.lang:
            yield page.path, f'lang is "{lang}", not "{page.lang}"'
        elif not lang:
            yield page.path, "<html> has no lang"
        else:
            expected = Locale.parse(lang, sep="-").text_direction
            if direction != expected and (page.lang or direction):
                yield page.path, f'dir is "{direction}", not "{expected}"'


def find_unmarked_fallbacks(site: Site) -> Iterator[Finding]:
    """Yield fallbacks that do not mark their body as Dutch, left to right."""
    for page in site.documents:
        if page.is_fallback and not any(block.get("dir") == "ltr" for block in page.source_blocks):
            yield (
                page.path,
                f'stands in for a translation, without lang="{SOURCE}" dir="ltr" in main',
            )


def find_outlines(site: Site) -> Iterator[Finding]:
    """Yield pages without a title, or without exactly one h1 and one main."""
    for page in site.documents:
        if not page.title:
            yield page.path, "has no title"
        for name in ("h1", "main"):
            count = sum(1 for _ in page.root.iter(name))
            if count != 1:
                yield page.path, f"has {count} <{name}>, not one"


def find_same_titles(site: Site) -> Iterator[Finding]:
    """Yield pages that carry the title of another page in their language."""
    first: dict[tuple[str, str], str] = {}
    for page in site.documents:
        other = first.setdefault((page.root.get("lang", ""), page.title), page.path)
        if page.title and other != page.path:
            yield page.path, f'has the title of {other}: "{page.title}"'


def find_duplicate_ids(site: Site) -> Iterator[Finding]:
    """Yield ids that stand twice in a page."""
    for page in site.pages.values():
        for identifier, count in page.ids.items():
            if count > 1:
                yield page.path, f'id "{identifier}" stands {count} times'


def find_dead_references(site: Site) -> Iterator[Finding]:
    """Yield links and assets that lead nowhere, or out of the folder the site lives in."""
    for reference, path in site.internal():
        if site.file_at(path) is None and site.file_at(f"{path}/") is None:
            yield reference.source, f"{reference} leads nowhere"
    for reference in site.references:
        relative = not urlsplit(reference.value).scheme and not reference.value.startswith("//")
        if relative and site.path_of(reference.url) is None:
            yield reference.source, f"{reference} leads out of {site.base_url}/"


def find_detours(site: Site) -> Iterator[Finding]:
    """Yield links that reach their page by a redirect, or by its second address."""
    for reference, path in site.internal():
        page = site.pages.get(site.file_at(path) or "")
        if path and site.file_at(path) is None and site.file_at(f"{path}/"):
            yield reference.source, f"{reference} lacks its trailing slash"
        elif page and page.redirect:
            yield reference.source, f"{reference} goes to a redirect"
        elif page and path.rpartition("/")[2] == "index.html":
            yield reference.source, f'{reference} should end before "index.html"'


def find_dead_fragments(site: Site) -> Iterator[Finding]:
    """Yield links to an id that their target does not have."""
    for reference, path in site.internal():
        fragment = unquote(urlsplit(reference.url).fragment)
        if not fragment or fragment == "top" or fragment.startswith(":~:"):
            continue
        ids = site.ids_in(site.file_at(path) or "")
        if ids is not None and fragment not in ids:
            yield reference.source, f"{reference} names an id that is not there"


def find_orphans(site: Site) -> Iterator[Finding]:
    """Yield pages that no chain of links reaches from the chooser."""
    links: dict[str, set[str]] = {}
    for reference, path in site.internal():
        if reference.is_followed:
            target = site.file_at(path) or site.file_at(f"{path}/") or ""
            links.setdefault(reference.source, set()).add(target)
    reached, ahead = set[str](), {"index.html"}
    while ahead:
        reached |= ahead
        ahead = set().union(*(links.get(path, set()) for path in ahead)) - reached
    for page in site.documents:
        if page.path not in reached and not page.is_not_found:
            yield page.path, "cannot be reached by links from /index.html"


def find_foreign_resources(site: Site) -> Iterator[Finding]:
    """Yield what the browser would fetch from another host."""
    for reference in site.references:
        parts = urlsplit(reference.url)
        if reference.is_loaded and parts.netloc and site.path_of(reference.url) is None:
            yield reference.source, f"{reference} is fetched from {parts.netloc}"


def find_inline_code(site: Site) -> Iterator[Finding]:
    """Yield styles and scripts inside a page: the content security policy stops them."""
    for page in site.pages.values():
        for element in page.root.iter("*"):
            if element.tag == "style" or is_inline_script(element):
                yield page.path, f"<{element.tag}> is inline"
            for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
                if name == "style" or name.startswith("on") or is_script_address(value):
                    yield page.path, f'<{element.tag} {name}="{value}"> is inline code'


def is_inline_script(element: Element) -> bool:
    """Return whether an element is a script that would run from the page itself."""
    runs = element.tag == "script" and element.get("type", "").lower() not in DATA_SCRIPTS
    return runs and "src" not in element.attrib


def is_script_address(value: str) -> bool:
    """Return whether an attribute holds a `javascript:` address, however it is disguised."""
    return re.sub(r"[\x00-\x20]", "", value[:99]).lower().startswith("javascript:")


def find_unmarked_language_links(site: Site) -> Iterator[Finding]:
    """Yield links into another language that do not say so.

    A link whose text is the language's own name must also be marked as being in that language.
    """
    for page in site.documents:
        for link in page.root.iter("a"):
            target = site.page_at(urljoin(page.url, link.get("href", "")))
            if target is None or target.lang in ("", page.lang):
                continue
            what = f'href="{link.get("href")}"'
            if link.get("hreflang") != target.lang:
                yield page.path, f'{what} needs hreflang="{target.lang}"'
            elif is_endonym(text_of(link), target.lang) and target.lang not in languages_of(link):
                yield page.path, f'{what} needs lang="{target.lang}": its text is in that language'


def is_endonym(text: str, lang: str) -> bool:
    """Return whether a text is a language's name in that language."""
    names = Locale.parse(lang, sep="-")
    return text.casefold() in {(names.display_name or "").casefold(), lang.casefold()}


def languages_of(link: Element) -> set[str]:
    """Return the language a link stands in, and those of the elements inside it."""
    around = (element.get("lang") for element in [link, *link.iterancestors()])
    nearest = next((lang for lang in around if lang), "")
    return {nearest, *(element.get("lang", "") for element in link.iter("*"))}


def find_wrong_canonicals(site: Site) -> Iterator[Finding]:
    """Yield pages whose canonical is not their own address, or for fallbacks that of the source."""
    for page in site.documents:
        if page.is_not_found:
            continue
        if len(page.canonicals) != 1:
            yield page.path, f"has {len(page.canonicals)} canonical links, not one"
        elif page.is_fallback:
            target = site.page_at(page.canonicals[0])
            if target is None or target.lang != SOURCE or not target.is_indexable:
                yield page.path, f"canonical {page.canonicals[0]} is no page of /{SOURCE}/"
        elif page.canonicals[0] != page.url:
            yield page.path, f"canonical is {page.canonicals[0]}, not {page.url}"


def find_missing_hreflang(site: Site) -> Iterator[Finding]:
    """Yield pages that leave out themselves or x-default, or have alternates they must not have."""
    for page in site.documents:
        named = dict(page.alternates)
        if len(named) != len(page.alternates):
            yield page.path, "names a language twice in its hreflang"
        if not page.is_indexable and named:
            yield page.path, "carries hreflang, though it is not to be indexed"
        if page.is_indexable and page.lang and named.get(page.lang) != page.url:
            yield page.path, f'hreflang="{page.lang}" does not name the page itself'
        if page.is_indexable and (page.lang or named) and "x-default" not in named:
            yield page.path, 'has no hreflang="x-default"'


def find_dead_hreflang(site: Site) -> Iterator[Finding]:
    """Yield alternates that are no page, not to be indexed, or of another language than said."""
    for page in site.documents:
        for lang, url in page.alternates:
            target = site.page_at(url)
            if target is None:
                yield page.path, f'hreflang="{lang}" names {url}, which is no page'
            elif not target.is_indexable:
                yield page.path, f'hreflang="{lang}" names {url}, which is not to be indexed'
            elif lang not in (target.lang, "x-default"):
                yield page.path, f'hreflang="{lang}" names {url}, which is in "{target.lang}"'


def find_one_sided_hreflang(site: Site) -> Iterator[Finding]:
    """Yield alternates that do not name the page in return."""
    for page in site.documents:
        for lang, url in page.alternates:
            target = site.page_at(url)
            answers = target is None or page.url in dict(target.alternates).values()
            if lang != "x-default" and not answers:
                yield page.path, f'hreflang="{lang}" names {url}, which does not name it in return'


def find_sitemap_faults(site: Site) -> Iterator[Finding]:
    """Yield where the sitemap and the pages disagree."""
    try:
        listed = list(read_sitemap(site.folder / "sitemap.xml"))
    except (OSError, etree.XMLSyntaxError) as error:
        yield "sitemap.xml", f"cannot be read: {error}"
        return
    indexable = {page.url: page for page in site.documents if page.is_indexable}
    for url in sorted(indexable.keys() - {url for url, _ in listed}):
        yield "sitemap.xml", f"leaves out {url}"
    for url, count in Counter(url for url, _ in listed).items():
        if count > 1:
            yield "sitemap.xml", f"lists {url} {count} times"
    for url, alternates in listed:
        if url not in indexable:
            yield "sitemap.xml", f"lists {url}, which is no page to be indexed"
        elif alternates != indexable[url].alternates:
            yield "sitemap.xml", f"has other alternates for {url} than its head"


def read_sitemap(path: Path) -> Iterator[tuple[str, Alternates]]:
    """Yield each address of a sitemap with its alternates."""
    for entry in etree.parse(path).getroot().iterfind(f"{SITEMAP}url"):
        links = entry.iterfind(f"{XHTML}link")
        alternates = sorted((link.get("hreflang", ""), link.get("href", "")) for link in links)
        yield (entry.findtext(f"{SITEMAP}loc") or "").strip(), alternates


def find_feed_faults(site: Site) -> Iterator[Finding]:
    """Yield feeds that cannot be read, or that mix languages."""
    for path in site.named("*.atom") + site.named("*.xml"):
        try:
            feed = etree.parse(site.folder / path).getroot()
        except etree.XMLSyntaxError as error:
            yield path, f"cannot be read: {error}"
            continue
        if feed.tag == f"{ATOM}feed":
            yield from ((path, message) for message in feed_faults(site, path, feed))


def feed_faults(site: Site, path: str, feed: Element) -> Iterator[str]:
    """Yield what is wrong with one feed."""
    folder = path.split("/")[0] if "/" in path else ""
    lang = folder if folder and is_language(folder) else feed.get(XML_LANG, "")
    if not lang or feed.get(XML_LANG) != lang:
        yield f'xml:lang is "{feed.get(XML_LANG, "")}", not "{lang}"'
    ids = Counter((element.text or "").strip() for element in feed.iter(f"{ATOM}id"))
    yield from (
        f'id "{identifier}" stands {count} times' for identifier, count in ids.items() if count > 1
    )
    for entry in feed.iterfind(f"{ATOM}entry"):
        yield from entry_faults(site, lang, entry)


def entry_faults(site: Site, lang: str, entry: Element) -> Iterator[str]:
    """Yield an entry that is no page, is of another language, or stands in for a translation."""
    links = [
        link
        for link in entry.iterfind(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    url = links[0].get("href", "") if links else ""
    page = site.page_at(url)
    if page is None:
        yield f'entry "{url}" is no page'
    elif page.lang != lang:
        yield f'entry "{url}" is in "{page.lang}", not "{lang}"'
    elif not page.is_indexable:
        yield f'entry "{url}" is not to be indexed'


RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    find_wrong_languages,
    find_unmarked_fallbacks,
    find_outlines,
    find_same_titles,
    find_duplicate_ids,
    find_dead_references,
    find_detours,
    find_dead_fragments,
    find_orphans,
    find_foreign_resources,
    find_inline_code,
    find_unmarked_language_links,
    find_wrong_canonicals,
    find_missing_hreflang,
    find_dead_hreflang,
    find_one_sided_hreflang,
    find_sitemap_faults,
    find_feed_faults,
)


def crawl_site(folder: Path, base_url: str) -> list[str]:
    """Return every fault of the site in `folder` as `file: what is wrong`, sorted, each once."""
    site = read_site(folder, base_url)
    return sorted({f"{path}: {message}" for rule in RULES for path, message in rule(site)})
