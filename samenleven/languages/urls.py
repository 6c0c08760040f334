"""The only place that knows addresses."""

from __future__ import annotations

from samenleven.model.source import Place

INFO = "pages"  # pages about the site itself have no section in their address


def page_path(lang: str, place: Place, slug: str) -> str:
    """Return the path below the site's address: no slash at its start, one at its end.

    ("fr", ("programmes", "roots"), "roots") -> "fr/programmes/roots/"
    """
    parts = [lang, place.section, slug if place.key else ""]
    if place.section == INFO:
        parts.remove(INFO)
    return "".join(f"{part}/" for part in parts if part)


def file_of(path: str) -> str:
    """Return the file of the output that answers to the path."""
    return f"{path}index.html" if path.endswith("/") or not path else path


def feed_path(page: str) -> str:
    """Return the path of the Atom feed of what the page at a path lists."""
    return f"{page}feed.atom"


def media_path(path: str) -> str:
    """Return the path of a file that lies below the content folder."""
    return f"media/{path}"


def path_beside(path: str, suffix: str) -> str:
    """Return the path of a file that belongs to a page and lies beside it, under its name.

    ("fr/contacts/guichet/", ".vcf") -> "fr/contacts/guichet/guichet.vcf"
    """
    return f"{path}{path.rstrip('/').rpartition('/')[2]}{suffix}"
