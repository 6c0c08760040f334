from __future__ import annotations

import pytest
from babel import UnknownLocaleError

from samenleven.languages.locales import Language, language


@pytest.mark.parametrize(
    ("code", "endonym", "direction"),
    [
        ("nl", "Nederlands", "ltr"),
        ("fr", "Français", "ltr"),
        ("en", "English", "ltr"),
        ("ar", "العربية", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("tr", "Türkçe", "ltr"),
        ("uk", "Українська", "ltr"),
        ("es", "Español", "ltr"),
        ("ps", "پښتو", "rtl"),
        ("pt-BR", "Português (Brasil)", "ltr"),
    ],
)
def test_a_language_is_named_in_itself(code: str, endonym: str, direction: str) -> None:
    assert language(code) == Language(code, endonym, direction)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        language("xx")
