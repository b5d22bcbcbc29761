"""Hebrew letters in Latin ones; vowels are mostly not written."""

import re
import unicodedata

_LETTERS = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "o", "ז": "z", "ח": "h", "ט": "t", "י": "i",
    "כ": "k", "ך": "kh",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "tz",
    "ץ": "tz",
    "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_INITIAL = {"ו": "v", "י": "y", "כ": "k", "פ": "p", "ב": "b"}
_INNER = {"ב": "v", "פ": "f"}


def romanised(text: str) -> tuple[str, ...]:
    """The text in Latin letters, once with hard and once with soft b and p inside a word."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )
    found = re.findall(r"\w+", plain)
    return tuple(dict.fromkeys(" ".join(_word(word, inner) for word in found) for inner in ({}, _INNER)))


def _word(word: str, inner: dict[str, str]) -> str:
    first = _INITIAL.get(word[0], _LETTERS.get(word[0], word[0]))
    return first + "".join(inner.get(letter, _LETTERS.get(letter, letter)) for letter in word[1:])
