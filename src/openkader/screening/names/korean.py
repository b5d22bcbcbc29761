"""Korean names in Latin letters, in one spelling for that of the North, of the South, of families and of old books."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from openkader.screening.names.hangul import surname_spellings

_INITIALS = {
    "g": "k", "k": "k", "kk": "k", "gg": "k", "kh": "k", "d": "t", "t": "t", "tt": "t", "dd": "t", "th": "t",
    "b": "p",
    "p": "p", "pp": "p", "bb": "p", "ph": "p", "j": "j", "ch": "j", "jj": "j", "tch": "j", "s": "s", "ss": "s",
    "sh": "s",
    "r": "r", "l": "r", "n": "n", "m": "m", "h": "h", "": "",
}  # fmt: skip
_VOWELS = {
    "a": "a", "ae": "e", "ai": "e", "e": "e", "ya": "ya", "yae": "ye", "ye": "ye", "eo": "o", "o": "o", "uh": "o",
    "yeo": "yo", "yo": "yo", "you": "yo", "wa": "wa", "wae": "we", "oe": "we", "oi": "we", "we": "we", "wo": "wo",
    "weo": "wo", "wi": "wi", "u": "u", "oo": "u", "woo": "u", "eu": "u", "yu": "yu", "yoo": "yu", "ui": "ui",
    "eui": "ui",
    "i": "i", "ee": "i", "yi": "i",
}  # fmt: skip
_FINALS = {
    "ng": "ng", "k": "k", "g": "k", "n": "n", "t": "t", "d": "t", "l": "l", "r": "l", "m": "m", "p": "p",
    "b": "p", "h": "",
    "": "",
}  # fmt: skip
# Families that write an r or an n that others leave out, and surnames that follow no rule.
_SURNAMES = {
    "lee": "ri", "yi": "ri", "i": "ri", "rhee": "ri", "im": "rim", "yim": "rim", "yu": "ryu", "yoo": "ryu",
    "yang": "ryang",
    "yom": "ryom", "yeom": "ryom", "yum": "ryom", "yon": "ryon", "yeon": "ryon", "no": "ro", "na": "ra",
    "park": "pak",
    "chung": "jong", "jung": "jong", "suh": "so", "hur": "ho", "huh": "ho", "joe": "jo", "choy": "jwe",
    "byun": "pyon", "hyun": "hyon", "paik": "pek", "kwun": "kwon",
}  # fmt: skip
# Who writes Sung, Chul, Duk, Bum or Sup means Seong, Cheol, Deok, Beom or Seop far more often than not.
_USUAL = {"sung": "song", "jul": "jol", "tuk": "tok", "pum": "pom", "sup": "sop"}
_LONGEST_GIVEN = 2


_SYLLABLE = re.compile(
    "".join(
        "(" + "|".join(sorted(table, key=len, reverse=True)) + ")" for table in (_INITIALS, _VOWELS, _FINALS)
    )
)


def korean(tokens: Sequence[str]) -> tuple[str, ...]:
    """The surname and the syllables of the given name in one spelling; nothing when it is no Korean name."""
    for surname, *given in (tokens, (*tokens[-1:], *tokens[:-1])):
        if _surname(surname) in _known() and given:
            syllables = [_syllables(word) for word in given]
            if all(syllables) and sum(map(len, syllables)) <= _LONGEST_GIVEN:
                return _surname(surname), *(syllable for word in syllables for syllable in word)
    return ()


def _surname(word: str) -> str:
    if word in _SURNAMES:
        return _SURNAMES[word]
    return "".join(_syllables(word))


@cache
def _known() -> frozenset[str]:
    return frozenset(map(_surname, surname_spellings())) - {""}


@lru_cache(maxsize=65536)
def _syllables(word: str) -> tuple[str, ...]:
    """The syllables of a word; an open one before a consonant rather than a closed one before a vowel."""
    return next(_ways(word, _LONGEST_GIVEN), ())


def _ways(word: str, most: int) -> Iterator[tuple[str, ...]]:
    for length in range(len(word), 0, -1):
        head, rest = word[:length], word[length:]
        first = _folded(head)
        if first and not rest:
            yield (first,)
        elif first and most > 1 and rest[0] not in "aeiouwy":
            yield from ((first, *others) for others in _ways(rest, most - 1))
    if most > 1:
        yield from _before_a_vowel(word, most)


def _before_a_vowel(word: str, most: int) -> Iterator[tuple[str, ...]]:
    for length in range(len(word) - 1, 0, -1):
        first = _folded(word[:length])
        if first and word[length] in "aeiouwy":
            yield from ((first, *others) for others in _ways(word[length:], most - 1))


@lru_cache(maxsize=16384)
def _folded(syllable: str) -> str:
    match = _SYLLABLE.fullmatch(syllable)
    if not match:
        return ""
    initial, vowel, final = match.groups()
    # In Hyun and Kyung the u is spoken as in Hyon; in Yun it is not.
    spoken = "yo" if vowel == "yu" and initial and final else _VOWELS[vowel]
    return _USUAL.get(found := _INITIALS[initial] + spoken + _FINALS[final], found)
