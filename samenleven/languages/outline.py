"""What a site knows of a page that is not loaded: enough for addresses, lists and links back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from samenleven.model.entries import Entry, Programme
from samenleven.model.photo import Photo
from samenleven.model.references import named_files, named_places
from samenleven.model.source import Place


class Written(NamedTuple):
    """What is known of a page in one language."""

    slug: str  # "" where the name of the folder is it
    old_slugs: tuple[str, ...]
    files: tuple[str, ...]  # below the content folder, that it links to or names
    linked: tuple[Place, ...]  # pages that its text links to


class Outline(NamedTuple):
    """What is known of a page in all languages that it is written in."""

    type: type[Entry]
    versions: Mapping[str, Written]
    day: date | None  # of publication
    order: int | None
    named: tuple[Place, ...]  # pages that its facts name
    photos: tuple[Photo, ...]  # with the words of the source language
    drafts: frozenset[str] = frozenset()  # languages
    cloth: tuple[str, str] = ("", "")  # of a programme: how it is woven, and its threads

    def to_row(self) -> tuple[Any, ...]:
        """Return it as bare tuples, which are pickled thrice as fast."""
        versions = [
            (lang, *one[:3], tuple(map(tuple, one.linked))) for lang, one in self.versions.items()
        ]
        return self.type, versions, *self[2:4], tuple(map(tuple, self.named)), *self[5:]

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Outline:
        """Return what `to_row` made a row of."""
        versions = {
            lang: Written(slug, old_slugs, files, tuple(Place(*place) for place in linked))
            for lang, slug, old_slugs, files, linked in row[1]
        }
        named = tuple(Place(*place) for place in row[4])
        return cls._make((row[0], versions, *row[2:4], named, *row[5:]))

    def is_early(self, today: date) -> bool:
        """Tell whether the day of publication is still to come."""
        return bool(self.day and self.day > today)

    @property
    def is_limited(self) -> bool:
        """Tell whether one of its photos may not be shown, or not for ever."""
        return not all(photo.may_be_shown(date.max) for photo in self.photos)

    def shown_on(self, today: date, *, drafts: bool) -> Outline:
        """Return the outline of what a site shows on a day, translations that are drafts or not."""
        left = frozenset[str]() if drafts else self.drafts
        return self._replace(
            versions={lang: one for lang, one in self.versions.items() if lang not in left},
            photos=tuple(photo for photo in self.photos if photo.may_be_shown(today)),
        )

    def points_to(self, places: Collection[Place]) -> bool:
        """Tell whether a fact names, or a text links to, one of the pages at `places`."""
        linked = (place for one in self.versions.values() for place in one.linked)
        return any(place in places for place in (*self.named, *linked))


def make_outline(
    versions: Mapping[str, Entry], source_lang: str, drafts: frozenset[str] = frozenset()
) -> Outline:
    """Return the outline of a page that is written in these languages."""
    source = versions[source_lang]
    return Outline(
        type(source),
        {lang: _written(entry) for lang, entry in versions.items()},
        source.date,
        source.order,
        tuple(dict.fromkeys(named_places(source))),
        source.photos or (),
        drafts,
        _cloth(source),
    )


def _cloth(source: Entry) -> tuple[str, str]:
    return (source.weave or "", source.threads or "") if isinstance(source, Programme) else ("", "")


def _written(entry: Entry) -> Written:
    return Written(
        entry.slug or "",
        tuple(entry.old_slugs or ()),
        tuple(dict.fromkeys((*(link.path for link in entry.body.files), *named_files(entry)))),
        tuple(dict.fromkeys(link.place for link in entry.body.links)),
    )
