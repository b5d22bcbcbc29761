"""A system of writing Chinese syllables in letters: what each spelling can stand for, and all ways to split a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from openkader.screening.names.vocabulary import Reason

Meanings = frozenset[str]
MOST_SYLLABLES = 4
_LONGEST_WORD = 28
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
    _split: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def splits(self, word: str) -> tuple[tuple[str, ...], ...]:
        """All ways to split a word into spellings, the fewest syllables first."""
        known = self._split.get(word)
        if known is None:
            known = self._found(word) if len(word) <= _LONGEST_WORD else ()
            if len(self._split) < 50_000:
                self._split[word] = known
        return known

    def meanings(self, spellings: tuple[str, ...]) -> tuple[Meanings, ...]:
        """What each of some spellings can stand for."""
        return tuple(self.spellings[spelling] for spelling in spellings)

    def _found(self, word: str) -> tuple[tuple[str, ...], ...]:
        if word in self.spellings and not self.joins:
            return ((word,),)
        ways = sorted(self._ways(word, MOST_SYLLABLES), key=_awkwardness)
        best = _awkwardness(ways[0])[0] if ways else 0
        return tuple(way for way in ways[:_MOST_SPLITS] if _awkwardness(way)[0] <= best + _MORE_AWKWARD)

    def _ways(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        if word in self.spellings:
            yield (word,)
        if most > 1:
            for end in range(1, min(len(word) - 1, 8) + 1):
                if word[:end] in self.spellings:
                    yield from ((word[:end], *rest) for rest in self._ways(word[end:], most - 1))


def _awkwardness(way: tuple[str, ...]) -> tuple[int, int]:
    """Few syllables are likelier, and one that begins with a vowel is likelier in front."""
    return len(way) + sum(spelling[0] in _VOWELS for spelling in way[1:]), len(way)


def frozen(spellings: Mapping[str, Iterable[str]]) -> dict[str, Meanings]:
    """The same spellings, with meanings that no longer change; one that stands for nothing is left out."""
    return {spelling: frozenset(meanings) for spelling, meanings in spellings.items() if meanings}


def initials(spellings: Mapping[str, Iterable[str]]) -> dict[str, Meanings]:
    """With which letters of pinyin a syllable can begin that begins so in this system."""
    letters: dict[str, set[str]] = {}
    for spelling, meanings in spellings.items():
        letters.setdefault(spelling[0], set()).update(meaning[0] for meaning in meanings)
    return frozen(letters)
