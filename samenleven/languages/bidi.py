"""Keep foreign runs in right-to-left text in their own order (UAX 9, isolates)."""

from __future__ import annotations

import re
from html import escape, unescape

LATIN = "A-Za-z\u00c0-\u024f"
WORD = rf"[{LATIN}][{LATIN}0-9'\u2019&/-]*"
# What comes out scrambled when a right-to-left line reorders it: addresses, phone numbers,
# amounts, and names in Latin script with the digits that belong to them.
RUN = re.compile(
    r"https?://[^\s<>]*[^\s<>.,:;!?)\]\u00bb\u060c\u061b\u061f]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\+[0-9][0-9 \u00a0]{5,}[0-9]"
    r"|\u20ac[ \u00a0]?[0-9](?:[0-9.,]*[0-9])?|[0-9][0-9.,\u00a0]*[ \u00a0]?\u20ac"
    rf"|{WORD}(?:[ \u00a0.](?:{WORD}|[0-9]+))*"
)
# A text without any of these holds no such run, and is escaped as it will be.
MAY_HOLD_RUN = re.compile(f"[{LATIN}0-9@\u20ac&<>]")
TAG = re.compile(r"(<[^>]*>)")
KEPT = ("bdi", "code", "pre")  # isolated already, or by their style
LRI, PDI = "\u2066", "\u2069"


def isolate_html(html: str) -> str:
    """Return the HTML with each foreign run of its text in `<bdi dir="ltr">`.

    `html` is well formed, as nh3 writes it.
    """
    parts = TAG.split(html)
    depth = 0
    for number, part in enumerate(parts):
        if number % 2:
            name = part.strip("</> ").split(" ")[0]
            if name in KEPT:
                depth += -1 if part.startswith("</") else 1
        elif depth == 0 and part.strip():
            parts[number] = _isolate_escaped(part)
    return "".join(parts)


def _isolate_escaped(text: str) -> str:
    if not MAY_HOLD_RUN.search(text):
        return text
    pieces = []
    start = 0
    plain = unescape(text)
    for run in RUN.finditer(plain):
        pieces += [
            escape(plain[start : run.start()], quote=False),
            f'<bdi dir="ltr">{escape(run[0], quote=False)}</bdi>',
        ]
        start = run.end()
    return "".join([*pieces, escape(plain[start:], quote=False)])


def isolate_text(text: str) -> str:
    """Return plain text with each foreign run between U+2066 and U+2069, for titles and feeds."""
    return RUN.sub(lambda run: f"{LRI}{run[0]}{PDI}", text)
