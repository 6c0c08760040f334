"""What a template may see: one frozen view per page, every word and date already localised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True)
class Words:
    """A text, and its language where that is not the language around it."""

    text: str | Markup
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class NavItem:
    """A link of a menu. `current` is the value of aria-current: "page", "true" or ""."""

    label: Words
    url: str
    current: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language, named in that language."""

    lang: str
    dir: str
    endonym: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Alternate:
    """A `link rel=alternate hreflang`; `lang` may be x-default, `url` is absolute."""

    lang: str
    url: str


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Source:
    """Other files of a picture, for browsers that know their type or fit the media query."""

    srcset: str
    type: str = ""
    media: str = ""
    width: int = 0  # CSS pixels; 0 where it has the shape of the picture
    height: int = 0


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Part:
    """A part of a story, and the photos that the editor put behind it."""

    words: Markup
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True)
class Card:
    """A page as it stands in a list."""

    title: Words
    summary: Words
    url: str
    date: str = ""
    iso_date: str = ""
    is_translated: bool = True  # into the reader's language
    cover: Picture | None = None


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Reference:
    """A document that the facts came from."""

    name: str
    url: str = ""
    licence: str = ""


@dataclass(frozen=True)
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
    photo_script: str  # "" on a page without photos
    icon: str
    preview: str  # absolute; 1200 x 630 pixels
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class View:
    """A page of the output: its file, its frame in the reader's language, its article.

    The article of a page that is not translated is in the source language. Nothing else than
    this, the templates and the two languages' catalogs decides the bytes of the page.
    """

    file: str
    frame: Frame
    article: Article
