"""Rows of words that are still being added, until they lie as arrays."""

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from openkader.screening.matching.rows import Numbers, Rows
from openkader.screening.matching.spelt import Row, Tongue
from openkader.screening.matching.vocabulary import Vocabulary
from openkader.screening.names import kin_of


class RowsDraft:
    """Rows of words that are still being added; a word is a number from the start."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words, self._lengths, self._names = array("i"), array("i"), array("i")
        self._owners = array("i")
        self._roles, self._tongues = bytearray(), bytearray()

    def add(self, owner: int, name: int, rows: Sequence[Row], tongues: Tongue) -> None:
        """The rows of one name of an entity."""
        numbers = self._numbers
        for row in rows:
            self._words.extend(numbers.setdefault(word, len(numbers)) for word in row.words)
            self._roles.extend(row.roles)
            self._lengths.append(len(row.words))
            self._names.append(name)
            self._owners.append(owner)
            self._tongues.append(tongues)

    def finished(self) -> Rows:
        """The rows, with for each word the rows in which it stands."""
        words, roles = (
            np.array(self._words, dtype=np.int32),
            np.frombuffer(bytes(self._roles), dtype=np.uint8),
        )
        lengths = np.array(self._lengths, dtype=np.int64)
        owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        order = np.argsort(words, kind="stable")
        arrays: dict[str, NDArray[np.generic]] = {
            "row.names": np.array(self._names, dtype=np.int32),
            "row.tongues": np.frombuffer(bytes(self._tongues), dtype=np.uint8),
            "row.starts": np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            "row.words": words,
            "row.roles": roles,
            "post.starts": np.searchsorted(words[order], np.arange(len(self._numbers) + 1)).astype(np.int64),
            "post.rows": owners[order],
            "post.roles": roles[order],
            **self._bearers(words, lengths),
        }
        return Rows(Vocabulary.of(list(self._numbers)), arrays)

    def _bearers(self, words: Numbers, lengths: NDArray[np.int64]) -> dict[str, NDArray[np.generic]]:
        """How many entities there are, and how many of them bear each word in any of their names."""
        owners = np.array(self._owners, dtype=np.int64)
        names = self._given_names()
        borne = np.unique(names[words] << 32 | np.repeat(owners, lengths)) >> 32
        return {
            "word.entities": np.bincount(borne, minlength=len(names))[names].astype(np.int32),
            "row.entities": np.array([len(np.unique(owners))], dtype=np.int64),
        }

    def _given_names(self) -> NDArray[np.int64]:
        """For each word a number that it shares with the other forms of its given name."""
        first: dict[str, int] = {}
        names = [
            next((first.setdefault(name, number) for name in kin_of(word)), number)
            for word, number in self._numbers.items()
        ]
        return np.array(names, dtype=np.int64)
