"""Counting honestly: a figure is a number where the register knows, and a range where it does not.

Two things make a range. A row of which it is unknown whether it counts adds to the
upper bound only. And parties without a name can be the same or not: the number of
different parties lies between the largest group that was there at one time and
the sum of all groups.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openkader.kader.conditions import Truth
from openkader.kader.facts import Value
from openkader.kader.model import Figure, Kader
from openkader.kader.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record as a figure sees it.

    `number` is how many the record stands for; None says that there were some and
    nobody knows how many. `group` is the activity in which all parties of a row
    differ from each other; `party` is the identity of a named party.
    """

    reference: str
    dossier: str | None
    number: int | None
    facts: Mapping[str, Value | None]
    group: str | None = None
    party: str | None = None

    @property
    def named_party(self) -> str | None:
        """The party as it is shown; of a row that leads nowhere it is counted, and not told."""
        return self.party if self.dossier is not None else None


@dataclass(frozen=True, slots=True)
class Range:
    """The smallest and the largest number that the register allows; None is no upper bound."""

    low: int
    high: int | None

    @property
    def value(self) -> int | None:
        """The number itself, where there is only one possible."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A row behind a figure, and whether it counts (None: unknown)."""

    row: Row
    counts: Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a figure came to, with every row that counts or may count.

    `total` is the range of the rows of which they are a part, if the figure has a
    denominator. `gaps` says that the range stems from something that the register
    does not know of a row, and not only from missing names.
    """

    figure: Figure
    range: Range
    rows: tuple[CountedRow, ...]
    total: Range | None
    total_rows: tuple[CountedRow, ...]
    gaps: bool


class Counter:
    """The figures of one kader, ready to count the rows of their collections."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self._programs = {
            name: Program(
                [c for f in kader.figures if f.counts == name for c in (f.where, f.of) if c is not None],
                [table for table in kader.tables if table.over == name],
            )
            for name in {figure.counts for figure in kader.figures}
        }

    def count(self, rows_of: Mapping[str, Sequence[Row]]) -> dict[str, Count]:
        """All figures of the kader over the rows of one year, each row evaluated once."""
        counts: dict[str, Count] = {}
        for name, program in self._programs.items():
            rows = rows_of.get(name, ())
            traces = [program.run(row.facts) for row in rows]
            for figure in self.kader.figures:
                if figure.counts == name:
                    truths = [trace.truth(figure.where) for trace in traces]
                    totals = [trace.truth(figure.of) for trace in traces] if figure.of is not None else None
                    counts[figure.id] = _count(figure, rows, truths, totals)
        return {figure.id: counts[figure.id] for figure in self.kader.figures}


def _count(figure: Figure, rows: Sequence[Row], truths: list[Truth], totals: list[Truth] | None) -> Count:
    counted = _that_may_count(rows, truths)
    total_rows = _that_may_count(rows, totals) if totals is not None else ()
    return Count(
        figure=figure,
        range=distinct(counted) if figure.distinct else total(counted),
        rows=counted,
        total=total(total_rows) if totals is not None else None,
        total_rows=total_rows,
        gaps=any(item.counts is None or item.row.number is None for item in counted),
    )


def _that_may_count(rows: Sequence[Row], truths: Sequence[Truth]) -> tuple[CountedRow, ...]:
    pairs = zip(rows, truths, strict=True)
    return tuple(CountedRow(row, truth) for row, truth in pairs if truth is not False)


def total(rows: Iterable[CountedRow]) -> Range:
    """How many the rows stand for together."""
    low, high = 0, 0
    bounded = True
    for item in rows:
        if item.row.number is None:
            bounded = False
            continue
        high += item.row.number
        if item.counts:
            low += item.row.number
    return Range(low, high if bounded else None)


def distinct(rows: Iterable[CountedRow]) -> Range:
    """How many different parties the rows stand for.

    Low: all named parties, or the largest activity if that has more. The unnamed of
    any other activity can all be among those. High: nobody came twice.
    """
    named: set[str] = set()
    possible: set[str] = set()
    unnamed = 0
    groups: dict[str | None, tuple[set[str], int]] = {}
    bounded = True
    for item in rows:
        party, number = item.row.party, item.row.number
        names, strangers = groups.get(item.row.group, (set(), 0))
        if party is not None:
            possible.add(party)
            if item.counts:
                named.add(party)
                names.add(party)
        elif number is None:
            bounded = False
        else:
            unnamed += number
            strangers += number if item.counts else 0
        groups[item.row.group] = (names, strangers)
    largest = max((len(names) + strangers for names, strangers in groups.values()), default=0)
    high = len(possible) + unnamed if bounded else None
    return Range(max(len(named), largest), high)
