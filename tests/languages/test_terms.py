"""Which words of a text are terms of the glossary."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenleven.languages.site import Site
from samenleven.languages.terms import known_words, make_finder, spellings
from samenleven.model.body import Body
from samenleven.model.entries import Glossary, Term
from samenleven.model.source import Place

OCMW = Term(key="ocmw", term="OCMW", forms=("OCMW's",), meaning="M")
BRIDGE = Term(key="bridge", term="brugfiguur", forms=("brugfiguren",), meaning="M")
COURSE = Term(key="course", term="inburgering", name="الاندماج المدني", meaning="M")
WORK = Term(key="work", term="vrijwilliger", name="متطوع", name_forms=("متطوعين",), meaning="M")
SCHOOL = Term(key="school", term="OKAN", name="ilk yıl", meaning="M")


def glossary(lang: str, *terms: Term) -> Glossary:
    return Glossary(
        place=Place("pages", "glossary"),
        lang=lang,
        path="p",
        body=Body(),
        title="T",
        summary="S",
        updated=None,
        terms=terms,
    )  # type: ignore[arg-type]


def found(lang: str, text: str, *terms: Term) -> list[tuple[str, str]]:
    finder = make_finder(glossary(lang, *terms))
    return [(text[use.start : use.end], use.key) for use in finder.find(text)]


@pytest.mark.parametrize(
    ("lang", "text", "uses"),
    [
        ("nl", "Bel het OCMW.", ["OCMW"]),
        ("nl", "Alle OCMW's samen", ["OCMW's"]),
        ("nl", "De brugfiguren en (een brugfiguur)", ["brugfiguren", "brugfiguur"]),
        ("nl", "Brugfiguren helpen.", ["Brugfiguren"]),
        ("nl", "de hoofdbrugfiguur, brugfiguurtje, OCMW-dienst, pre-OCMW, ocmw", []),
        ("fr", "Chez l'OCMW, on aide.", ["OCMW"]),
        ("tr", "OCMW'ye gidin.", ["OCMW"]),
        ("uk", "служба OCMW.", ["OCMW"]),
        ("fa", "کارمند OCMW‌ها", ["OCMW"]),
    ],
)
def test_a_term_is_found_as_a_word_of_its_own(lang: str, text: str, uses: list[str]) -> None:
    assert [use for use, _ in found(lang, text, OCMW, BRIDGE)] == uses


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("متطوع جديد", ["متطوع"]),
        ("مع المتطوع", ["المتطوع"]),
        ("والمتطوع بالمتطوع للمتطوع ولمتطوع فمتطوعين كمتطوع", None),
        ("متطوعات", []),
        ("دروس الاندماج المدني", ["الاندماج المدني"]),
        ("بالاندماج المدني وللاندماج  المدني", ["بالاندماج المدني", "وللاندماج  المدني"]),
        ("اندماج المدن", []),
    ],
)
def test_arabic_prefixes_belong_to_the_word(text: str, uses: list[str] | None) -> None:
    assert [use for use, _ in found("ar", text, WORK, COURSE)] == (
        text.split() if uses is None else uses
    )


def test_a_turkish_word_gets_its_own_capital() -> None:
    assert found("tr", "İlk yıl. Ilk yıl. ilk  yıl", SCHOOL) == [
        ("İlk yıl", "school"),
        ("ilk  yıl", "school"),
    ]


def test_the_longest_spelling_wins() -> None:
    short = Term(key="a", term="OKAN", meaning="M")
    long = Term(key="b", term="OKAN klas", meaning="M")
    assert found("nl", "De OKAN klas, en OKAN.", short, long) == [("OKAN klas", "b"), ("OKAN", "a")]


def test_a_sign_in_a_term_is_only_a_sign() -> None:
    term = Term(key="a", term="a.b (c)", forms=("v.z.w",), meaning="M")
    assert found("nl", "axb, een v.z.w.", term) == [("v.z.w", "a")]


WORDS = ["K", "OKAN", "okan", "OKAN klas", "klas", "v.z.w", "a-b", "OKAN's", "متطوع", "عمل"]
PIECES = [*WORDS, "ال", "و", "بال", "لل", "ل", "K", " ", "  ", "\n", "-", "'", ".", "s"]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["nl", "ar"]))
def test_what_is_found_is_what_one_pattern_of_all_spellings_finds(
    pieces: list[str], lang: str
) -> None:
    text = "".join(pieces)
    finder = make_finder(
        glossary(lang, *(Term(key=f"k{n}", term=word, meaning="M") for n, word in enumerate(WORDS)))
    )
    longest_first = sorted(finder.keys, key=len, reverse=True)
    any_of = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    before = "[وف]?(?:[بك]?ال|لل|[بكل])?" if lang == "ar" else ""
    pattern = re.compile(rf"(?<![\w-]){before}(?P<word>{any_of})(?!\w|-\w)")
    wanted = [
        (*match.span(), finder.keys[" ".join(match["word"].split())])
        for match in pattern.finditer(text)
    ]
    assert [tuple(use) for use in finder.find(text)] == wanted


def test_every_spelling_is_known() -> None:
    assert spellings(WORK) == ("vrijwilliger", "متطوع", "متطوعين")
    assert known_words(glossary("ar", OCMW, WORK)) == {"OCMW", "OCMW's", *spellings(WORK)}
    assert known_words(None) == frozenset()


def test_a_site_finds_terms_in_each_language_of_its_glossary(example_site: Site) -> None:
    assert sorted(example_site.finders) == ["ar", "fr", "nl"]
