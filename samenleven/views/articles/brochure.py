"""Pages put together to be printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from samenleven.model.entries import Brochure, Entry
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import Article, Card, Group, Origin, Words


@record(frozen=True)
class Chapter:
    """A page inside the booklet. `id` is that of its heading, and begins all others."""

    id: str
    title: Words
    article: Article
    origin: Origin | None


@record(frozen=True)
class BrochureData:
    """The chapters, in their order."""

    chapters: tuple[Chapter, ...]


def build_brochure(
    entry: Brochure, to: Localiser, build: Callable[[Entry, Localiser], Article]
) -> BrochureData:
    """Return the pages as chapters; `build` makes the article of each."""
    chapters = []
    for place in entry.chapters:
        page = to.site.version(place, entry.lang)
        article = build(page, to.inside(page.lang))
        chapters.append(
            Chapter(
                id="-".join(place),
                title=to.words(page.title, page.lang),
                # The booklet itself explains the terms of all its chapters.
                article=replace(article, data=without_cards(article.data), cover=None, terms=()),
                origin=to.origins.find(page, entry.lang),
            )
        )
    return BrochureData(tuple(chapters))


def without_cards(data: Any) -> Any:
    """Return what an article shows without its lists of other pages: paper has no links."""
    changes = {}
    for field in fields(data):
        value = getattr(data, field.name)
        if isinstance(value, tuple) and all(isinstance(item, Card | Group) for item in value):
            changes[field.name] = ()
        elif is_dataclass(value):
            changes[field.name] = without_cards(value)
    return replace(data, **changes)
