"""The program of a kader over columns: one truth of many cases at once.

A truth is a small number, and unknown lies between false and true. So `all` is the least
of its parts, `any` the greatest, and `not` the other way round: the logic of Kleene, as
`kader.program` has it for one case.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from openkader.kader.assessing import Assessor
from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Test, parts_of
from openkader.kader.facts import Value
from openkader.kader.model import Table
from openkader.kader.program import tests_alone

FALSE, UNKNOWN, TRUE = 0, 1, 2
Column: TypeAlias = NDArray[np.int8]
Codes: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]


class Columns:
    """What a chunk of cases answers: how many they are, and the truth of each test on a fact that is asked."""

    def __init__(self, size: int, truths_of: Callable[[Test], Column], found: Sequence[Column] = ()) -> None:
        self.size = size
        self.truths_of = truths_of
        self.found = found  # what another kader says of the same cases, by its places
        self.derived: dict[str, Codes] = {}

    def full(self, truth: int) -> Column:
        """The same truth for all cases."""
        return np.full(self.size, truth, dtype=np.int8)


Step: TypeAlias = Callable[[Columns, list[Column]], None]


class ColumnProgram:
    """The conditions and tables of an assessor, each in the place that the assessor gives it.

    `same` says which conditions another kader worked out already, and where: they mean the same in both.
    """

    def __init__(self, assessor: Assessor, same: Mapping[int, int] | None = None) -> None:
        self.places = assessor.program.places
        self._steps: list[Step] = []
        self._known: dict[str, Sequence[Value | None]] = {}
        for condition, place in self.places.items():
            if same and place in same:
                self._steps.append(_take_over(same[place], place))
            elif isinstance(condition, Test):
                self._lay_test(condition, place, assessor.tables)
            else:
                self._steps.append(
                    _combine(condition, [self.places[part] for part in parts_of(condition)], place)
                )

    def run(self, columns: Columns) -> list[Column]:
        """The truth of every condition for every case, by place."""
        truths: list[Column] = [columns.full(UNKNOWN)] * len(self.places)
        for step in self._steps:
            step(columns, truths)
        return truths

    def _lay_test(self, test: Test, place: int, tables: Mapping[str, Table]) -> None:
        table = tables.get(test.fact)
        if table is None:
            self._steps.append(_asked(test, place))
            return
        if test.fact not in self._known:  # the conditions of its rows all have places before this one
            self._known[test.fact] = known = _values_of(table)
            self._steps.append(_derive(table, known, self.places))
        self._steps.append(_on_derived(test, place, self._known[test.fact]))


def truth_of(test: Test, value: Value | None) -> int:
    """The truth of a test on one value, as the evaluator of one case has it."""
    truth = tests_alone((test,)).run({test.fact: value}).truth(test)
    return UNKNOWN if truth is None else TRUE if truth else FALSE


def _take_over(other: int, place: int) -> Step:
    def take_over(columns: Columns, truths: list[Column]) -> None:
        truths[place] = columns.found[other]

    return take_over


def _asked(test: Test, place: int) -> Step:
    def look_up(columns: Columns, truths: list[Column]) -> None:
        truths[place] = columns.truths_of(test)

    return look_up


def _on_derived(test: Test, place: int, known: Sequence[Value | None]) -> Step:
    by_code = np.array([UNKNOWN, *(truth_of(test, value) for value in known)], dtype=np.int8)

    def look_up(columns: Columns, truths: list[Column]) -> None:
        truths[place] = by_code[columns.derived[test.fact]]

    return look_up


def _values_of(table: Table) -> Sequence[Value | None]:
    """What a table can give, each once; the code of a value is its place from one, and nought is unknown."""
    return list(dict.fromkeys([*(row.value for row in table.rows), table.otherwise]))


def _derive(table: Table, known: Sequence[Value | None], places: Mapping[Condition, int]) -> Step:
    codes = {value: code for code, value in enumerate(known, 1)}
    rows = [(places[row.when], codes[row.value]) for row in table.rows]

    def derive(columns: Columns, truths: list[Column]) -> None:
        # As for one case: every row up to the first that holds may give the value, unless it is false.
        found = np.zeros(columns.size, dtype=np.int16)
        clash, undecided = np.zeros(columns.size, dtype=np.bool_), np.ones(columns.size, dtype=np.bool_)
        for place, code in rows:
            truth = truths[place]
            _may_give(code, undecided & (truth != FALSE), found, clash)
            undecided &= truth != TRUE
        _may_give(codes[table.otherwise], undecided, found, clash)
        np.putmask(found, clash, 0)
        columns.derived[table.gives] = found.astype(np.intp)

    return derive


def _may_give(code: int, possible: Flags, found: NDArray[np.int16], clash: Flags) -> None:
    """Enter a possible value; where another one is possible too, the value is unknown."""
    clash |= possible & (found != 0) & (found != code)
    np.putmask(found, possible & (found == 0), code)


def _combine(condition: AllOf | AnyOf | Not, parts: list[int], place: int) -> Step:
    match condition:
        case AllOf():
            return _fold(np.minimum, TRUE, parts, place)
        case AnyOf():
            return _fold(np.maximum, FALSE, parts, place)

    def negate(_: Columns, truths: list[Column]) -> None:
        truths[place] = TRUE - truths[parts[0]]

    return negate


def _fold(choose: np.ufunc, empty: int, parts: list[int], place: int) -> Step:
    def fold(columns: Columns, truths: list[Column]) -> None:
        result = truths[parts[0]] if parts else columns.full(empty)
        for part in parts[1:]:
            result = choose(result, truths[part])
        truths[place] = result

    return fold
