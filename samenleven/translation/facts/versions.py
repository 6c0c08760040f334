"""The facts of a page in one language, with the lines on which they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.model.table import schema
from samenleven.translation.facts.finding import Fact, find_addresses, find_facts
from samenleven.translation.facts.lexicon import Lexicon, lexicon
from samenleven.translation.passages import Passage, read_passages

# Said once or more often, these are the same fact; so is a year.
ONCE = frozenset({"web", "mail", "phone", "page", "file", "street"})
YEAR = re.compile(r"(?:19|20)\d\d")


class Mention(NamedTuple):
    """A fact as it is written on a line; `place` is how far in the page it stands, 0 to 1."""

    fact: Fact
    text: str
    line: int
    name: str
    place: float


class Version(NamedTuple):
    """A page in one language: its words, and the facts that they state."""

    path: str
    words: Lexicon
    passages: list[Passage]
    mentions: list[Mention]
    possible: Counter[Fact]  # what the words can mean too


def facts_of(version: Version) -> Counter[Fact]:
    """Return how often each fact is stated; those that count once are 1."""
    counts = Counter(mention.fact for mention in version.mentions)
    return Counter({fact: 1 if _counts_once(fact) else n for fact, n in counts.items()})


def _counts_once(fact: Fact) -> bool:
    return fact.sort in ONCE or (fact.sort == "number" and bool(YEAR.fullmatch(fact.value)))


def read_version(page: Page, lang: str, without: Set[int] = frozenset()) -> Version:
    """Return the words and the facts of a page in a language that it has.

    The lines `without` of its file are left out.
    """
    read, words = page.reads[lang], lexicon(lang)
    all_passages = read_passages(read, schema(page.type))
    passages = [passage for passage in all_passages if passage.line not in without]
    links = _mentions_of_links(page, lang, passages)
    mentions, possible = [link for link in links if link.line not in without], Counter[Fact]()
    for passage in passages:
        found = [*_facts_in(passage, words)]
        place = place_of(passages, passage.line) if found else 0.0
        for fact, text, line, is_stated in found:
            if is_stated:
                mentions.append(Mention(_plain(fact, page.reads), text, line, passage.name, place))
            else:
                possible[fact] += 1
    return Version(read.source.path, words, passages, mentions, possible)


def _facts_in(passage: Passage, words: Lexicon) -> Iterator[tuple[Fact, str, int, bool]]:
    for text, found in (
        (passage.words, find_facts(passage.words, words)),
        (passage.addresses, find_addresses(passage.addresses)),
    ):
        for fact, start, end, is_stated in found:
            shown = " ".join(text[start:end].split())
            yield fact, shown, passage.line + text.count("\n", 0, start), is_stated


def _mentions_of_links(page: Page, lang: str, passages: list[Passage]) -> Iterator[Mention]:
    for link in page.bodies[lang].links:
        text = f"{link.place}#{link.fragment}".rstrip("#")
        yield Mention(Fact("page", text), text, link.line, "", place_of(passages, link.line))
    for file in page.bodies[lang].files:
        fact = _plain(Fact("file", file.path), page.reads)
        yield Mention(fact, file.path, file.line, "", place_of(passages, file.line))


def _plain(fact: Fact, languages: Iterable[str]) -> Fact:
    """Return an address without what may differ: .../fr/ for .../nl/, folder-fr.pdf."""
    if fact.sort not in ("web", "file"):
        return fact
    address = re.sub(r"^(?:https?://)?(?:www\.)?", "", fact.value.lower())
    codes = "|".join(map(re.escape, sorted(languages)))
    address = re.sub(rf"(?<![a-z])(?:{codes})(?![a-z])", "", address)
    return Fact(fact.sort, re.sub(r"([/._-])[/._-]+", r"\1", address).strip("/._-"))


def place_of(passages: list[Passage], line: int) -> float:
    """Return how far in the page a line of its file stands, 0 to 1."""
    index = max((number for number, one in enumerate(passages) if one.line <= line), default=0)
    return (index + 0.5) / max(len(passages), 1)


def line_near(mention: Mention, version: Version) -> int:
    """Return the line of a version that answers to a mention in another."""
    same = [one for one in version.passages if one.name and one.name == mention.name]
    body = [one for one in version.passages if not one.name and not mention.name]
    lines = [one.line for one in same or body or version.passages]
    return min(
        lines,
        key=lambda line: abs(place_of(version.passages, line) - mention.place),
        default=1,
    )
