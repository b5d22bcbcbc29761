"""The words of a list: which of them are like a word that is asked about, however it is spelt.

Words that differ by two letters or less share a form with letters left out; words that
differ in vowels share their consonants; forms of one given name share that name. All three
lead to a few words that are then compared.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from openkader.screening.matching.tables import Places, PlacesDraft, fingerprint, short_fingerprint
from openkader.screening.matching.words import consonants, name_alike, sound_alike, spelt_alike
from openkader.screening.names import kin_of

_SHORTEST = 4
_TWICE_FROM = 7
_TWICE_TO = 16
_LONGEST = 40
_REMEMBERED = 20_000


class Vocabulary:
    """The words of a list by number, with the ways to find one by another spelling."""

    def __init__(self, words: Sequence[str], shortened: Places, sounds: Places, kin: Places) -> None:
        self.words = words
        self.numbers = {word: number for number, word in enumerate(words)}
        self._shortened = shortened
        self._sounds = sounds
        self._kin = kin
        self.similar = lru_cache(maxsize=_REMEMBERED)(self._similar)

    @classmethod
    def of(cls, words: Sequence[str]) -> "Vocabulary":
        """The vocabulary of some words, each once."""
        shortened, sounds, kin = PlacesDraft(np.uint32), PlacesDraft(), PlacesDraft()
        for number, word in enumerate(words):
            shortened.add(_fingerprints(word), number)
            sounds.add((fingerprint(consonants(word)),), number)
            kin.add(map(fingerprint, kin_of(word)), number)
        return cls(words, shortened.finished(), sounds.finished(), kin.finished())

    @classmethod
    def stored(cls, arrays: dict[str, NDArray[np.generic]]) -> "Vocabulary":
        """The vocabulary that was written to a folder."""
        content = bytes(arrays["words"])
        return cls(
            content.decode().split("\n") if content else [],
            _stored(arrays, "shortened"),
            _stored(arrays, "sounds"),
            _stored(arrays, "kin"),
        )

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        content = np.frombuffer("\n".join(self.words).encode(), dtype=np.uint8)
        return {
            "words": content,
            **self._shortened.arrays("shortened"),
            **self._sounds.arrays("sounds"),
            **self._kin.arrays("kin"),
        }

    def known(self, word: str) -> int | None:
        """The number of a word, or of a form of the same given name."""
        number = self.numbers.get(word)
        if number is None:
            return next(iter(self._kin.find_all([fingerprint(name) for name in kin_of(word)]).tolist()), None)
        return number

    def _similar(self, word: str) -> dict[int, float]:
        """The words that are like this one, with how alike each is; the word itself with 1."""
        number = self.numbers.get(word)
        found = {} if number is None else {number: 1.0}
        if len(word) < _SHORTEST:
            return found | self._of_kin(word, {})
        near = self._shortened.find_all(_fingerprints(word)).tolist()
        likeness = {other: spelt_alike(word, self.words[other]) for other in near if other != number}
        heard = [other for other in self._sounds.find(fingerprint(consonants(word))) if other != number]
        for other, alike in zip(heard, sound_alike(word, map(self.words.__getitem__, heard)), strict=True):
            if alike:
                likeness[other] = max(alike, likeness.get(other, 0.0))
        likeness = self._of_kin(word, likeness)
        return found | {other: alike for other, alike in likeness.items() if alike}

    def _of_kin(self, word: str, likeness: dict[int, float]) -> dict[int, float]:
        """The likeness of words, with that of the forms of the same given name among them."""
        for other in self._kin.find_all([fingerprint(name) for name in kin_of(word)]).tolist():
            alike = name_alike(word, self.words[other])
            likeness[other] = max(alike, likeness.get(other, 0.0))
        return {other: alike for other, alike in likeness.items() if self.words[other] != word}


def _stored(arrays: dict[str, NDArray[np.generic]], name: str) -> Places:
    return Places(arrays[f"{name}.keys"], arrays[f"{name}.numbers"])  # type: ignore[arg-type]


def _fingerprints(word: str) -> list[int]:
    """Those of a word, and of what is left of it without one letter, and of a longer one without two; each once."""
    cuts = _cuts(len(word))
    if word.isascii():  # of letters that are a byte each nothing has to be written out again
        letters = word.encode()
        left = [letters[:one] + letters[one + 1 : two] + letters[two + 1 :] for one, two in cuts]
    else:
        left = [(word[:one] + word[one + 1 : two] + word[two + 1 :]).encode() for one, two in cuts]
    return list(set(map(short_fingerprint, left)))


@lru_cache(maxsize=_LONGEST)
def _cuts(length: int) -> Sequence[tuple[int, int]]:
    """The places of the two letters that are left out of a word; a place past its end leaves out none."""
    cuts = [(length, length)]
    if _SHORTEST <= length <= _LONGEST:
        cuts += [(place, length) for place in range(length)]
    if _TWICE_FROM <= length <= _TWICE_TO:
        cuts += combinations(range(length), 2)
    return cuts
