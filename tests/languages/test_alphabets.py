"""Words in the order in which readers look them up."""

from __future__ import annotations

from itertools import groupby
from random import Random

import pytest

from samenleven.languages.alphabets import letter_of, sort_key


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ["brugfiguur", "één", "eerst", "OCMW", "OKAN", "vzw"]),
        ("fr", ["école", "élève", "emploi", "étranger"]),
        ("es", ["nube", "ñandú", "oca", "ópera", "oso"]),
        ("tr", ["ırmak", "Isparta", "İş", "okul", "öğren"]),
        ("uk", ["гра", "ґанок", "день", "єдність", "життя", "ідея", "їжа", "яблуко"]),
        ("ar", ["أسرة", "الاندماج", "بلدية", "المدرسة", "هوية", "OCMW"]),
        ("fa", ["آب", "ادغام", "پارک", "چای", "داوطلب", "ژاله", "گل", "یاد", "OCMW"]),
    ],
)
def test_words_stand_in_the_alphabet_of_the_language(lang: str, words: list[str]) -> None:
    mixed = Random(1).sample(words, len(words))
    assert sorted(mixed, key=sort_key(lang)) == words


def test_a_space_comes_before_every_letter() -> None:
    words = ["op straat", "opvang", "op"]
    assert sorted(words, key=sort_key("nl")) == ["op", "op straat", "opvang"]


def test_marks_between_letters_are_not_looked_up() -> None:
    assert sort_key("nl")("e-mail") == sort_key("nl")("email")


@pytest.mark.parametrize(
    ("lang", "word", "letter"),
    [
        ("nl", "Één loket", "e"),
        ("nl", "’s Avonds", "s"),
        ("nl", "1 jaar", "0–9"),
        ("fr", "École d’été", "e"),
        ("es", "Ñandú", "ñ"),
        ("es", "Ópera", "o"),
        ("tr", "İş", "i"),
        ("tr", "Isparta", "ı"),
        ("tr", "Çocuklar", "ç"),
        ("uk", "Їжа", "ї"),
        ("uk", "Ґанок", "ґ"),
        ("ar", "الاندماج", "ا"),
        ("ar", "أسرة", "ا"),
        ("ar", "المدرسة", "م"),
        ("ar", "OCMW", "o"),
        ("fa", "آب", "آ"),
        ("fa", "«گل»", "گ"),
        ("fa", "۲۰۲۵", "0–9"),
    ],
)
def test_a_word_stands_under_the_letter_that_readers_look_it_up_by(
    lang: str, word: str, letter: str
) -> None:
    assert letter_of(word, lang) == letter


@pytest.mark.parametrize("lang", ["nl", "tr", "uk", "ar", "fa"])
def test_words_of_one_letter_stand_together(lang: str) -> None:
    words = ["OCMW", "één", "2 jaar", "ocean", "İş", "iş", "Isı", "їжа", "ідея", "المدرسة", "أسرة"]
    letters = [letter_of(word, lang) for word in sorted(words, key=sort_key(lang))]
    assert [letter for letter, _ in groupby(letters)] == [*dict.fromkeys(letters)]
