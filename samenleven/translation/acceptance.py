"""Judge the words that came back for a unit: they must fit our source, and nothing may act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

from samenleven.model.front_matter import FORBIDDEN
from samenleven.model.validate import MAX_SUMMARY
from samenleven.problems import Message, say
from samenleven.translation.blocks import Kind
from samenleven.translation.inline import HTML_TAG, placeholders, split_words
from samenleven.translation.segments import Segment
from samenleven.translation.units import Returned

Convert = Callable[[str], str]  # Markdown to HTML
_OPENS, _CLOSES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_ISOLATES = re.compile("[\u2066-\u2069]")


class Refused(Exception):
    """Raised where words cannot be taken; says why."""

    def __init__(self, reason: Message) -> None:
        """Keep the reason."""
        super().__init__(reason.msgid)
        self.reason = reason


def accept_words(returned: Returned, dutch: Segment, current: str, convert: Convert) -> str:
    """Return what came back as words for a translation, with the placeholders of our source.

    The translation as it is, `current`, is taken without a question. Raises: Refused.
    """
    kept = placeholders(dutch.words)
    text = _drop_isolates(_as_text(returned, kept))
    if not text:
        raise Refused(say("it is empty"))
    if text == current:
        return text
    words = _with_our_own(returned, kept) if returned.dutch else text
    _refuse_typed(returned, kept)
    _refuse_unfit(words, dutch, convert)
    if words == dutch.words and not returned.is_approved:
        raise Refused(say("it is still Dutch; what stays the same is to be marked as approved"))
    return words


def _as_text(returned: Returned, kept: Sequence[str]) -> str:
    """Return what came back, its white space folded. In Markdown a line feed is a hard break."""
    blanks = r"[ \t\r]+" if returned.dutch else r"[ \t\r\n]+"
    pieces = (
        _name(piece, kept) if isinstance(piece, int) else re.sub(blanks, " ", piece)
        for piece in returned.words
    )
    return re.sub(r" *\n *", "\n", "".join(pieces)).strip(" \n")


def _name(number: int, kept: Sequence[str]) -> str:
    return kept[number - 1] if 0 < number <= len(kept) else f"<{number}>"


def _with_our_own(returned: Returned, kept: Sequence[str]) -> str:
    """Return Markdown that came back, with the placeholders of today in the place of its own."""
    old = placeholders(returned.dutch)
    if len(old) != len(kept):
        raise Refused(say("the Dutch in it is not what we sent"))
    today: dict[str, list[str]] = {}
    for one, other in zip(old, kept, strict=True):
        today.setdefault(one, []).append(other)
    pieces = split_words(_drop_isolates(_as_text(returned, kept)))
    _compare(pieces[1::2], old)
    pieces[1::2] = [today[piece].pop(0) for piece in pieces[1::2]]
    return "".join(pieces)


def _refuse_typed(returned: Returned, kept: Sequence[str]) -> None:
    """Refuse an address, code or tag that was typed among the words."""
    if not returned.dutch:
        numbers = [piece for piece in returned.words if isinstance(piece, int)]
        _compare([_name(number, kept) for number in numbers], kept)
    for piece in returned.words:
        texts = split_words(str(piece))[::2] if returned.dutch else [str(piece)]
        typed = [one for text in texts if isinstance(piece, str) for one in _find_typed(text)]
        if typed:
            raise Refused(say('it holds "%(text)s", which the Dutch does not', text=typed[0]))


def _find_typed(text: str) -> list[str]:
    return [one for one in placeholders(text) if one != "\n"] + HTML_TAG.findall(text)


def _refuse_unfit(words: str, dutch: Segment, convert: Convert) -> None:
    if hidden := FORBIDDEN.search(words.replace("\n", " ")):
        code = f"{ord(hidden[0]):04X}"
        raise Refused(say("it holds U+%(code)s, which cannot be seen", code=code))
    if dutch.name == "summary" and len(words) > MAX_SUMMARY:
        what = say(
            "it is %(length)s characters long, at most %(most)s fit on a card",
            length=len(words),
            most=MAX_SUMMARY,
        )
        raise Refused(what)
    if dutch.kind is not Kind.FIELD and _form(words, convert) != _form(dutch.words, convert):
        raise Refused(say("its marks (such as ** or [ ]) are not those of the Dutch"))


def _compare(found: Sequence[str], kept: Sequence[str]) -> None:
    for one in Counter(kept) - Counter(found):
        raise Refused(say('"%(text)s" is missing', text=one.replace("\n", "\\n")))
    for one in Counter(found) - Counter(kept):
        text = one.replace("\n", "\\n")
        raise Refused(say('it holds "%(text)s", which the Dutch does not', text=text))


def _drop_isolates(words: str) -> str:
    """Return words without bidi isolates: the site sets them itself, and no page may hold them."""
    depth = 0
    for char in words:
        depth += (char in _OPENS) - (char in _CLOSES)
        if depth < 0:
            break
    if depth:
        raise Refused(say("its marks of direction (bidi) are not closed"))
    return _ISOLATES.sub("", words)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] += 1


def _form(words: str, convert: Convert) -> Counter[str]:
    """Return how many of each tag Markdown makes of a segment; their order may differ."""
    tags = _Tags()
    tags.feed(convert(words.replace("\n", "  \n")))
    return tags.found
