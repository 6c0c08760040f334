"""The only place that knows addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import PurePath

from samenleven.model.photo import SCENE
from samenleven.model.source import Place

INFO = "pages"  # pages about the site itself have no section in their address


def page_path(lang: str, place: Place, slug: str) -> str:
    """Return the path below the site's address: no slash at its start, one at its end.

    ("fr", ("programmes", "roots"), "roots") -> "fr/programmes/roots/"
    """
    section = "" if place.section == INFO else place.section
    parts = lang, section, slug if place.key else ""
    return "/".join([*filter(None, parts), ""])


def beside_path(path: str, source_lang: str) -> str:
    """Return the path of the page that puts a translation at `path` beside its source text."""
    return f"{path}{source_lang}/"


def file_of(path: str) -> str:
    """Return the file of the output that answers to the path."""
    return f"{path}index.html" if path.endswith("/") or not path else path


def feed_path(page: str) -> str:
    """Return the path of the Atom feed of what the page at a path lists."""
    return f"{page}feed.atom"


def media_path(path: str) -> str:
    """Return the path of a file that lies below the content folder."""
    return f"media/{path}"


PHOTOS = "media/photos"  # the folder of all published photos, and of nothing else
SCENES = "media/woven"
SEARCH_INDEX = "pagefind"  # the folder of all that search fetches
WORKER = "sw.js"  # at the root: a service worker sees no page above itself


@cache
def photo_slug(file: str) -> str:
    """Return the name of a photo as it stands in addresses: small letters, digits, hyphens.

    "Feest 2025 (é).JPG" -> "feest-2025-e", "scene:roots-stage" -> "roots-stage"
    """
    stem = file.removeprefix(SCENE) if file.startswith(SCENE) else PurePath(file).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "photo"


def photo_stem(place: Place, file: str) -> str:
    """Return the start of the names under which a photo is published."""
    return f"{place.key or place.section or 'home'}-{photo_slug(file)}"


def photos_path(path: str, number: int) -> str:
    """Return the path of a further page of photos (from 2) of the page at `path`."""
    return f"{path}photos/{number}/"


def path_beside(path: str, suffix: str) -> str:
    """Return the path of a file that belongs to a page and lies beside it, under its name.

    ("fr/contacts/guichet/", ".vcf") -> "fr/contacts/guichet/guichet.vcf"
    """
    return f"{path}{path.rstrip('/').rpartition('/')[2]}{suffix}"


def index_path(lang: str) -> str:
    """Return the folder of the index that the readers of a language search in."""
    return f"{SEARCH_INDEX}/{lang}"


def manifest_path(lang: str) -> str:
    """Return the path of the web app manifest of a language."""
    return f"{lang}/manifest.json"
