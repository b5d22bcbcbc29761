"""Two rows of words held against each other: each word with its likest on the other side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from openkader.screening.matching.spelt import SHARE, Role
from openkader.screening.matching.words import INITIAL, is_initial

CONTRADICTED = 1.6
OMITTED = 0.3
# Without a brand in common every word that is left out tells another organisation.
_OMITTED_WITHOUT_NAME = 1.0
_ONE_WORD = 0.88  # one word of a longer name says little
_OTHER_PLACE = 0.6  # the Institute of Technology of another city
_MORE_PLACE = 0.9  # the Bank of East Asia is not that of North East Asia
_BEST = 0.97  # words that are all the same may still stand in another order
# So few letters are the short name of many others that are on no list: NEC is a hospital, a contract and a bank.
_FEW_LETTERS, _FEW_LETTERS_TELL = 3, 0.8
_NAMING = frozenset({Role.NAME, Role.ACRONYM})
_PERSONAL = frozenset({Role.NAME, Role.PARTICLE})


@dataclass(frozen=True, slots=True)
class Side:
    """One row of words: each with its role, its rarity in the lists (in nats), and so how much it counts."""

    words: Sequence[str]
    roles: Sequence[int]
    rarity: Sequence[float]
    weights: Sequence[float]
    has_letter: bool

    @classmethod
    def of(cls, words: Sequence[str], roles: Sequence[int], rarity: Sequence[float]) -> "Side":
        """A row with what follows from its words."""
        weights = [rare * SHARE[role] for rare, role in zip(rarity, roles, strict=True)]
        return cls(words, roles, rarity, weights, any(len(word) == 1 for word in words))


@dataclass(slots=True)
class Paired:
    """What agrees between two rows, what is left over on either side, and how much the agreement tells."""

    shared: float = 0.0
    weight: float = 0.0
    named: float = 0.0
    telling: float = 0.0
    left_asked: float = 0.0
    left_listed: float = 0.0
    unmet_places: int = 0
    is_same: bool = True
    has_same: bool = False
    has_initial: bool = False

    @property
    def likeness(self) -> float:
        """From 0 to 1: contradiction, left over on both sides, weighs more than omission on one."""
        against = min(self.left_asked, self.left_listed)
        omitted = abs(self.left_asked - self.left_listed)
        leave = OMITTED if self.named else _OMITTED_WITHOUT_NAME
        total = self.weight + CONTRADICTED * against + leave * omitted
        best = _BEST if self.named else (_BEST, _MORE_PLACE, _OTHER_PLACE)[self.unmet_places]
        return best * self.shared / total if total else 0.0


def pair(asked: Side, listed: Side, numbers: Sequence[int], similar: Sequence[Mapping[int, float]]) -> Paired:
    """Pair the likest words first.

    `numbers` are the listed words in the vocabulary, and `similar` says of each word
    asked which of those are like it.
    """
    left, right = [True] * len(asked.words), [True] * len(listed.words)
    result = Paired()
    for unlike, i, j in sorted(_alike(asked, listed, numbers, similar)):
        if left[i] and right[j]:
            left[i] = right[j] = False
            alike, both = -unlike, (asked.weights[i] + listed.weights[j]) / 2
            result.weight += both
            result.shared += both * alike
            _note(result, asked, listed, (alike, i, j), both)
    more, other = any(left), any(right)
    if more:
        result.left_asked = _left_over(asked, left, contradicts=other)
        result.unmet_places += _has_place(asked, left)
    if other:
        result.left_listed = _left_over(listed, right, contradicts=more)
        result.unmet_places += _has_place(listed, right)
    result.is_same = result.is_same and not more and not other
    return result


def score(paired: Paired, asked: Side, listed: Side) -> float:
    """The likeness of two rows; one word against more is believed less."""
    one, other = len(asked.words), len(listed.words)
    return paired.likeness * (_ONE_WORD if one != other and 1 in (one, other) else 1.0)


def _alike(
    asked: Side, listed: Side, numbers: Sequence[int], similar: Sequence[Mapping[int, float]]
) -> Iterator[tuple[float, int, int]]:
    """How alike each two words are, as a number below 0, so that the likest come first in order."""
    letters = asked.has_letter or listed.has_letter
    for i, like in enumerate(similar):
        for j, number in enumerate(numbers):
            if number in like:
                yield -like[number], i, j
            elif letters and _is_initial(asked, listed, i, j):
                yield -INITIAL, i, j


def _is_initial(asked: Side, listed: Side, i: int, j: int) -> bool:
    """In the name of a person a letter may stand for a word; in that of an organisation it is a word."""
    personal = asked.roles[i] in _PERSONAL and listed.roles[j] in _PERSONAL
    return personal and is_initial(asked.words[i], listed.words[j])


def _left_over(side: Side, left: Sequence[bool], *, contradicts: bool) -> float:
    """What the words tell that nothing stands for; an initial that none of the others begins with tells as they do."""
    if contradicts and side.has_letter:
        weights = [
            rare if len(word) == 1 else weight
            for word, rare, weight in zip(side.words, side.rarity, side.weights, strict=True)
        ]
        return sum(compress(weights, left))
    return sum(compress(side.weights, left))


def _has_place(side: Side, left: Sequence[bool]) -> bool:
    """Whether a place in a name has none on the other side that stands for it."""
    return Role.PLACE in compress(side.roles, left)


def _note(result: Paired, asked: Side, listed: Side, found: tuple[float, int, int], both: float) -> None:
    """What a pair of words says of the whole."""
    alike, i, j = found
    roles = (asked.roles[i], listed.roles[j])
    if alike == 1:
        result.has_same = True
    else:
        result.is_same = False
        result.has_initial |= 1 in (len(asked.words[i]), len(listed.words[j]))
    if Role.LEGAL_FORM not in roles:
        short = _FEW_LETTERS_TELL if len(listed.words[j]) <= _FEW_LETTERS else 1.0
        result.telling += short * alike * alike * (asked.rarity[i] + listed.rarity[j]) / 2
    if roles[0] in _NAMING or roles[1] in _NAMING:
        result.named += both * alike
