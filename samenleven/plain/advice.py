"""Advise how a text in the source language can say it more plainly. Advice stops nothing."""

from __future__ import annotations

from collections.abc import Iterator

from samenleven.languages.reading import Page
from samenleven.languages.site import Site
from samenleven.plain.labels import advise_labels
from samenleven.plain.length import advise_length
from samenleven.plain.lists import read_lists
from samenleven.plain.readability import advise_readability
from samenleven.plain.texts import read_texts
from samenleven.plain.words import advise_avoided, advise_jargon
from samenleven.problems import Problem


def advise_page(page: Page, site: Site) -> Iterator[Problem]:
    """Yield every advice about the source text of a page; none in a language without lists."""
    lists = read_lists(page.source_lang)
    if lists is None:
        return
    texts = list(read_texts(page, lists))
    yield from advise_readability(texts, lists["readability"])
    yield from advise_length(texts, lists["sentences"]["most_words"])
    yield from advise_jargon(texts, page.source_lang, site)
    yield from advise_avoided(texts, page.source_lang)
    yield from advise_labels(page, site, lists["links"]["vague"])
