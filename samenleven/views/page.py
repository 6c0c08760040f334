"""What a template may see: one frozen view per page, every word and date already localised."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from samenleven.record import record


@record(frozen=True)
class Words:
    """A text, and its language where that is not the language around it."""

    text: str | Markup
    lang: str = ""
    dir: str = ""


@record(frozen=True)
class NavItem:
    """A link of a menu. `current` is the value of aria-current: "page", "true" or ""."""

    label: Words
    url: str
    current: str = ""


@record(frozen=True)
class LanguageLink:
    """The same page in another language, named in that language."""

    lang: str
    dir: str
    endonym: str
    url: str
    is_current: bool = False


@record(frozen=True)
class Alternate:
    """A `link rel=alternate hreflang`; `lang` may be x-default, `url` is absolute."""

    lang: str
    url: str


@record(frozen=True)
class Origin:
    """What a reader must know of the text: how it came to be, and where the Dutch is.

    `kind` is human, machine, machine-reviewed, or missing when the page is not translated.
    """

    kind: str
    source_url: str
    source_lang: str
    source_dir: str
    date: str = ""
    reviewed_by: str = ""
    beside_url: str = ""  # of the two texts beside each other
    iso_date: str = ""
    stale: tuple[NavItem, ...] = ()  # sections of the source text that changed; "" is its top


@record(frozen=True)
class Pair:
    """The same words in the source language and in the reader's; one side may be empty."""

    source: Markup
    own: Markup


@record(frozen=True)
class Source:
    """Other files of a picture, for browsers that know their type or fit the media query."""

    srcset: str
    type: str = ""
    media: str = ""
    width: int = 0  # CSS pixels; 0 where it has the shape of the picture
    height: int = 0


@record(frozen=True)
class Picture:
    """A picture: its address on this host, its size in CSS pixels, what is to be seen.

    Without `alt` it only decorates. `tone` and `focus` are classes: the colour that stands there
    until it is loaded, and the point that stays in sight where it is cut.
    """

    url: str
    width: int
    height: int
    alt: str = ""
    srcset: str = ""
    sources: tuple[Source, ...] = ()
    tone: str = ""
    focus: str = ""


@record(frozen=True)
class Photo:
    """A photo of a page: small in a gallery, and large at an address of its own."""

    slug: str  # of its anchors
    number: str  # in the digits of the language
    total: str
    small: Picture
    large: Picture
    caption: Markup
    credit: str
    is_woven: bool  # an illustration of ours
    download_url: str
    download_format: str  # "JPEG"
    download_size: str
    close_url: str
    previous_url: str = ""
    next_url: str = ""


@record(frozen=True)
class Part:
    """A part of a story, and the photos that the editor put behind it.

    `newer` is what the source language says by now instead of the end of `words`, where that is
    important; `newer_lang` and `newer_dir` are of it.
    """

    words: Markup
    photos: tuple[Photo, ...] = ()
    newer: str | Markup = ""
    newer_lang: str = ""
    newer_dir: str = ""


@record(frozen=True)
class ClockStage:
    """A stage of what changes on known days; `since` is its first day in ISO 8601, or ""."""

    name: str  # of model.stages
    since: str = ""
    is_now: bool = False  # on the day of the build; a script looks again


@record(frozen=True)
class Clock:
    """What a programme, enrolment or call goes through; a day that is not known is empty."""

    stages: tuple[ClockStage, ...]
    start: str = ""
    end: str = ""


@record(frozen=True)
class Card:
    """A page as it stands in a list."""

    title: Words
    summary: Words
    url: str
    date: str = ""
    iso_date: str = ""
    is_translated: bool = True  # into the reader's language
    cover: Picture | None = None
    when: str = ""  # of an event
    state: str = ""  # of an event: cancelled, postponed or ""
    clock: Clock | None = None


@record(frozen=True)
class Group:
    """The pages of one section that have to do with a page; no title for what has no section."""

    section: str
    title: Words | None
    cards: tuple[Card, ...]


@record(frozen=True)
class TimelineStep:
    """A step of a process; what is not known is empty."""

    title: Markup
    text: Markup
    when: str | Markup


@record(frozen=True)
class Attachment:
    """A file that readers can download, with its kind and size as readers say them."""

    title: Markup
    url: str
    kind: str  # as "PDF"
    size: str


@record(frozen=True)
class Funding:
    """The money for a programme; what is unknown is empty."""

    budget: str
    note: Markup
    funder: NavItem | None
    funded: str
    share: str
    support_line: Markup


@record(frozen=True)
class Remark:
    """What someone in a public office said, in our own words."""

    text: Markup
    speaker: str
    role: Markup


@record(frozen=True)
class Hour:
    """An hour of every week."""

    day: str
    hours: str
    venue: NavItem | None
    note: Markup


