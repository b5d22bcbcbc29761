"""Large decision tables, made up: as a decision tree leaves them, and as nobody would write them.

After Calvanese et al., “Semantics and Analysis of DMN Decision Tables” (2016): a tree over numbers and choices
becomes a table of its leaves; one row in ten then grows in one column, and one in ten shrinks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from openkader.base.text import Text
from openkader.kader import Condition, Fact, FactType
from openkader.kader.conditions import AllOf, Not, Operator, Test
from openkader.kader.facts import Option
from openkader.kader.model import Table, TableRow

MOST = 1000  # numbers lie between nought and this
CHOICES = (14, 5, 2)  # options of the choices among seven columns: purpose, home, term
GRADES = "ABCDEFG"
DAMAGED = 0.1

# What a row asks of one column: a stretch of numbers, some options, or nothing.
Asked: TypeAlias = tuple[int, int] | frozenset[int] | None
Leaf: TypeAlias = list[Asked]


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers first, then choices with so many options each."""

    numbers: int
    choices: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return self.numbers + len(self.choices)

    def all_of(self, column: int) -> tuple[int, int] | frozenset[int]:
        """Everything that can be answered in a column."""
        return (0, MOST) if column < self.numbers else frozenset(range(self.choices[column - self.numbers]))


def columns(count: int) -> Columns:
    """Numbers and choices in turn about: of seven columns four are numbers."""
    sizes = [CHOICES[place % len(CHOICES)] for place in range(count // 2)]
    return Columns(count - len(sizes), tuple(sizes))


@dataclass(frozen=True, slots=True)
class Large:
    """A table with the facts it asks, and its rows as they were made."""

    columns: Columns
    facts: Mapping[str, Fact]
    table: Table
    leaves: Sequence[Sequence[Asked]]


def tree_table(rows: int, count: int = 7, seed: int = 2016) -> Large:
    """The leaves of a random decision tree, in no order, some of them damaged."""
    random = Random(seed)
    kinds = columns(count)
    leaves: list[Leaf] = [[None] * kinds.count]
    while len(leaves) < rows:
        _split(random, kinds, leaves)
    random.shuffle(leaves)
    for place in random.sample(range(rows), int(rows * DAMAGED)):
        _damage(random, kinds, leaves[place], grow=True)
    for place in random.sample(range(rows), int(rows * DAMAGED)):
        _damage(random, kinds, leaves[place], grow=False)
    return _table(random, kinds, leaves)


def scattered_table(rows: int, count: int = 7, seed: int = 2016) -> Large:
    """Rows that have nothing to do with each other; each asks four columns in five, from few numbers."""
    random = Random(seed)
    kinds = columns(count)
    leaves: list[Leaf] = [
        [_anything(random, kinds, column) if random.random() < 0.8 else None for column in range(count)]
        for _ in range(rows)
    ]
    return _table(random, kinds, leaves)


def _anything(random: Random, kinds: Columns, column: int) -> Asked:
    if column < kinds.numbers:
        low, high = sorted(random.sample(range(0, MOST + 1, 50), 2))
        return low, high
    options = kinds.choices[column - kinds.numbers]
    return frozenset(random.sample(range(options), random.randint(1, max(1, options - 1))))


def _split(random: Random, kinds: Columns, leaves: list[Leaf]) -> None:
    """Divide one leaf in one column, where there is room."""
    place, column = random.randrange(len(leaves)), random.randrange(kinds.count)
    one, other = leaves[place].copy(), leaves[place].copy()
    asked = one[column] or kinds.all_of(column)
    if isinstance(asked, frozenset):
        if len(asked) < 2:
            return
        chosen = frozenset(random.sample(sorted(asked), random.randint(1, len(asked) - 1)))
        one[column], other[column] = chosen, asked - chosen
    else:
        low, high = asked
        room = (high - low) // 4
        if not room:
            return
        cut = random.randint(low + room, high - room)
        one[column], other[column] = (low, cut), (cut, high)
    leaves[place] = one
    leaves.append(other)


def _damage(random: Random, kinds: Columns, leaf: Leaf, *, grow: bool) -> None:
    """Widen a leaf in one column, so that it meets others, or narrow it, so that something is left to nobody."""
    for column in random.sample(range(kinds.count), kinds.count):
        asked = leaf[column]
        if isinstance(asked, frozenset):
            more = sorted(kinds.all_of(column) - asked) if grow else sorted(asked)  # type: ignore[operator]
            if more and (grow or len(asked) > 1):
                leaf[column] = asked ^ {random.choice(more)}
                return
        elif asked is not None:
            low, high = asked
            room = max((high - low) // 4, 1)
            if grow:
                leaf[column] = (
                    max(0, low - random.randint(0, room)),
                    min(MOST, high + random.randint(1, room)),
                )
                return
            if high - low > 2 * room:
                leaf[column] = low + random.randint(0, room), high - random.randint(1, room)
                return


def _table(random: Random, kinds: Columns, leaves: list[Leaf]) -> Large:
    facts = [_fact(kinds, column) for column in range(kinds.count)]
    rows = tuple(
        TableRow(
            when=AllOf(
                tuple(part for column, asked in enumerate(leaf) for part in _asks(facts[column].id, asked))
            ),
            value=random.choice(GRADES),
        )
        for leaf in leaves
    )
    table = Table(gives="grade", over="case", rows=rows, otherwise=None, note=None, where="made up")
    return Large(kinds, {fact.id: fact for fact in facts}, table, leaves)


def _fact(kinds: Columns, column: int) -> Fact:
    name = f"column_{column}"
    everything = kinds.all_of(column)
    if isinstance(everything, frozenset):
        options = tuple(Option(code=_code(place), text=Text("-", "-")) for place in sorted(everything))
        return Fact(id=name, type=FactType.CHOICE, label=Text(name, name), options=options)
    return Fact(id=name, type=FactType.NUMBER, label=Text(name, name))


def _code(option: int) -> str:
    return f"option_{option}"


def _asks(name: str, asked: Asked) -> list[Condition]:
    """What a row asks of a fact; the lowest and the highest stretch have no end."""
    if asked is None:
        return []
    if isinstance(asked, frozenset):
        return [Test(name, Operator.ONE_OF, frozenset(map(_code, asked)))]
    low, high = asked
    parts: list[Condition] = [] if low == 0 else [Test(name, Operator.AT_LEAST, low)]
    return [*parts, *([] if high == MOST else [Not(Test(name, Operator.AT_LEAST, high))])]
