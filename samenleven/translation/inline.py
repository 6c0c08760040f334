"""The parts of a segment that are no words: addresses, code, tags.

They are kept from our own source, whatever a translator sends back.
"""

from __future__ import annotations

import re
from collections.abc import Set

# Where Python-Markdown sees a mark escaped, nothing begins; that alternative comes first.
# A line feed in a segment is a hard break, for soft ones have become blanks.
_TOKEN = re.compile(
    r"""
    \\[\\`*_{}\[\]()<>#+.!|-]                       # an escaped mark is text
    | (?P<kept>
        \n
      | (?<!`)(`+)(?!`).+?(?<!`)\2(?!`)             # code
      | <!--.{0,2000}?-->
      | </?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>    # a tag, or an address between < and >
      | (?<=\]\()[ ]*(?:<[^<>]*>|(?:                # an address, up to ")" or its title
            \{+[^{}]*\}+ | [^\s()\\{] | \\. | \((?:[^()\\]|\\.)*\) | [ ]+(?![ "')])
        )+)
      | (?<=\])\[[^\[\]]*\]                         # the name of an address given elsewhere
      | \[\^[^\[\]]+\]                              # a mark of a footnote
      | \{:[^{}]*\}|\{[ ]?[#.][^{}]*\}|(?<=[\])`*_])\{[^{}]*\}  # attributes
      | https?://[^\s<>()\[\]"'`*]*[^\s<>()\[\]"'`*.,:;!?]
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      )
    """,
    re.VERBOSE | re.DOTALL,
)
HTML_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*|/)?>|<!--")


def split_words(words: str) -> list[str]:
    """Return text, placeholder, text, ... of a segment: placeholders have the odd places."""
    parts, start = [], 0
    for token in _TOKEN.finditer(words):
        if token["kept"] is not None:
            parts += [words[start : token.start()], token["kept"]]
            start = token.end()
    return [*parts, words[start:]]


def placeholders(words: str) -> list[str]:
    """Return the placeholders of a segment in their order."""
    return split_words(words)[1::2]


def has_words(words: str) -> bool:
    """Tell whether a segment holds a letter or digit for a translator."""
    return any(char.isalnum() for text in split_words(words)[::2] for char in text)


def count_words(words: str) -> int:
    """Return the number of words that a translator has to read: runs with a letter or digit."""
    texts = " ".join(split_words(words)[::2])
    return sum(any(char.isalnum() for char in run) for run in texts.split())


_SHORT = re.compile(
    r"\\.|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|(?<!\])\[(?!\^)(?P<name>(?:\\.|[^\[\]\\])+)\](?:\[\])?(?!\(|\[(?!\^))",
    re.DOTALL,
)


def complete_references(words: str, names: Set[str]) -> str:
    """Return the words with `[text]` and `[text][]` as `[text][text]` where `text` is in `names`.

    So the text can be translated while the name of its address stays. `names` are in small letters.
    """

    def complete(found: re.Match[str]) -> str:
        name = found["name"]
        return f"[{name}][{name}]" if name and name.lower() in names else found[0]

    return _SHORT.sub(complete, words) if names else words
