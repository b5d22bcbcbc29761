"""Arabic and Persian letters in Latin ones; short vowels are not written, so common names have a table."""

import re
import unicodedata

from openkader.screening.names.arabic_names import COMMON_NAMES

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ء": "", "ئ": "y", "ؤ": "u", "ب": "b", "ت": "t",
    "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "ل": "l",
    "م": "m",
    "ن": "n", "ه": "h", "ة": "a", "ھ": "h", "ہ": "h", "و": "w", "ي": "y", "ی": "y", "ې": "y", "ے": "e",
    "پ": "p",
    "چ": "ch", "ژ": "zh", "گ": "g", "ټ": "t", "ډ": "d", "ړ": "r", "ښ": "sh", "ځ": "z", "څ": "ts", "ڼ": "n",
    "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ں": "n", "ڤ": "v", "ڨ": "g", "ۇ": "u", "ۆ": "o", "ە": "e", "ڭ": "ng", "ۋ": "v",
}  # fmt: skip
_WEAK = {"w": "u", "y": "i"}
_VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W\d_]+")
_ONE_FORM = str.maketrans(
    {"ک": "ك", "ی": "ي", "ى": "ي", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ہ": "ه", "ـ": None}
)
_ROUGHLY = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي"})


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without vowel signs and lengthening strokes; the article stands apart."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFC", text) if not unicodedata.combining(letter)
    )
    found = _WORD.findall(bare.replace("ـ", "").replace("\u200c", " "))
    return tuple(part for word in found for part in _parted(word))


def one_form(word: str) -> str:
    """The word with one letter for those that Arabic, Persian and Urdu write for each other."""
    return word.translate(_ONE_FORM).translate(_ROUGHLY)


def romanised(text: str) -> tuple[str, ...]:
    """The text in Latin letters, common names in their usual spelling."""
    return (" ".join(map(_spelt, words(text))),)


def _parted(word: str) -> tuple[str, ...]:
    for servant in ("عبد", "أبو", "ابو"):
        if word.startswith(servant + "ال") and len(word) > len(servant) + 2:
            return servant, *_parted(word[len(servant) :])
    return ("ال", word[2:]) if word.startswith("ال") and len(word) > 4 else (word,)


def _spelt(word: str) -> str:
    known = COMMON_NAMES.get(word.translate(_ONE_FORM))
    return known or _voiced(word)


def _voiced(word: str) -> str:
    """A word by its letters; between two consonants an a is spoken, which is right more often than not."""
    spelt = ""
    for letter in word:
        latin = _LETTERS.get(letter, "")
        if latin in _WEAK and spelt and spelt[-1] not in _VOWELS:
            latin = _WEAK[latin]
        elif latin and spelt and latin[0] not in _VOWELS and spelt[-1] not in _VOWELS:
            latin = "a" + latin
        spelt += "" if latin == "a" and spelt.endswith("a") else latin
    return spelt
