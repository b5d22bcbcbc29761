"""Rows of words in which a likely name is found and scored at once, as arrays.

For every word that is asked about, the words of the lists that are like it lead to the
rows that hold them; what each row shares adds up. So every row that shares anything is
weighed, whatever else is asked, and only the best few are then compared word by word.
"""

import math
import threading
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from openkader.screening.matching.pairing import CONTRADICTED, OMITTED, Paired, Side, pair, score
from openkader.screening.matching.spelt import SHARE, Role, Row, Tongue
from openkader.screening.matching.vocabulary import Vocabulary

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]
# What an array is indexed with; any other sort of number is made into this one first.
Positions = NDArray[np.intp]
_SHARE = np.array(SHARE, dtype=np.float32)
# Up to so many rows every shared word counts from the start; above it the commonest words only confirm.
EXHAUSTIVE = 400_000
_MANY = 5_000
_KEPT = 96
# Words that are asked about bring all their rows; rows as they are compared are small, and many.
_WORDS_REMEMBERED, _ROWS_REMEMBERED = 4_096, 32_768
_SHORTEST_PART = 3
# What is less like it than this needs no second look, and no more of it than so many.
_HARDLY, _ENOUGH = 0.4, 12
# A word of the glossary may have a slip of the pen and no more: a university is no diversity.
_GENERAL = frozenset({Role.PLACE, Role.INDUSTRY, Role.LEGAL_FORM})
_GENERAL_LEAST = 0.9


class Found(NamedTuple):
    """A row that came near: the name it belongs to, how like it is, and what agreed; whether it is first letters."""

    name: int
    row: int
    likeness: float
    paired: Paired | None
    is_acronym: bool


class _Asked(NamedTuple):
    """A word in its role: the words of the lists that are like it, and the rows in which these stand.

    In each row `listed` is what the word weighs there, and `shared` what both sides weigh as far as they are alike.
    """

    rarity: float
    weight: np.float32
    like: Mapping[int, float]
    rows: Positions
    shared: Floats
    listed: Floats


