"""Sort words as the readers of a language look them up (CLDR collation, as far as names need)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from unicodedata import combining, normalize

Key = tuple[tuple[int, int], ...]

# Languages whose order is not that of the letters without their marks.
ALPHABETS: Mapping[str, str] = {
    "ar": "ءابةتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
# A dictionary looks these up as the letters behind them; casefold() would make i of a Turkish I.
FOLDS: Mapping[str, Mapping[int, str]] = {
    "ar": str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي"}),
    "tr": str.maketrans({"I": "ı", "İ": "i"}),
}
ARTICLES: Mapping[str, str] = {"ar": "ال"}  # not looked up


def sort_key(lang: str) -> Callable[[str], Key]:
    """Return the key for sorting words of a language; words in another script come last."""
    ranks = {letter: number for number, letter in enumerate(ALPHABETS.get(lang, ""))}

    def key(text: str) -> Key:
        return tuple(_rank(part, ranks) for part in _fold(text, lang))

    return key


def letter_of(text: str, lang: str) -> str:
    """Return the small letter that readers of a language look a word up under, or "0–9"."""
    first = next((part for part in _fold(text, lang) if part != " "), "")
    if first.isdecimal():
        return "0–9"
    return first if first in ALPHABETS.get(lang, "") else _bare(first)


def _fold(text: str, lang: str) -> str:
    folded = text.translate(FOLDS.get(lang, {})).casefold().strip()
    composed = normalize("NFC", folded.removeprefix(ARTICLES.get(lang, "")))
    return "".join(part for part in composed if part.isalnum() or part == " ")


def _rank(letter: str, ranks: Mapping[str, int]) -> tuple[int, int]:
    """Return a space first, then digits, the letters of the alphabet, all other letters."""
    if letter == " ":
        return -1, 0
    if letter.isdecimal():
        return 0, int(letter)
    if letter in ranks:
        return 1, ranks[letter]
    base = _bare(letter)
    return (1, ranks[base]) if base in ranks else (2, ord(base))


def _bare(letter: str) -> str:
    """Return a letter without its marks."""
    bare = "".join(part for part in normalize("NFKD", letter) if not combining(part))
    return bare[:1] or letter
