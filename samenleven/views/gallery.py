"""The photos of a page for readers of one language: in the story, below it, and large."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from samenleven.languages.formats import format_number, format_size
from samenleven.languages.urls import photo_slug, photos_path
from samenleven.model.entries import Entry, Home
from samenleven.model.photo import Photo as Record
from samenleven.record import record
from samenleven.views.localise import Localiser
from samenleven.views.page import NavItem, Part, Photo, Words

MOST = 24  # photos a page: without script a browser loads them all at once


@record(frozen=True)
class Gallery:
    """What a page shows of its photos; as the fields of an Article."""

    story: tuple[Part, ...]
    gallery: tuple[Photo, ...]
    photos: tuple[Photo, ...]
    photo_pages: tuple[NavItem, ...]


def count_photo_pages(entry: Entry) -> int:
    """Return on how many pages the photos of an entry stand; 1 for a page without any."""
    return len(_divide(entry))


def build_gallery(entry: Entry, to: Localiser, page: int = 1) -> Gallery:
    """Return what the page shows; from page 2 on, that is a part of the photos alone."""
    pages = _divide(entry)
    shown = {photo.slug: photo for photo in _build_photos(entry, pages, page, to)}
    parts = []
    in_story = set()
    for html, names in entry.body.parts() if page == 1 else ():
        slugs = [photo_slug(name) for name in names if photo_slug(name) in shown]
        in_story |= set(slugs)
        if html or slugs:
            parts.append(
                Part(
                    to.explainer.mark(to.html(html, entry.lang), entry.lang),
                    tuple(shown[slug] for slug in slugs),
                )
            )
    rest = tuple(photo for slug, photo in shown.items() if slug not in in_story)
    is_cover_alone = len(rest) == len(shown) == 1 and _has_cover(entry)
    return Gallery(
        story=tuple(parts),
        gallery=() if is_cover_alone else rest,
        photos=tuple(shown.values()),
        photo_pages=tuple(_links(entry, len(pages), page, to)) if len(pages) > 1 else (),
    )


def _has_cover(entry: Entry) -> bool:
    """Tell whether the page shows its first photo on top."""
    return not isinstance(entry, Home)


def _divide(entry: Entry) -> list[list[Record]]:
    """Return the photos of each page, in the order of the story, then of the list."""
    records = {photo.file: photo for photo in entry.photos or ()}
    in_story = [records[photo.name] for photo in entry.body.photos if photo.name in records]
    rest = [photo for photo in records.values() if photo not in in_story]
    first = max(MOST - len(in_story), 0)
    further = [rest[start : start + MOST] for start in range(first, len(rest), MOST)]
    return [[*in_story, *rest[:first]], *further]


def _build_photos(entry: Entry, pages: list[list[Record]], page: int, to: Localiser) -> list[Photo]:
    places = [(record, number) for number, some in enumerate(pages, 1) for record in some]
    urls = [_address(entry, record, number, page, to) for record, number in places]
    total = format_number(len(places), entry.lang)
    is_alone = len(places) == 1 and not entry.body.photos and _has_cover(entry)
    return [
        _build_photo(
            entry,
            record,
            to,
            number=format_number(at + 1, entry.lang),
            total=total,
            previous_url=urls[at - 1] if at else "",
            next_url=urls[at + 1] if at + 1 < len(urls) else "",
            close_url="#at-cover" if is_alone else f"#at-thumb-{photo_slug(record.file)}",
        )
        for at, (record, number) in enumerate(places)
        if number == page
    ]


def _address(entry: Entry, record: Record, number: int, page: int, to: Localiser) -> str:
    """Return the address of a large photo for a link on the page `page`."""
    own = "" if number == page else _page_url(entry, number, to)
    return f"{own}#at-photo-{photo_slug(record.file)}"


def _page_url(entry: Entry, number: int, to: Localiser) -> str:
    path = to.site.path(entry.place, to.lang)
    return to.below(path if number == 1 else photos_path(path, number))


def _build_photo(entry: Entry, record: Record, to: Localiser, **place: str) -> Photo:
    shown = to.shown(entry, record)
    alt = alt_of(entry, record)
    return Photo(
        slug=photo_slug(record.file),
        small=to.picture(shown, record, alt, is_small=True),
        large=to.picture(shown, record, alt),
        caption=to.inline(record.caption or ""),
        credit=record.credit or "",
        is_woven=bool(record.scene),
        download_url=to.below(shown.download),
        download_format=shown.download_format.upper(),
        download_size=format_size(shown.download_size, entry.lang),
        **place,
    )


def alt_of(entry: Entry, record: Record) -> str:
    """Return what is to be seen, from the list or from the text."""
    in_text = (photo.alt for photo in entry.body.photos if photo.name == record.file)
    return record.alt or next(in_text, "")


def _links(entry: Entry, count: int, page: int, to: Localiser) -> Sequence[NavItem]:
    return [
        NavItem(
            Words(Markup(format_number(number, entry.lang))),
            _page_url(entry, number, to),
            "page" if number == page else "",
        )
        for number in range(1, count + 1)
    ]
