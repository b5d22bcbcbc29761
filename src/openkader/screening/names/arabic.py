"""Arabic and Persian letters in Latin ones; short vowels are not written, so common names have a table."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from openkader.screening.names.han import rows

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
_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4
# What grows to the word before it: of God, of the faith, of the merciful.
_GROWN = ("الله", "الدين", "الرحمن", "الحق")
# What ends the name of a family in Persian and Pashto, in Latin letters one word with what stands before it.
_FAMILY = {"زاده": "zadeh", "نژاد": "nejad", "پور": "pour", "خيل": "khel", "زي": "zai", "زيي": "zai"}
_LONG_I = ("اي", "ای", "إي")
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
    """The text in Latin letters, common names in their usual spelling; the name of a family apart, then joined."""
    parts = words(text)
    return tuple(dict.fromkeys((" ".join(map(_spelt, parts)), " ".join(_joined(parts)))))


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """The words in Latin letters; what ends the name of a family is written to what stands before it."""
    last = ""
    for part in parts:
        ending = _FAMILY.get(one_form(part))
        if ending and last:
            last += ending
            continue
        if last:
            yield last
        last = _spelt(part)
    if last:
        yield last


def _parted(word: str) -> tuple[str, ...]:
    """The words that are written as one: the servant of God, the father of somebody, the light of the faith."""
    known = _common()
    for servant in ("عبد", "أبو", "ابو"):
        rest = word.removeprefix(servant)
        if rest != word and rest.startswith(_ARTICLE) and len(rest) > len(_ARTICLE):
            return servant, *_parted(rest)
    if one_form(word) in known:
        return (word,)
    if word.startswith(_ARTICLE) and (len(word) > _SHORTEST_WITH_ARTICLE or one_form(word[2:]) in known):
        return _ARTICLE, word[2:]
    for ending in _GROWN:
        before = word.removesuffix(ending)
        if before != word and one_form(before) in known:
            return before, *_parted(ending)
    return (word,)


def _spelt(word: str) -> str:
    return _common().get(one_form(word)) or _voiced(word)


@cache
def _common() -> Mapping[str, str]:
    """Common names in one usual Latin spelling."""
    return dict(row.split("\t") for row in rows("arabic_names"))


def _voiced(word: str) -> str:
    """A word by its letters; between two consonants an a is spoken, which is right more often than not."""
    spelt = ""
    if len(word) > 2 and word[:2] in _LONG_I:
        spelt, word = "i", word[2:]
    for letter in word:
        latin = _LETTERS.get(letter, "")
        if latin in _WEAK and spelt and spelt[-1] not in _VOWELS:
            latin = _WEAK[latin]
        elif latin and spelt and latin[0] not in _VOWELS and spelt[-1] not in _VOWELS:
            latin = "a" + latin
        spelt += "" if latin == "a" and spelt.endswith("a") else latin
    return spelt
