"""Finding likely names: which names of the lists share the rarest pieces with a name that is asked about.

The answer depends on the lists alone and on nothing else that is asked, so the same
question always gets the same answer. Names, not entities, are ranked; an entity is
as near as its nearest name.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# A piece that more than this share of the spellings has tells too little to be worth its time.
_TOO_COMMON = 0.05
_FEWEST_KEYS = 4


class Index:
    """The spellings of many names by their keys, each key weighed by how rare it is."""

    def __init__(self, owners: Sequence[int], spellings: Sequence[frozenset[str]]) -> None:
        """`spellings[n]` are the keys of one spelling, `owners[n]` the entity that it belongs to."""
        self.owners = np.asarray(owners, dtype=np.int64)
        self.size = len(spellings)
        places: dict[str, list[int]] = {}
        for number, keys in enumerate(spellings):
            for key in keys:
                places.setdefault(key, []).append(number)
        self._places = {key: np.asarray(found, dtype=np.int32) for key, found in places.items()}
        self.rarity = {key: math.log(1 + self.size / len(found)) for key, found in places.items()}
        self._weights = np.array([sum(map(self.rarity.__getitem__, keys)) for keys in spellings])

    def nearest(self, spellings: Sequence[frozenset[str]], most: int) -> list[int]:
        """The entities whose spellings share most with any of these, the nearest first."""
        if not self.size:
            return []
        best = np.zeros(self.size)
        for keys in spellings:
            np.maximum(best, self._shared(keys), out=best)
        return self._owners_of(best, most)

    def _shared(self, keys: frozenset[str]) -> NDArray[np.float64]:
        """For every spelling the share of weight that it has in common with these keys."""
        known = sorted((len(self._places[key]), key) for key in keys if key in self._places)
        limit = self.size * _TOO_COMMON
        chosen = [key for place, (count, key) in enumerate(known) if place < _FEWEST_KEYS or count <= limit]
        if not chosen:
            return np.zeros(self.size)
        found = np.concatenate([self._places[key] for key in chosen])
        weights = np.repeat([self.rarity[key] for key in chosen], [len(self._places[key]) for key in chosen])
        common = np.bincount(found, weights=weights, minlength=self.size)
        own = sum(self.rarity.get(key, math.log(1 + self.size)) for key in keys)
        return common / np.sqrt(own * self._weights)

    def _owners_of(self, scores: NDArray[np.float64], most: int) -> list[int]:
        """The owners of the best spellings, each once; equal scores keep the order of the lists."""
        wanted = min(self.size, most * 6)
        top = np.argpartition(-scores, wanted - 1)[:wanted]
        ordered = top[np.lexsort((top, -scores[top]))]
        owners = dict.fromkeys(int(self.owners[place]) for place in ordered if scores[place] > 0)
        return list(owners)[:most]
