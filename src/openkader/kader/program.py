"""The evaluator: many conditions and tables over one set of facts, with a full trace.

All conditions of a kader are laid out once as steps in the order of their dependence.
Running them fills one truth per different condition, so the trace is simply all
truths: equal conditions are evaluated once, nothing is skipped, and every explanation
reads from the same list. What each step does stands in `kader.steps`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from openkader.base.errors import Invalid, Problem
from openkader.kader.conditions import Condition, Test, Truth, facts_in, parts_of
from openkader.kader.facts import Facts, Value, named
from openkader.kader.model import Table
from openkader.kader.steps import Run, Steps


class Trace(NamedTuple):
    """What one run found: the truth of every condition and the value of every fact."""

    truths: Sequence[Truth]
    values: Mapping[str, Value | None]
    places: Mapping[Condition, int]

    def truth(self, condition: Condition) -> Truth:
        """The truth of a condition that belongs to the program."""
        return self.truths[self.places[condition]]


class Program:
    """The conditions and tables of a kader, ready to run over facts.

    Tables derive facts from facts; a circle of tables is refused with the names
    of the tables in it.
    """

    def __init__(self, conditions: Iterable[Condition], tables: Iterable[Table]) -> None:
        self.places: dict[Condition, int] = {}
        self._steps = Steps()
        for table in in_order(tuple(tables)):
            self._steps.derive(table, [self._lay(row.when) for row in table.rows])
        for condition in conditions:
            self._lay(condition)

    def run(self, facts: Facts) -> Trace:
        """Evaluate everything over `facts`; a fact that is absent is unknown."""
        values = dict(facts)
        return Trace(self._run(values), values, self.places)

    @property
    def text(self) -> str:
        """The steps, for who wants to read them."""
        return self._steps.text(len(self.places))

    @cached_property
    def _run(self) -> Run:
        """The steps as a function; made when it is first needed, since not every program is run."""
        return self._steps.compiled(len(self.places))

    def _lay(self, condition: Condition) -> int:
        """Give the condition its place, after the places of its parts."""
        place = self.places.get(condition)
        if place is not None:
            return place
        parts = [self._lay(part) for part in parts_of(condition)]
        place = self.places[condition] = len(self.places)
        if isinstance(condition, Test):
            self._steps.test(condition, place)
        else:
            self._steps.combine(condition, parts, place)
        return place


@lru_cache(maxsize=4096)
def tests_alone(tests: tuple[Test, ...]) -> Program:
    """A program of these tests and nothing else, made ready once; it is asked of every different answer."""
    return Program(tests, ())


def in_order(tables: tuple[Table, ...]) -> list[Table]:
    """The tables so that each comes after those that derive its facts."""
    giving = {table.gives: table for table in tables}
    needs = {
        name: {fact for row in table.rows for fact in facts_in(row.when) if fact in giving}
        for name, table in giving.items()
    }
    sorter = TopologicalSorter({name: sorted(found) for name, found in needs.items()})
    try:
        return [giving[name] for name in sorter.static_order()]
    except CycleError as error:
        circle = set(error.args[1])  # its documented place
        where = next(table.where for table in tables if table.gives in circle)
        raise Invalid([Problem("kader.circle", where, {"tables": named(sorted(circle))})]) from None
