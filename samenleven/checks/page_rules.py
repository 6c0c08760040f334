"""What readers and browsers meet: languages, links, anchors, resources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from babel import Locale

from samenleven.checks.output import DATA_SCRIPTS, SOURCE, Element, Finding, Site, text_of


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
        elif page and page.redirect and page.path != reference.source:
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
