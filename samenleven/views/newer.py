"""Show what is important, and newer in Dutch, in Dutch under its old translation.

An editor marks a paragraph or an item of a list in the Dutch file with `{.important}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from html import unescape

from markupsafe import Markup

from samenleven.languages.bidi import TAG
from samenleven.languages.locales import language
from samenleven.model.body import Body
from samenleven.model.entries import Entry
from samenleven.translation.inline import split_words
from samenleven.translation.notice import Stale
from samenleven.views.beside import find_heading, split_blocks
from samenleven.views.localise import Localiser
from samenleven.views.page import Part

MARKED = re.compile(r'<(p|li)\b[^>]*\sclass="(?:[^"]* )?important(?: [^"]*)?"[^>]*>')
# On a page of another language its names could stand a second time, and notes are not there.
OWN_NAME = re.compile(r'\sid="[^"]*"')
NOTE_MARK = re.compile(r"<sup\b[^>]*>.*?</sup>", re.DOTALL)
PLACE = re.compile(r'<hr class="newer-(\d+)">\n?')


def find_newer(entry: Entry, to: Localiser) -> list[tuple[Stale, str]]:
    """Return what is important and stale in a translation, with its HTML in the Dutch body."""
    important = [one for one in to.origins.stale(entry.place, entry.lang) if one.is_important]
    if not important:
        return []
    dutch = to.site.version(entry.place, to.site.settings.source_lang)
    marked = [*_marked(dutch.body.html)]
    found = []
    for one in important:
        html = next((html for html in marked if _holds(html, one.new)), "")
        found += [(one, html)] if html else []
    return found


def _marked(html: str) -> Iterator[str]:
    """Yield what stands in each element that is marked, a list item as a paragraph."""
    for start in MARKED.finditer(html):
        inner = _inside(html, start.end(), start[1])
        is_block = inner.lstrip().startswith("<p")
        inner = NOTE_MARK.sub("", OWN_NAME.sub("", inner.strip()))
        yield inner if is_block else f"<p>{inner}</p>"


def _inside(html: str, start: int, name: str) -> str:
    """Return the HTML from `start` to the end of the element that began just before it."""
    depth = 1
    for tag in re.finditer(rf"<(/?){name}\b[^>]*>", html[start:]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[start : start + tag.start()]
    return html[start:]


def _holds(html: str, words: str) -> bool:
    """Tell whether HTML says these words of Markdown; marks and addresses do not count."""
    said = _letters(unescape(TAG.sub("", html)))
    texts = [_letters(text) for text in split_words(words)[::2]]
    return any(texts) and all(text in said for text in texts)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def mark_places(entry: Entry, newer: Sequence[tuple[Stale, str]]) -> Entry:
    """Return a translation with a mark in its body where each text in Dutch has to come."""
    blocks = split_blocks(entry.body.html)
    marks: dict[int, str] = {}
    for number, (stale, _) in enumerate(newer):
        after = _find_block(blocks, stale)
        marks[after] = marks.get(after, "") + f'\n<hr class="newer-{number}">'
    html = "\n".join(block + marks.get(number, "") for number, block in enumerate(blocks))
    html = marks.get(-1, "").lstrip() + "\n" * (-1 in marks) + html
    values = {field.name: getattr(entry.body, field.name) for field in fields(Body)}
    return replace(entry, body=Body(**{**values, "html": html}))


def _find_block(blocks: Sequence[str], stale: Stale) -> int:
    """Return after which block something comes: its old text, else its section; -1 for none."""
    start, end = _find_section(blocks, stale.section.anchor)
    order = [*range(start, end), *range(len(blocks))]
    holds = (number for number in order if _holds(blocks[number], stale.under))
    return next(holds, end - 1)


def _find_section(blocks: Sequence[str], anchor: str) -> tuple[int, int]:
    """Return the numbers of the blocks of a section; of the whole text if there is none."""
    heads = [number for number, block in enumerate(blocks) if find_heading(block) is not None]
    if not anchor:
        return 0, min(heads, default=len(blocks))
    for start, end in zip(heads, [*heads[1:], len(blocks)], strict=True):
        if find_heading(blocks[start]) == anchor:
            return start, end
    return 0, len(blocks)


def show_newer(
    story: Sequence[Part], newer: Sequence[tuple[Stale, str]], to: Localiser
) -> tuple[Part, ...]:
    """Return a story with the texts in Dutch in the places of their marks."""
    source = to.site.settings.source_lang
    texts = [(to.html(html, source), source, language(source).dir) for _, html in newer]
    return tuple(part for whole in story for part in _divide(whole, texts))


def _divide(part: Part, texts: Sequence[tuple[Markup, str, str]]) -> Iterator[Part]:
    """Yield a part in pieces, each but the last with the text in Dutch that follows it."""
    pieces = PLACE.split(str(part.words))
    for words, number in zip(pieces[::2], pieces[1::2], strict=False):
        yield Part(Markup(words.strip()), (), *texts[int(number)])
    rest = pieces[-1].strip() if len(pieces) > 1 else str(part.words)
    if rest or part.photos or len(pieces) == 1:
        yield Part(Markup(rest), part.photos)
