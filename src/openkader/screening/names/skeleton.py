"""The consonants of an Arabic name, the same for Muhammad, Mohamed and Mhmd; to find by, not to decide by."""

import re
from functools import lru_cache

from openkader.screening.names.arabic import words as arabic_words

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ٹ": "t", "ث": "t", "ج": "g", "چ": "c", "ژ": "g", "ح": "h",
    "ه": "h", "ھ": "h",
    "ہ": "h", "خ": "x", "د": "d", "ض": "d", "ذ": "d", "ڈ": "d", "ر": "r", "ڑ": "r", "ز": "z", "ظ": "z",
    "س": "s", "ص": "s",
    "ش": "c", "غ": "g", "گ": "g", "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ک": "k", "ل": "l", "م": "m",
    "ن": "n", "ں": "n",
}  # fmt: skip
_GROUPS = (
    ("kh", "x"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "$"), ("ch", "$"), ("dj", "g"), ("zh", "g"), ("ph", "f"),
)  # fmt: skip
_LETTERS = str.maketrans(
    {"q": "k", "j": "g", "p": "b", "v": "f", "c": "k", "$": "c", **dict.fromkeys("aeiouyw")}
)
_TWICE = re.compile(r"([a-z])\1+")
_SERVANT = re.compile("^a?bd[aeiou]+[lrsn]?l?(?=[^aeiou])")
_ARTICLES = frozenset({"al", "el", "ul", "ال"})
_SONS = {"ibn": "bn", "ebn": "bn", "ابن": "bn", "ould": "wld"}
_VOWELS = frozenset("aeiou")
_ARABIC_VOWELS = frozenset("اأإآٱعء")
_GOD = frozenset({"allah", "lah", "له", "لله", "الله"})


def latin_skeleton(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The consonants of folded Latin words, articles left out."""
    return tuple(part for token in tokens for part in _latin(token) if part)


def arabic_skeleton(text: str) -> tuple[str, ...]:
    """The consonants of a name in Arabic letters, articles left out."""
    return tuple(part for word in arabic_words(text) for part in (_arabic(word),) if part)


@lru_cache(maxsize=65536)
def _latin(token: str) -> tuple[str, ...]:
    if token in _GOD:
        return ("alh",)
    if token in _ARTICLES or token in _SONS:
        return (_SONS.get(token, ""),)
    servant = _SERVANT.match(token)
    if servant:
        rest = token[servant.end() :]
        if len(rest) == 1:
            return ("abd",)
        return "abd", *(("alh",) if token.endswith("lah") else _latin(rest))
    return (_consonants(token),)


def _consonants(token: str) -> str:
    spelt = token
    for group, letter in _GROUPS:
        spelt = spelt.replace(group, letter)
    head = "a" if token[0] in _VOWELS else token[0] if token[0] in "wy" else ""
    body = _TWICE.sub(r"\1", spelt.translate(_LETTERS))
    return head + (body.removesuffix("h") if len(body) > 1 else body)


def _arabic(word: str) -> str:
    if word in _ARTICLES or word in _SONS:
        return _SONS.get(word, "")
    if word in _GOD:
        return "alh"
    head = "a" if word[0] in _ARABIC_VOWELS else {"و": "w", "ي": "y", "ی": "y"}.get(word[0], "")
    body = _TWICE.sub(r"\1", "".join(_ARABIC.get(letter, "") for letter in word))
    return head + (body.removesuffix("h") if len(body) > 1 else body)
