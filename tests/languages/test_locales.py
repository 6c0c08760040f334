from __future__ import annotations

import pytest
from babel import UnknownLocaleError

from samenleven.languages.locales import KNOWN, Language, describe_all, language


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


def test_what_is_known_is_what_babel_says() -> None:
    """After another Babel, `python3 -m samenleven fields` writes it anew."""
    assert KNOWN.read_text("utf-8") == describe_all()
