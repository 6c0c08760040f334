"""The pages of the comparison: the same arguments give the same pages, in every language.

A page has headings, lists, a table, a quote, three links to other pages and one or two pictures
around 350 to 600 words; all its languages have the same shape, each in its own words.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.words import COMMA, LANGUAGES, WORDS_OF

SUBJECTS = ("onthaal", "taal", "werk", "wonen", "gezondheid", "onderwijs", "jeugd", "buurt")
PICTURES = tuple(f"foto-{number:02d}.png" for number in range(24))
PER_LIST = 20  # pages on one page of a list
FIRST_DAY, DAYS = date(2021, 1, 1), 1800
ADDRESS = "https://integratie.example.org"

Block = tuple[str, Any]  # its kind, and what it is made of


@dataclass(frozen=True)
class Text:
    """A page in one language."""

    title: str
    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """What all languages of a page share, and its text in each."""

    number: int
    key: str
    day: date
    subject: str
    texts: dict[str, Text]

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the names of its pictures."""
        text = next(iter(self.texts.values()))
        return tuple(what[1] for kind, what in text.blocks if kind == "picture")


@dataclass(frozen=True)
class Corpus:
    """All pages, in the order of their numbers."""

    pages: tuple[Page, ...]
    languages: tuple[str, ...]


def capital(text: str) -> str:
    """Return the text with a capital; no word list has a Turkish i where it would matter."""
    return text[:1].upper() + text[1:]


class Writer:
    """Write senseless text of one language, the same for the same seed."""

    def __init__(self, seed: str, lang: str) -> None:
        self._random = random.Random(f"{seed}/{lang}")
        self._words, self._comma = WORDS_OF[lang], COMMA.get(lang, ",")

    def words(self, count: int) -> str:
        """Return `count` words."""
        return " ".join(self._random.choices(self._words, k=count))

    def sentence(self, count: int) -> str:
        """Return a sentence of `count` words, some of them marked."""
        words = self._random.choices(self._words, k=count)
        for place, chance in enumerate(self._random.random() for _ in range(count)):
            if chance < 0.02:
                words[place] = f"**{words[place]}**"
            elif chance < 0.04:
                words[place] = f"*{words[place]}*"
            elif chance < 0.1 and place < count - 1:
                words[place] += self._comma
        return capital(" ".join(words)) + "."

    def paragraph(self, count: int) -> str:
        """Return sentences of `count` words in all."""
        sentences = []
        while count > 0:
            length = min(count, self._random.randint(8, 16))
            sentences.append(self.sentence(length))
            count -= length
        return " ".join(sentences)

    def row(self, number: int) -> list[str]:
        """Return a row of a table with four columns; the hour is a fact, so it follows `number`."""
        hour = f"{8 + number}:30"
        return [capital(self.words(2)), self.words(3), hour, self.words(2)]


def make_corpus(size: int, languages: Sequence[str] = LANGUAGES, seed: int = 1) -> Corpus:
    """Return `size` pages in each of the languages."""
    keys = tuple(_keys(size, seed))
    pages = tuple(_make_page(number, keys, languages, seed) for number in range(size))
    return Corpus(pages, tuple(languages))


def _keys(size: int, seed: int) -> Iterator[str]:
    chance = random.Random(f"{seed}/keys")
    pool = [word for word in WORDS_OF["nl"] if len(word) > 3]
    for number in range(size):
        yield f"{'-'.join(chance.sample(pool, 2))}-{number:05d}"


def _make_page(number: int, keys: Sequence[str], languages: Sequence[str], seed: int) -> Page:
    chance = random.Random(f"{seed}/{number}")
    others = [keys[(number + chance.randrange(1, max(2, len(keys)))) % len(keys)] for _ in range(3)]
    shape: dict[str, Any] = {
        "words": chance.randint(350, 600),
        "rows": chance.randint(4, 7),
        "items": chance.randint(4, 6),
        "pictures": chance.sample(PICTURES, chance.randint(1, 2)),
        "others": others,
    }
    texts = {lang: _make_text(Writer(f"{seed}/{number}", lang), **shape) for lang in languages}
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return Page(number, keys[number], day, SUBJECTS[number % len(SUBJECTS)], texts)


def _make_text(
    write: Writer, words: int, rows: int, items: int, pictures: list[str], others: list[str]
) -> Text:
    part = max(25, (words - rows * 8 - items * 15 - 60) // 5)
    blocks: list[Block] = [
        ("p", write.paragraph(part)),
        ("h2", capital(write.words(4))),
        ("p", write.paragraph(part)),
        ("ul", [write.sentence(7) for _ in range(items)]),
        ("h2", capital(write.words(3))),
        ("p", write.paragraph(part)),
        ("table", [write.row(number) for number in range(rows)]),
        ("picture", (write.words(5), pictures[0])),
        ("quote", write.paragraph(24)),
        ("h2", capital(write.words(4))),
        ("p", write.paragraph(part)),
        ("ol", [write.sentence(8) for _ in range(items)]),
        *(("picture", (write.words(4), name)) for name in pictures[1:]),
        ("h3", capital(write.words(3))),
        ("p", write.paragraph(part)),
        ("links", [(write.words(3), other) for other in others]),
    ]
    summary = write.sentence(12).replace("*", "")
    return Text(capital(write.words(5)), summary, tuple(blocks))


def write_markdown(text: Text, link: Callable[[str], str], picture: Callable[[str], str]) -> str:
    """Return the body in Markdown; `link` and `picture` give the addresses that a tool expects."""
    return "\n\n".join(_write_block(kind, what, link, picture) for kind, what in text.blocks) + "\n"


def _write_block(
    kind: str, what: Any, link: Callable[[str], str], picture: Callable[[str], str]
) -> str:
    match kind:
        case "h2" | "h3":
            return f"{'#' * int(kind[1])} {what}"
        case "ul":
            return "\n".join(f"- {item}" for item in what)
        case "ol":
            return "\n".join(f"{number}. {item}" for number, item in enumerate(what, 1))
        case "quote":
            return f"> {what}"
        case "picture":
            return f"![{what[0]}]({picture(what[1])})"
        case "table":
            rows = [f"| {' | '.join(row)} |" for row in what]
            return "\n".join([rows[0], "| --- | --- | --- | --- |", *rows[1:]])
        case "links":
            return "\n".join(f"- [{words}]({link(key)})" for words, key in what)
    return str(what)


def draw_picture(number: int, width: int = 120, height: int = 80) -> bytes:
    """Return a small PNG, another one for each number."""
    rows = (
        b"\0"
        + bytes(
            (x * (number + 3) + y * 7 + channel * number * 11) % 256
            for x in range(width)
            for channel in range(3)
        )
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(rows), 6)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(tag: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))
