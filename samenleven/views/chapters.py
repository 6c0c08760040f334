"""Fit the HTML of a page into a booklet: one heading deeper, names that no other chapter has."""

from __future__ import annotations

import re

TAG = re.compile(r"<[^>]*>")
HEADING = re.compile(r"(</?h)([1-5])\b")
NAME = re.compile(r'(?<=\s)id="([^"]+)"')
# Each section of a page is a landmark; in a booklet there would be dozens of the same name.
LANDMARK = re.compile(r'\saria-labelledby="[^"]*"')
LINK = re.compile(r'(?<=\s)href="#([^"]*)"')


def fit_chapter(html: str, chapter: str) -> str:
    """Return the HTML of an article as the chapter of that name.

    Its title becomes a second heading that carries the name; links inside it stay inside it.
    """
    first = iter((f' id="{chapter}"',))

    def fit(tag: re.Match[str]) -> str:
        text = NAME.sub(lambda name: f'id="{chapter}-{name[1]}"', LANDMARK.sub("", tag[0]))
        text = LINK.sub(lambda link: f'href="#{chapter}-{link[1]}"', text)
        is_title = text.startswith("<h1")
        text = HEADING.sub(lambda head: f"{head[1]}{int(head[2]) + 1}", text)
        return f"{text[:3]}{next(first, '')}{text[3:]}" if is_title else text

    return TAG.sub(fit, html)
