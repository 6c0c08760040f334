"""Advise about the words of links: a screen reader can read the links of a page alone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from samenleven.languages.reading import Page
from samenleven.languages.site import Site
from samenleven.model.lines import hide_code
from samenleven.model.source import Place
from samenleven.plain.lists import parts
from samenleven.problems import Message, Problem, say

LINK = re.compile(r"(?<!!)\[(?!\^)([^\[\]]+)\](?:\(\s*<?([^\s()<>]+)|\[([^\[\]]+)\])")


class Labelled(NamedTuple):
    """A link of a body: its words on one line, where it leads, the line of the file."""

    label: str
    target: str
    line: int

    @property
    def heard(self) -> str:
        """Return the words as they are heard: without capitals, marks and emphasis."""
        return self.label.strip(" .,:;!?*_`\"'\u2026\u2192\u00bb>").lower()


def advise_labels(page: Page, site: Site, vague: str) -> Iterator[Problem]:
    """Yield an advice for each link whose words say nothing, or say the same as another's.

    WCAG 2.4.4 and 2.4.9: from the words of a link one knows where it leads.
    """
    first: dict[str, Labelled] = {}
    says_nothing = frozenset(parts(vague))
    for link in _find_links(page):
        other = first.setdefault(link.heard, link)
        if link.heard in says_nothing:
            what = say('the link "%(label)s" does not say where it leads.', label=link.label)
            yield _advice(page, link, what, _name_it(link, page, site))
        elif other.target != link.target:
            what = say(
                'the link "%(label)s" leads elsewhere than the one on line %(line)s.',
                label=link.label,
                line=other.line,
            )
            yield _advice(page, link, what, say("Give each its own words."))


def _find_links(page: Page) -> Iterator[Labelled]:
    source = page.dutch.source
    body = hide_code(source.body)
    for match in LINK.finditer(body):
        line = source.body_line + body.count("\n", 0, match.start())
        yield Labelled(" ".join(match[1].split()), match[2] or match[3], line)


def _advice(page: Page, link: Labelled, what: Message, remedy: Message) -> Problem:
    return Problem(page.dutch.source.path, link.line, "", what, remedy)


def _name_it(link: Labelled, page: Page, site: Site) -> Message:
    """Return the remedy; for a page of the site, with its title."""
    path = posixpath.normpath(posixpath.join(str(page.place), link.target.partition("#")[0]))
    section, _, key = posixpath.dirname(path).partition("/")
    place = Place(section, key)
    if path.endswith(".md") and place in site.entries:
        title = site.version(place, page.source_lang).title
        return say('Name what is there, for example "%(title)s".', title=title)
    return say("Name what is there.")
