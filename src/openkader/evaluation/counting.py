"""Counting honestly: a figure is a number where the register knows, and a range where it does not.

Two things make a range. A row of which it is unknown whether it counts adds to the
upper bound only. And parties without a name can be the same or not: the number of
different parties lies between the largest group that was there at one time and
the sum of all groups.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from openkader.kader.conditions import Truth, facts_in
from openkader.kader.facts import Facts, Value
from openkader.kader.model import Figure, Kader
from openkader.kader.program import Program


class Withheld(StrEnum):
    """Why a row is counted and not named for somebody."""

    CONFIDENTIAL_CASE = "confidential_case"
    SCREENING = "screening"  # it may tell what screening found


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
    withheld: Withheld | None = None  # why it has no name and leads nowhere

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
    does not know of a row, and not only from missing names. `unrecorded` says that the year
    has no row of this collection at all: whether there was nothing, or nothing was entered, nobody can tell.
    """

    figure: Figure
    range: Range
    rows: tuple[CountedRow, ...]
    total: Range | None
    total_rows: tuple[CountedRow, ...]
    gaps: bool
    unrecorded: bool = False


class Counter:
    """The figures of one kader, ready to count the rows of their collections."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self._judges = {name: _Judge(kader, name) for name in {figure.counts for figure in kader.figures}}

    def asked(self, collection: str) -> frozenset[str]:
        """The facts of a collection on which its figures rest."""
        return frozenset(self._judges[collection].asked)

    def count(self, rows_of: Mapping[str, Iterable[Row]]) -> dict[str, Count]:
        """All figures of the kader over the rows of one year; each row is looked at once, and kept where it counts."""
        counts: dict[str, Count] = {}
        for name, judge in self._judges.items():
            counts |= judge.count(rows_of.get(name, ()))
        return {figure.id: counts[figure.id] for figure in self.kader.figures}


@dataclass(frozen=True, slots=True)
class _Tally:
    """The rows that count or may count for one figure, and those of which they are a part."""

    figure: Figure
    rows: list[CountedRow]
    total_rows: list[CountedRow]

    def count(self, *, unrecorded: bool) -> Count:
        figure, is_part = self.figure, self.figure.of is not None
        return Count(
            figure=figure,
            range=distinct(self.rows) if figure.distinct else total(self.rows),
            rows=tuple(self.rows),
            total=total(self.total_rows) if is_part else None,
            total_rows=tuple(self.total_rows),
            gaps=any(item.counts is None or item.row.number is None for item in self.rows),
            unrecorded=unrecorded,
        )


# Where a row goes that certainly counts, and where one of which that is unknown.
_Places: TypeAlias = tuple[list[list[CountedRow]], list[list[CountedRow]]]


class _Judge:
    """The figures over one collection; what they say depends on the facts they ask about, and on nothing else.

    So the conditions are weighed once for each different combination of facts, of which a year has some hundreds
    however many rows there are.
    """

    def __init__(self, kader: Kader, collection: str) -> None:
        self._figures = [figure for figure in kader.figures if figure.counts == collection]
        tables = [table for table in kader.tables if table.over == collection]
        conditions = [c for figure in self._figures for c in (figure.where, figure.of) if c is not None]
        self._program = Program(conditions, tables)
        asked = {fact for condition in self._program.places for fact in facts_in(condition)}
        self.asked = tuple(sorted(asked))

    def count(self, rows: Iterable[Row]) -> dict[str, Count]:
        tallies = [_Tally(figure, [], []) for figure in self._figures]
        known: dict[tuple[Value | None, ...], _Places] = {}
        for row in rows:
            combination = tuple(map(row.facts.get, self.asked))
            places = known.get(combination)
            if places is None:
                places = known[combination] = self._places(row.facts, tallies)
            certain, possible = places
            if certain:
                _put(CountedRow(row, counts=True), certain)
            if possible:
                _put(CountedRow(row, counts=None), possible)
        return {tally.figure.id: tally.count(unrecorded=not known) for tally in tallies}

    def _places(self, facts: Facts, tallies: Iterable[_Tally]) -> _Places:
        trace = self._program.run(facts)
        places: _Places = ([], [])
        for tally in tallies:
            _sort(trace.truth(tally.figure.where), tally.rows, places)
            if tally.figure.of is not None:
                _sort(trace.truth(tally.figure.of), tally.total_rows, places)
        return places


def _sort(truth: Truth, rows: list[CountedRow], places: _Places) -> None:
    if truth is not False:
        places[truth is None].append(rows)


def _put(item: CountedRow, places: Iterable[list[CountedRow]]) -> None:
    for rows in places:
        rows.append(item)


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
