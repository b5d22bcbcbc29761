"""A system of writing Chinese syllables in letters: what each spelling can stand for, and all ways to split a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from openkader.screening.names.vocabulary import Reason

Meanings = frozenset[str]
MOST_SYLLABLES = 4
_LONGEST_WORD = 28
_LONGEST_SPELLING = 8
_MOST_SPLITS = 12
_MORE_AWKWARD = 2
_VOWELS = frozenset("aeo")


@dataclass(frozen=True, slots=True, eq=False)
class Syllabary:
    """One system: each spelling with the pinyin syllables that it can stand for."""

    system: Reason
    spellings: Mapping[str, Meanings]
    surnames: Mapping[str, Meanings]
    initials: Mapping[str, Meanings] = field(default_factory=dict)
    # Whether given names are written in one word, so that xian may be xi'an.
    joins: bool = False

    def splits(self, word: str) -> tuple[tuple[str, ...], ...]:
        """All ways to split a word into spellings, the fewest syllables first."""
        return _splits(self, word)

    def meanings(self, spellings: tuple[str, ...]) -> tuple[Meanings, ...]:
        """What each of some spellings can stand for."""
        return tuple(self.spellings[spelling] for spelling in spellings)


@lru_cache(maxsize=65536)
def _splits(syllabary: Syllabary, word: str) -> tuple[tuple[str, ...], ...]:
    if len(word) > _LONGEST_WORD:
        return ()
    if word in syllabary.spellings and not syllabary.joins:
        return ((word,),)
    if not any(word[-length:] in syllabary.spellings for length in range(1, _LONGEST_SPELLING + 1)):
        return ()  # most foreign words end as no syllable does
    found = _ways(syllabary.spellings, word, MOST_SYLLABLES)
    ways = sorted((way for way in found if syllabary.joins or min(map(len, way)) > 1), key=_awkwardness)
    best = _awkwardness(ways[0])[0] if ways else 0
    return tuple(way for way in ways[:_MOST_SPLITS] if _awkwardness(way)[0] <= best + _MORE_AWKWARD)


def _ways(spellings: Mapping[str, Meanings], word: str, most: int) -> Iterator[tuple[str, ...]]:
    if word in spellings:
        yield (word,)
    if most > 1:
        for end in range(1, min(len(word) - 1, _LONGEST_SPELLING) + 1):
            if word[:end] in spellings:
                yield from ((word[:end], *rest) for rest in _ways(spellings, word[end:], most - 1))


def _awkwardness(way: tuple[str, ...]) -> tuple[int, int]:
    """Few syllables are likelier, and one that begins with a vowel is likelier in front."""
    return len(way) + sum(spelling[0] in _VOWELS for spelling in way[1:]), len(way)


def needs_apostrophe(way: tuple[str, ...]) -> bool:
    """Whether a later syllable begins with a vowel, which pinyin writes with an apostrophe before it."""
    return any(spelling[0] in _VOWELS for spelling in way[1:])


def frozen(spellings: Mapping[str, Iterable[str]]) -> dict[str, Meanings]:
    """The same spellings, with meanings that no longer change; one that stands for nothing is left out."""
    return {spelling: frozenset(meanings) for spelling, meanings in spellings.items() if meanings}


def initials(spellings: Mapping[str, Iterable[str]]) -> dict[str, Meanings]:
    """With which letters of pinyin a syllable can begin that begins so in this system."""
    letters: dict[str, set[str]] = {}
    for spelling, meanings in spellings.items():
        letters.setdefault(spelling[0], set()).update(meaning[0] for meaning in meanings)
    return frozen(letters)
