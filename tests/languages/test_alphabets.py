"""Words in the order in which readers look them up."""

from __future__ import annotations

from random import Random

import pytest

from samenleven.languages.alphabets import sort_key


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
