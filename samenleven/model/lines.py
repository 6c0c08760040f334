"""Find the line of something that Markdown gave back without its place."""

from __future__ import annotations

import re
from html import unescape

from samenleven.model.source import Source

CODE_MARKS = re.compile(r"`|~~~")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


class LineFinder:
    """Find lines of the file in which a body stands, each time from the last one found.

    Markdown keeps no lines, so that what it gives back is looked for in the text, outside code.
    """

    def __init__(self, source: Source) -> None:
        self._first = source.body_line
        self._text = hide_code(source.body)
        self._decoded = "\n".join(decode_line(line) for line in self._text.split("\n"))
        self._seen: dict[str, int] = {}

    def address(self, address: str) -> int:
        """Return the line of a link or picture with this address."""
        words = r"\s+".join(re.escape(word) for word in address.split())  # tabs became blanks
        return self._find(rf"(?:\]\(\s*<?|\]:\s*<?|<|=\s*[\"']?){words}(?=[\s)>\"']|$)", words)

    def attribute(self, name: str) -> int:
        """Return the line of an HTML attribute, or of one between {: and }."""
        return self._find(rf"(?<![\w-]){re.escape(name)}\s*=", re.escape(name))

    def tag(self, name: str) -> int:
        """Return the line of an HTML tag."""
        return self._find(rf"<{re.escape(name)}(?![\w-])", rf"<{re.escape(name)}")

    def anchor(self, name: str) -> int:
        """Return the line of an anchor that an editor wrote."""
        return self._find(rf"\{{[^}}\n]*#{re.escape(name)}[\s}}]", rf"id\s*=\s*.?{re.escape(name)}")

    def heading(self, words: str) -> int:
        """Return the line of a heading of the first level."""
        # Its words may hold marks in the text, such as stars: the first one is enough.
        word = re.escape((re.findall(r"\w+", words) or [""])[0])
        return self._find(rf"^ {{0,3}}#(?!#).*?{word}", rf"^.*{word}.*\n *=+ *$", word)

    def _find(self, *patterns: str) -> int:
        for pattern in patterns:
            for text in (self._text, self._decoded):
                if found := self._next(pattern, text):
                    return self._first + text.count("\n", 0, found.start())
        return self._first

    def _next(self, pattern: str, text: str) -> re.Match[str] | None:
        search = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
        found = search.search(text, self._seen.get(pattern, 0)) or search.search(text)
        if found:
            self._seen[pattern] = found.end()
        return found


def hide_code(text: str) -> str:
    """Return the text without the code between backticks, with every line in its place."""
    if not CODE_MARKS.search(text):
        return text
    shown, fence = [], ""
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if fence:
            shown.append("")
            fence = "" if mark and mark[1] == fence else fence
        else:
            shown.append(re.sub(r"`[^`]+`", "`", line))
            fence = mark[1] if mark else ""
    return "\n".join(shown)


def decode_line(line: str) -> str:
    """Return one line as Markdown and HTML understand it, without entities and backslashes."""
    if "&" not in line and "\\" not in line:
        return line
    return ESCAPED.sub(r"\1", unescape(line).replace("\n", " "))