class Rows:
    """All rows of words of the lists."""

    def __init__(self, vocabulary: Vocabulary, arrays: dict[str, NDArray[np.generic]]) -> None:
        self.vocabulary = vocabulary
        self.arrays = arrays
        self.names: Numbers = arrays["row.names"]  # type: ignore[assignment]
        self._tongues: NDArray[np.uint8] = arrays["row.tongues"]  # type: ignore[assignment]
        self._starts: NDArray[np.int64] = arrays["row.starts"]  # type: ignore[assignment]
        self._words: Numbers = arrays["row.words"]  # type: ignore[assignment]
        self._roles: NDArray[np.uint8] = arrays["row.roles"]  # type: ignore[assignment]
        self._posted: NDArray[np.int64] = arrays["post.starts"]  # type: ignore[assignment]
        self._post_rows: Numbers = arrays["post.rows"]  # type: ignore[assignment]
        self._post_roles: NDArray[np.uint8] = arrays["post.roles"]  # type: ignore[assignment]
        self.size = len(self.names)
        # A word that one entity has in ten aliases is no commoner for it: entities count, and not rows.
        bearers: Numbers = arrays["word.entities"]  # type: ignore[assignment]
        entities = max(1, int(arrays["row.entities"][0]))
        self.rarest = math.log(1 + entities)
        self._rarity = np.log1p(entities / np.maximum(bearers, 1)).astype(np.float32)
        self._totals = self._weigh()
        self._acronyms = self._roles[self._starts[:-1]] == Role.ACRONYM
        self._many = _MANY if self.size > EXHAUSTIVE else self.size
        self._asked = lru_cache(maxsize=_WORDS_REMEMBERED)(self._ask)
        self._side = lru_cache(maxsize=_ROWS_REMEMBERED)(self._row)
        self.text = lru_cache(maxsize=_ROWS_REMEMBERED)(self._text)
        self._scratch = threading.local()

    def nearest(self, asked: Row, *, tongues: Tongue, least: float, most: int) -> list[Found]:
        """The likest rows, one for each name.

        Rows that are names in one of the same `tongues` are met by their syllables, and not here;
        of two words that are less alike than
        `least` none stands for the other.
        """
        if not self.size:
            return []
        words = [self._asked(word, role, least) for word, role in zip(asked.words, asked.roles, strict=True)]
        side = Side.of(asked.words, asked.roles, [word.rarity for word in words])
        similar = [word.like for word in words]
        touched, likeness = self._estimate(words, sum(side.weights), tongues)
        places = _best(likeness, touched, _KEPT)
        rows = touched[places]
        chosen: dict[int, Found] = {}
        columns = (self.names[rows], rows, likeness[places], self._acronyms[rows])
        for name, row, alike, is_acronym in zip(*(column.tolist() for column in columns), strict=True):
            if name not in chosen:
                chosen[name] = Found(name, row, alike, None, is_acronym)
            if len(chosen) >= (most if alike >= _HARDLY else _ENOUGH):
                break
        # What is hardly like it is believed as it was weighed.
        return [
            found if found.likeness < _HARDLY else self._compare(side, similar, found)
            for found in chosen.values()
        ]

    def respelt(self, asked: Row) -> Iterator[Row]:
        """The row with two words joined, or one word taken apart, where the lists know it so."""
        known = self.vocabulary.numbers
        for place, (word, after) in enumerate(pairwise(asked.words)):
            if len(word) > 1 and len(after) > 1 and word + after in known:
                yield _replaced(asked, place, 2, (word + after,))
        for place, word in enumerate(asked.words):
            cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1) if word not in known else ()
            found = ((word[:cut], word[cut:]) for cut in cuts)
            apart = next((pair for pair in found if pair[0] in known and pair[1] in known), None)
            if apart:
                yield _replaced(asked, place, 1, apart)

    def rarity(self, word: str) -> float:
        """How much a word tells; a word that no list has tells most."""
        number = self.vocabulary.known(word)
        return self.rarest if number is None else float(self._rarity[number])

    def _weigh(self) -> Floats:
        weights = self._rarity[self._words] * _SHARE[self._roles]
        totals: Floats = np.add.reduceat(weights, self._starts[:-1]) if self.size else weights
        return totals

    def _like(self, word: str, least: float) -> Mapping[int, float]:
        """The words of the lists that are like one word."""
        if least == 1:
            number = self.vocabulary.numbers.get(word)
            return {} if number is None else {number: 1.0}
        similar = self.vocabulary.similar(word)
        return {number: alike for number, alike in similar.items() if alike >= least} if least else similar

    def _estimate(self, words: list[_Asked], whole: float, tongues: Tongue) -> tuple[Positions, Floats]:
        """The rows that share a word with what is asked, and about how like each is."""
        shared, asked, listed = buffers = self._buffers()
        seen: list[Positions] = []
        for word in sorted(words, key=lambda one: len(one.rows)):
            only_confirms = len(word.rows) > self._many and seen
            counted = _among(np.concatenate(seen), word) if only_confirms else word
            np.add.at(shared, counted.rows, counted.shared)
            np.add.at(asked, counted.rows, counted.weight)
            np.add.at(listed, counted.rows, counted.listed)
            if not only_confirms:
                seen.append(word.rows)
        touched = np.concatenate(seen)
        result = self._likeness(touched, whole, tongues)
        for buffer in buffers:
            buffer[touched] = 0
        return touched, result

    def _likeness(self, touched: Positions, whole: float, tongues: Tongue) -> Floats:
        shared, asked, listed = [buffer.take(touched) for buffer in self._buffers()]
        left_asked = np.maximum(np.float32(whole) - asked, 0)
        left_listed = np.maximum(self._totals.take(touched) - listed, 0)
        against = np.minimum(left_asked, left_listed)
        total = (
            (asked + listed) / 2
            + np.float32(CONTRADICTED) * against
            + np.float32(OMITTED) * np.abs(left_asked - left_listed)
        )
        likeness: Floats = shared / total
        if tongues:
            likeness[(self._tongues[touched] & int(tongues)) > 0] = 0
        return likeness

    def _buffers(self) -> tuple[Floats, Floats, Floats]:
        """Room to add up in, one for each thread; whoever uses it leaves it empty."""
        if not hasattr(self._scratch, "buffers"):
            self._scratch.buffers = tuple(np.zeros(self.size, dtype=np.float32) for _ in range(3))
        buffers: tuple[Floats, Floats, Floats] = self._scratch.buffers
        return buffers

    def _ask(self, word: str, role: Role, least: float) -> _Asked:
        """The rows of a word; in one that holds several words like it, the likest counts."""
        rarity = self.rarity(word)
        weight = np.float32(rarity * SHARE[role])
        like = self._like(word, max(least, _GENERAL_LEAST) if role in _GENERAL else least)
        if not like:
            nothing = np.empty(0, dtype=np.float32)
            return _Asked(rarity, weight, like, np.empty(0, dtype=np.intp), nothing, nothing)
        numbers = np.array(sorted(like, key=like.__getitem__, reverse=True))
        starts, ends = self._posted[numbers], self._posted[numbers + 1]
        parts = list(map(slice, starts.tolist(), ends.tolist()))
        rows = np.concatenate([self._post_rows[part] for part in parts])
        roles = np.concatenate([self._post_roles[part] for part in parts])
        alike = np.array([like[number] for number in numbers.tolist()], dtype=np.float32)
        which = np.repeat(np.arange(len(numbers)), ends - starts)
        order = np.argsort(rows, kind="stable")
        ordered = rows.take(order)
        first = np.ones(len(order), dtype=np.bool_)
        np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
        kept = order[first]
        which = which.take(kept)
        listed = self._rarity[numbers[which]] * _SHARE[roles[kept]]
        shared = alike[which] * (listed + weight) / 2
        return _Asked(rarity, weight, like, ordered[first].astype(np.intp), shared, listed)

    def _compare(self, side: Side, similar: list[Mapping[int, float]], found: Found) -> Found:
        """A row that came near, word by word."""
        numbers, listed = self._side(found.row)
        paired = pair(side, listed, numbers, similar)
        return Found(found.name, found.row, score(paired, side, listed), paired, found.is_acronym)

    def _text(self, row: int) -> str:
        """The words of a row as a text."""
        words = self.vocabulary.words
        return " ".join(
            [words[number] for number in self._words[self._starts[row] : self._starts[row + 1]].tolist()]
        )

    def _row(self, row: int) -> tuple[list[int], Side]:
        """The words of a row: their numbers, and what they do."""
        part = slice(self._starts[row], self._starts[row + 1])
        numbers = self._words[part].tolist()
        words = [self.vocabulary.words[number] for number in numbers]
        return numbers, Side.of(words, self._roles[part].tolist(), self._rarity[self._words[part]].tolist())


def _replaced(row: Row, place: int, taken: int, words: tuple[str, ...]) -> Row:
    """A row with other words in one place; they do what the first of those words did."""
    spelt = (*row.words[:place], *words, *row.words[place + taken :])
    roles = (*row.roles[:place], *(row.roles[place],) * len(words), *row.roles[place + taken :])
    return Row(spelt, roles, row.read, " ".join(spelt))


def _among(touched: Positions, word: _Asked) -> _Asked:
    """Of the rows in which a common word stands, those that shared a rarer one already."""
    rows = np.unique(touched)
    places = np.minimum(np.searchsorted(word.rows, rows), len(word.rows) - 1)
    hit = word.rows[places] == rows
    places = places[hit]
    return word._replace(rows=rows[hit], shared=word.shared[places], listed=word.listed[places])


def _best(likeness: Floats, touched: Positions, most: int) -> Positions:
    """The places of the likest, in order; equals in the order of the lists."""
    if len(likeness) > most:
        least = np.partition(likeness, len(likeness) - most)[len(likeness) - most]
        places = np.flatnonzero(likeness >= least)
    else:
        places = np.arange(len(likeness))
    return places[np.lexsort((touched[places], -likeness[places]))]