@record(frozen=True)
class Follow:
    """How to follow what a page lists. `calendar` and `feed` are absolute, or empty."""

    calendar: str = ""
    subscription: str = ""  # the calendar by the scheme that calendar programs answer to
    feed: str = ""


@record(frozen=True)
class Download:
    """A file beside a page: its address on this host, its kind as people call it."""

    url: str
    kind: str  # as "GPX"
    media_type: str


@record(frozen=True)
class MapStop:
    """A stop of a drawn map: the middle of its mark in pixels, and its number as written."""

    x: int
    y: int
    number: str


@record(frozen=True)
class RouteMap:
    """A drawn map of a walk; north is up. Lengths are in pixels, `path` is that of SVG."""

    width: int
    height: int
    path: str
    stops: tuple[MapStop, ...]
    scale: int
    scale_label: str


@record(frozen=True)
class FigureNote:
    """A figure, never without its scope. Empty is what is not known or does not hold."""

    key: str
    label: Words
    number: str
    unit: Words | None
    scope: Words
    period: Words | None
    target: str
    share_of_target: str
    whole: str
    share: str
    url: str  # of its place in the list of figures


@record(frozen=True)
class TermNote:
    """A word that a page explains: in Dutch, in the reader's language, and what it means."""

    key: str
    dutch: str
    name: Words | None
    meaning: Words
    url: str  # of its place in the glossary


@record(frozen=True)
class ContactCard:
    """A desk, with what is needed to reach it."""

    title: Words
    url: str
    street: str
    town: str
    phone: str
    tel: str  # RFC 3966, digits only
    email: str
    fax: str = ""
    website: str = ""
    website_name: str = ""
    role: Words | None = None
    hours: tuple[Words, ...] = ()
    vcard: str = ""  # the address of its vCard on this host


@record(frozen=True)
class Reference:
    """A document that the facts came from."""

    name: str
    url: str = ""
    licence: str = ""


@record(frozen=True)
class Preview:
    """What social networks show of a page: an absolute address, a size in pixels."""

    url: str
    width: int = 1200
    height: int = 630
    alt: str = ""


@record(frozen=True)
class Keeper:
    """What keeps pages for when there is no internet."""

    worker_url: str  # of the service worker; its folder is what it serves


@record(frozen=True)
class Frame:
    """What stands around every article: head, header, menus, footer."""

    lang: str
    dir: str
    site_name: str
    title: str  # of the window: plain text, foreign runs isolated by U+2066 and U+2069
    description: str
    url: str  # absolute
    canonical: str  # absolute
    is_indexed: bool
    home_url: str
    stylesheet: str
    script: str
    icon: str
    preview: Preview
    feed_url: str
    policy: str  # Content-Security-Policy
    alternates: tuple[Alternate, ...]
    languages: tuple[LanguageLink, ...]
    menu: tuple[NavItem, ...]
    footer: tuple[NavItem, ...]
    crumbs: tuple[NavItem, ...]
    origin: Origin | None
    contact: ContactCard | None
    fonts: tuple[str, ...] = ()  # to be fetched first
    scripts: tuple[str, ...] = ()  # of what only some pages hold
    kind: str = "website"  # or "article", for social networks (ogp.me)
    linked_data: str | Markup = ""  # JSON-LD
    moved_to: str = ""  # on this host: where the page of an old address is
    search_url: str = ""
    manifest_url: str = ""  # of the web app
    keeper: Keeper | None = None


@record(frozen=True)
class Article:
    """What every type of article shows. `lang` is that of its words.

    `data` holds what only this type has: a frozen dataclass of views.articles.
    """

    template: str
    lang: str
    dir: str
    title: Markup
    summary: Markup
    story: tuple[Part, ...]
    data: Any
    cover: Picture | None = None  # the cloth, where there is no photo
    cover_photo: Photo | None = None
    gallery: tuple[Photo, ...] = ()  # below the story
    photos: tuple[Photo, ...] = ()  # all of this page, each once, to be opened
    photo_pages: tuple[NavItem, ...] = ()  # where there are more than fit on one page
    sources: tuple[Reference, ...] = ()
    updated: str = ""
    iso_updated: str = ""
    figures: tuple[FigureNote, ...] = ()
    topics: tuple[NavItem, ...] = ()
    terms: tuple[TermNote, ...] = ()  # that the body explains, in the order of their use


@record(frozen=True)
class View:
    """A page of the output: its file, its frame in the reader's language, its article.

    The article of a page that is not translated is in the source language. Nothing else than
    this, the templates and the two languages' catalogs decides the bytes of the page.
    """

    file: str
    frame: Frame
    article: Article


def holds(view: object, part: type) -> bool:
    """Tell whether a view holds a part of this type, however deep."""
    stack = [view]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            continue  # most of what a view holds
        if isinstance(one, part):
            return True
        if isinstance(one, tuple):
            stack.extend(one)
        elif hasattr(one, "__dataclass_fields__"):
            stack.extend(vars(one).values())
    return False
