"""Judge the addresses of links and pictures."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import SplitResult, unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from samenleven.model.front_matter import FORBIDDEN
from samenleven.problems import Message, say

ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|\w+);", re.IGNORECASE)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def plain_address(address: str) -> str:
    """Return an address as an editor means it: without entities, Markdown's marks, `{static}`."""
    address = address.replace(AMP_SUBSTITUTE, "&")
    address = ENTITY.sub(lambda entity: unescape(entity[0]), address)
    return re.sub(r"^\{(filename|static|attach)\}", "", address.strip())


def split_address(address: str) -> SplitResult:
    """Return the parts of an address as a browser takes them; what cannot be read is `broken:`.

    Browsers drop white space and control characters inside a scheme. An address without a scheme
    or host comes back unquoted, as a path.
    """
    try:
        parts = urlsplit(re.sub(r"[\s\x00-\x20]", "", unquote(address)))
        _ = parts.port  # raises ValueError where it is no number
        has_no_host = parts.scheme in ("http", "https") and not parts.hostname
        has_blank_in_host = re.match(r"\w+://[^/?#]*\s", address)
        if has_no_host or has_blank_in_host or FORBIDDEN.search(unquote(address)):
            raise ValueError
        if parts.scheme or parts.netloc:
            return parts
        path = urlsplit(address)
        return SplitResult("", "", unquote(path.path), path.query, unquote(path.fragment))
    except ValueError:
        return SplitResult("broken", "", address, "", "")


def find_address_fault(
    address: str, parts: SplitResult, *, is_picture: bool
) -> tuple[Message, Message] | None:
    """Return what is wrong with an address, wherever it stands, and the remedy."""
    is_outside = bool(parts.scheme or parts.netloc)
    not_web = say('"%(text)s" is not a web address.', text=address)
    if parts.scheme == "broken" or (not is_outside and parts.path.startswith("www.")):
        return not_web, say("Write it whole, for example https://www.example.be/.")
    if not is_outside and re.fullmatch(r"[^/@]+@[^/@]+", parts.path):
        return not_web, say('Write "mailto:" before an e-mail address.')
    if parts.scheme and parts.scheme not in SAFE_SCHEMES:
        what = say('a link of the kind "%(scheme)s:" is not allowed.', scheme=parts.scheme)
        return what, say("It was removed. Link to a page or to a web address.")
    if is_picture and is_outside:
        remedy = say("Put the file in the folder of the page: others must not see who reads it.")
        return say('the picture "%(address)s" is not on this site.', address=address), remedy
    if not is_outside and not parts.path and not parts.fragment:
        what = say("a link or a picture has no address.")
        return what, say("Write it between the round brackets.")
    return None


def climbs_out(folder: str, path: str) -> bool:
    """Tell whether a path that starts in `folder` leaves the root on its way."""
    depth = len([part for part in folder.split("/") if part])
    for part in path.split("/"):
        depth += -1 if part == ".." else (0 if part in ("", ".") else 1)
        if depth < 0:
            return True
    return False
