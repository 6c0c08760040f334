"""What is important and newer in Dutch, in the page of a translation that is older."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenleven.languages.site import read_site as read_content
from samenleven.model.source import Place
from samenleven.translation.notice import Section, Stale
from samenleven.views.localise import Localiser
from samenleven.views.newer import find_newer, mark_places, show_newer
from samenleven.views.origins import Origins
from samenleven.views.page import Part
from tests.problems.conftest import TODAY, TinySite

ROOTS = Place("programmes", "roots")
DUTCH = """\
Een [kaart](../index.nl.md) voor jou.
{.important}

## Wie? {#who}

- Kinderen
- Ook **jij**, tot 12 jaar.
{.important}

Kom maar.
"""
FRENCH = """\
Une [carte](../index.nl.md) pour toi.

## Qui ? {#who}

- Enfants
- Toi aussi, jusqu'à 11 ans.

Viens.
"""


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    site = TinySite(tmp_path.resolve())
    site.set_body(site.ROOTS, DUTCH)
    site.set_body(site.ROOTS_FR, FRENCH)
    return site


class _Known(Origins):
    """Origins for which one page is stale in a way that a test chooses."""

    known: tuple[Stale, ...] = ()

    def stale(self, place: Place, lang: str) -> tuple[Stale, ...]:
        return self.known if (place, lang) == (ROOTS, "fr") else ()


def story(site: TinySite, *known: Stale) -> list[Part]:
    """Return the story of the French page when this is stale."""
    content, problems = read_content(site.settings(), TODAY)
    assert problems == []
    origins = _Known(content)
    origins.known = known
    to = Localiser(content, "fr", "fr", None, origins)
    entry = content.version(ROOTS, "fr")
    newer = find_newer(entry, to)
    marked = mark_places(entry, newer) if newer else entry
    return list(show_newer([Part(to.html(marked.body.html, "fr"))], newer, to))


CARD = Stale(
    Section("", ""),
    "Een kaart.",
    "Een [kaart](../index.nl.md) voor jou.",
    "Une [carte](../index.nl.md) pour toi.",
    is_important=True,
)
YOU = Stale(
    Section("who", "Wie?"),
    "Ook **jij**.",
    "Ook **jij**, tot 12 jaar.",
    "Toi aussi, jusqu'à 11 ans.",
    is_important=True,
)


def test_a_paragraph_stands_in_dutch_under_its_old_translation(site: TinySite) -> None:
    first, rest = story(site, CARD)
    assert first.words == '<p>Une <a href="/fr/programmes/">carte</a> pour toi.</p>'
    assert first.newer == '<p>Een <a href="/fr/programmes/">kaart</a> voor jou.</p>'
    assert (first.newer_lang, first.newer_dir) == ("nl", "ltr")
    assert rest.words.startswith('<h2 id="who">')
    assert rest.newer == ""


def test_an_item_stands_as_a_paragraph_under_its_list(site: TinySite) -> None:
    first, rest = story(site, YOU)
    assert first.words.endswith("11 ans.</li>\n</ul>")
    assert first.newer == "<p>Ook <strong>jij</strong>, tot 12 jaar.</p>"
    assert rest.words == "<p>Viens.</p>"


@pytest.mark.parametrize(
    ("stale", "before"),
    [
        (YOU._replace(under="Quelque chose d'autre."), "<p>Viens.</p>"),
        (YOU._replace(under="", section=Section("", "")), "pour toi.</p>"),
        (YOU._replace(under="?", section=Section("gone", "Weg")), "<p>Viens.</p>"),
    ],
)
def test_what_has_no_place_stands_at_the_end_of_its_section(
    site: TinySite, stale: Stale, before: str
) -> None:
    assert story(site, stale)[0].words.endswith(before)


def test_two_texts_stand_each_in_its_place(site: TinySite) -> None:
    assert [bool(part.newer) for part in story(site, CARD, YOU)] == [True, True, False]


def test_what_is_not_important_stays_a_line_in_the_notice(site: TinySite) -> None:
    (part,) = story(site, CARD._replace(is_important=False))
    assert part.newer == ""


def test_a_page_without_words_shows_the_dutch_alone(site: TinySite) -> None:
    site.set_body(site.ROOTS_FR, "")
    (part,) = story(site, CARD._replace(under=""))
    assert (part.words, bool(part.newer)) == ("", True)
