"""How alike two words are, in the letters in which many hands write one name."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from openkader.screening.names import SHORT, form

INITIAL = 0.6
# Oleksandr is registered as Aleksandr elsewhere; a Bill is a William more often than not.
_OTHER_FORM, _SHORT_FORM = 0.95, 0.8
# No two words that are less alike than this are held for one.
LEAST = 0.6
_OPEN, _SWALLOWED = frozenset("aeiou"), frozenset("gkq")
_OTHER_START = 0.86
_ENDS = frozenset("aoe")
_VOWELS = str.maketrans("", "", "aeiouwyj")
_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "f", "p": "b", "h": None})
_DIGRAPHS = (
    ("ph", "f"),
    ("cks", "x"),
    ("ks", "x"),
    ("dzh", "j"),
    ("dj", "j"),
    ("dh", "z"),
    ("gh", "k"),
    ("tsch", "ch"),
    ("ce", "se"),
    ("ci", "si"),
)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """A word without vowels, in sounds that transliterations confuse: Muhammad and Mohamed are one."""
    for spelling, sound in _DIGRAPHS:
        if spelling in word:
            word = word.replace(spelling, sound)
    sounds = word.translate(_SOUNDS)
    # A letter written twice sounds once; with a vowel between, as in Maamoun, it sounds twice.
    once = "".join(letter for before, letter in pairwise(" " + sounds) if before != letter)
    return once.translate(_VOWELS) or word[:1].translate(_SOUNDS)


def alike(one: str, other: str) -> float:
    """How alike two words are, from 0 to 1; short words must be equal."""
    if one == other:
        return 1.0
    sound = next(sound_alike(one, [other])) if consonants(one) == consonants(other) else 0.0
    return max(spelt_alike(one, other), sound)


def spelt_alike(one: str, other: str) -> float:
    """How alike two different words are in their letters."""
    shorter, longer = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    if shorter < 4:
        return 0.0
    edits = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    if edits == 1 and longer > 4 and (one[0] == other[0] or longer > 6):
        # Luis is no Luisa and Ivanov no Ivanova.
        at_the_end = one[: shorter - 1] == other[: shorter - 1] and {one[-1], other[-1]} & _ENDS
        return 0.8 if at_the_end else 0.92 if longer > 6 else 0.86
    if edits <= 2 and longer > 7:
        return 0.86
    if shorter < 6:
        return 0.0
    near = JaroWinkler.similarity(one, other, score_cutoff=0.85)
    return 0.8 * near


def sound_alike(one: str, others: Iterable[str]) -> Iterator[float]:
    """How alike a word is to each of others that have its consonants: near, if these are enough and the letters near.

    Two words with other consonants are not alike in sound; whoever asks has looked for those with the same.
    """
    bare = len(consonants(one))
    least = (1.0, 1.0, 0.78, 0.7)[bare] if bare < 4 else 0.6
    # Ehsan is no Husayn.
    other_start = least if one[0] in _SWALLOWED else max(least, _OTHER_START)
    length, opened = len(one), one[0] in _OPEN
    for other in others:
        shorter, longer = (length, len(other)) if length < len(other) else (len(other), length)
        if bare < 2 or shorter < 4 or 2 * shorter < longer + 2:
            yield 0.0
            continue
        starts_alike = (other[0] in _OPEN) is opened or other[0] in _SWALLOWED
        if JaroWinkler.similarity(one, other) <= (least if starts_alike else other_start):
            yield 0.0
        else:
            yield 0.88 if shorter > 5 else 0.84


def name_alike(one: str, other: str) -> float:
    """How alike two different words are that may be forms of one given name."""
    found = form(one, other)
    if found is None:
        return 0.0
    return _SHORT_FORM if found == SHORT else _OTHER_FORM


def is_initial(one: str, other: str) -> bool:
    """Whether one of two words is a single letter that the other begins with."""
    return (len(one) == 1) is not (len(other) == 1) and one[0] == other[0]
