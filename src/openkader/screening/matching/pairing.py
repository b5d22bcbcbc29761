"""Two rows of words held against each other: each word with its likest on the other side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from openkader.screening.matching.spelt import SHARE, Role
from openkader.screening.matching.words import INITIAL, is_initial

_CONTRADICTED = 1.6
_OMITTED = 0.3
# Without a brand in common every word that is left out tells another organisation.
_OMITTED_WITHOUT_NAME = 1.0
_ONE_WORD = 0.88  # one word of a longer name says little
_BEST = 0.97  # words that are all the same may still stand in another order


@dataclass(frozen=True, slots=True)
class Side:
    """One row of words: each with its role and its rarity in the lists."""

    words: Sequence[str]
    roles: Sequence[Role]
    rarity: Sequence[float]

    def weight(self, place: int) -> float:
        """How much a word counts."""
        return self.rarity[place] * SHARE[self.roles[place]]


@dataclass(slots=True)
class Paired:
    """What agrees between two rows, what is left over on either side, and how much the agreement tells."""

    shared: float = 0.0
    weight: float = 0.0
    named: float = 0.0
    left_asked: float = 0.0
    left_listed: float = 0.0
    is_same: bool = True
    has_initial: bool = False

    @property
    def likeness(self) -> float:
        """From 0 to 1: contradiction, left over on both sides, weighs more than omission on one."""
        against = min(self.left_asked, self.left_listed)
        omitted = abs(self.left_asked - self.left_listed)
        leave = _OMITTED if self.named else _OMITTED_WITHOUT_NAME
        total = self.weight + _CONTRADICTED * against + leave * omitted
        return _BEST * self.shared / total if total else 0.0


def pair(asked: Side, listed: Side, likeness: Callable[[int, int], float]) -> Paired:
    """Pair the likest words first; `likeness` compares a word asked with a word listed, by place."""
    found = [
        (_alike(asked, listed, i, j, likeness), i, j)
        for i in range(len(asked.words))
        for j in range(len(listed.words))
    ]
    left, right = set(range(len(asked.words))), set(range(len(listed.words)))
    result = Paired()
    for alike, i, j in sorted((one for one in found if one[0]), key=lambda one: (-one[0], one[1], one[2])):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            _take(result, asked, listed, (alike, i, j))
    result.left_asked = sum(map(asked.weight, left))
    result.left_listed = sum(map(listed.weight, right))
    result.is_same = result.is_same and not left and not right
    return result


def score(paired: Paired, asked: Side, listed: Side) -> float:
    """The likeness of two rows; one word against more is believed less."""
    lengths = {len(asked.words), len(listed.words)}
    return paired.likeness * (_ONE_WORD if 1 in lengths and len(lengths) > 1 else 1.0)


def _alike(asked: Side, listed: Side, i: int, j: int, likeness: Callable[[int, int], float]) -> float:
    found = likeness(i, j)
    if found or Role.ACRONYM in (asked.roles[i], listed.roles[j]):
        return found
    return INITIAL if is_initial(asked.words[i], listed.words[j]) else 0.0


def _take(result: Paired, asked: Side, listed: Side, found: tuple[float, int, int]) -> None:
    alike, i, j = found
    both = (asked.weight(i) + listed.weight(j)) / 2
    result.weight += both
    result.shared += both * alike
    result.is_same = result.is_same and alike == 1.0
    if len(asked.words[i]) == 1 or len(listed.words[j]) == 1:
        result.has_initial = result.has_initial or alike < 1
    if Role.NAME in (asked.roles[i], listed.roles[j]) or Role.ACRONYM in (asked.roles[i], listed.roles[j]):
        result.named += both * alike
