"""Explain the terms of the glossary where a page first uses them, without script."""

from __future__ import annotations

from html import escape, unescape

from markupsafe import Markup

from samenleven.languages.bidi import TAG
from samenleven.languages.site import Site
from samenleven.languages.terms import TermFinder

# Where a button may not stand, or where a word is no word of the text.
CLOSED = frozenset(
    "a abbr button code dfn h1 h2 h3 h4 h5 h6 kbd pre q samp summary th var".split()  # noqa: SIM905
)


class Explainer:
    """Mark the first use of each term on one page, and remember which were used."""

    def __init__(self, site: Site) -> None:
        """Begin a page on which nothing was explained yet."""
        self._site = site
        self.used: dict[str, None] = {}  # keys of terms, in the order of their use

    def mark(self, html: str, lang: str) -> Markup:
        """Return well-formed HTML in `lang` with a button around the first use of each term."""
        finder = self._site.finders.get(lang)
        if finder is None:
            return Markup(html)
        parts = TAG.split(html)
        depth = 0
        for number, part in enumerate(parts):
            if number % 2:
                if part.strip("</> ").split(" ")[0] in CLOSED:
                    depth += -1 if part.startswith("</") else 1
            elif depth == 0 and part.strip():
                parts[number] = self._mark_escaped(part, finder)
        return Markup("".join(parts))

    def _mark_escaped(self, text: str, finder: TermFinder) -> str:
        plain, pieces, start = unescape(text), [], 0
        for use in finder.find(plain):
            if use.key in self.used:
                continue
            self.used[use.key] = None
            pieces += [
                escape(plain[start : use.start], quote=False),
                f'<button class="term" type="button" popovertarget="term-{use.key}">',
                f"{escape(plain[use.start : use.end], quote=False)}</button>",
            ]
            start = use.end
        return "".join([*pieces, escape(plain[start:], quote=False)]) if pieces else text
