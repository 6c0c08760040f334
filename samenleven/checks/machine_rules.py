"""What search engines and feed readers meet: canonicals, hreflang, sitemap, feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from samenleven.checks.output import (
    ATOM,
    SITEMAP,
    SOURCE,
    XHTML,
    XML_LANG,
    Alternates,
    Element,
    Finding,
    Site,
    is_language,
)


def find_wrong_canonicals(site: Site) -> Iterator[Finding]:
    """Yield pages whose canonical is not their own, or for those that stand in, a whole page's."""
    for page in site.documents:
        if page.is_not_found:
            continue
        if len(page.canonicals) != 1:
            yield page.path, f"has {len(page.canonicals)} canonical links, not one"
        elif page.is_fallback:
            target = site.page_at(page.canonicals[0])
            if target is None or target.lang not in (SOURCE, page.lang) or not target.is_indexable:
                where = " or ".join(f"/{lang}/" for lang in sorted({SOURCE, page.lang}))
                yield page.path, f"canonical {page.canonicals[0]} is no page of {where}"
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
