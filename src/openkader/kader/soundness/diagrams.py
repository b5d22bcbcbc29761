"""Decision diagrams: functions of a case, each kept once, so that equal functions are the same number.

A case is a choice of one class for each variable. A diagram asks the variables in their order
and ends in a value. Every question about all cases (is there one, how many, which is nearest)
is one walk over the nodes, however many cases there are.
Source: Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986, with more than two branches.
"""

import sys
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeAlias

Diagram: TypeAlias = int
Operation: TypeAlias = Callable[..., Hashable]
Assignment: TypeAlias = dict[int, int]  # variable -> class; a variable that is absent may be any
_STEP = 12  # a step takes as long as so many branches
_END = 1 << 30  # an end stands below every variable


class TooLarge(Exception):
    """A function would take more work than is left of what was allowed."""


class Diagrams:
    """The diagrams over variables with so many classes each."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        self._variables: list[int] = []
        self._branches: list[tuple[Diagram, ...]] = []
        self._values: list[Hashable] = []
        self._ends: dict[tuple[type, Hashable], Diagram] = {}
        self._nodes: dict[tuple[int, tuple[Diagram, ...]], Diagram] = {}
        self._made: dict[tuple[Hashable, ...], Diagram] = {}
        self.work_left = sys.maxsize  # branches that may still be looked at; who sets it gets `TooLarge`
        self.never, self.always = self.end(value=False), self.end(value=True)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self._variables)

    def end(self, value: Hashable) -> Diagram:
        """The function that is this value for every case."""
        found = self._ends.get((type(value), value))
        if found is None:
            found = self._ends[type(value), value] = self._new(_END, (), value)
        return found

    def value(self, diagram: Diagram) -> Hashable:
        """The value of a function that is the same for every case."""
        if self._variables[diagram] != _END:
            raise ValueError("this function depends on the case")
        return self._values[diagram]

    def is_end(self, diagram: Diagram) -> bool:
        """Whether the function is the same for every case."""
        return self._variables[diagram] == _END

    def ask(self, variable: int, branches: Sequence[Diagram]) -> Diagram:
        """The function that goes on by the class of one variable, which none of the branches asks again."""
        first, made = branches[0], tuple(branches)
        self.spend(len(made) + _STEP)
        if all(branch == first for branch in made):
            return first
        found = self._nodes.get((variable, made))
        if found is None:
            found = self._nodes[variable, made] = self._new(variable, made, None)
        return found

    def spend(self, branches: int) -> None:
        """Note that so many branches were looked at: the time that anything takes goes with them."""
        self.work_left -= branches
        if self.work_left < 0:
            raise TooLarge

    def within(self, variable: int, classes: Sequence[int]) -> Diagram:
        """True for the cases in which the variable has one of these classes."""
        is_in = (self.always if place in classes else self.never for place in range(self.sizes[variable]))
        return self.ask(variable, tuple(is_in))

    def combine(self, name: Hashable, operation: Operation, *functions: Diagram) -> Diagram:
        """The operation on the values of functions, case by case; one `name` is always one operation."""
        key = (name, *functions)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._combined(name, operation, functions)
        return found

    def _combined(self, name: Hashable, operation: Operation, functions: tuple[Diagram, ...]) -> Diagram:
        variable = min(self._variables[one] for one in functions)
        if variable == _END:
            return self.end(operation(*(self._values[one] for one in functions)))
        parts = zip(*(self._spread(one, variable) for one in functions), strict=True)
        return self.ask(variable, [self.combine(name, operation, *part) for part in parts])

    def _spread(self, diagram: Diagram, variable: int) -> tuple[Diagram, ...]:
        if self._variables[diagram] == variable:
            return self._branches[diagram]
        return (diagram,) * self.sizes[variable]

    def inverse(self, one: Diagram) -> Diagram:
        """True where the function is false."""
        return self.combine("not", lambda value: not value, one)

    def both(self, one: Diagram, other: Diagram) -> Diagram:
        """True where both functions are."""
        if other in (one, self.always):
            return one
        if self.never in (one, other):
            return self.never
        if one == self.always:
            return other
        return self._paired("and", self.both, one, other)

    def either(self, one: Diagram, other: Diagram) -> Diagram:
        """True where at least one of the functions is."""
        if other in (one, self.never):
            return one
        if self.always in (one, other):
            return self.always
        if one == self.never:
            return other
        return self._paired("or", self.either, one, other)

    def _paired(
        self, name: str, again: Callable[[Diagram, Diagram], Diagram], one: Diagram, other: Diagram
    ) -> Diagram:
        key = (name, *sorted((one, other)))
        found = self._made.get(key)
        if found is None:
            variable = min(self._variables[one], self._variables[other])
            parts = zip(self._spread(one, variable), self._spread(other, variable), strict=True)
            found = self._made[key] = self.ask(variable, [again(*part) for part in parts])
        return found

    def where(self, condition: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """One function where the condition is true, another where it is false."""
        if then == otherwise or condition == self.always:
            return then
        if condition == self.never:
            return otherwise
        key = ("where", condition, then, otherwise)
        found = self._made.get(key)
        if found is None:
            variable = min(self._variables[one] for one in key[1:])
            parts = zip(*(self._spread(one, variable) for one in key[1:]), strict=True)
            found = self._made[key] = self.ask(variable, [self.where(*part) for part in parts])
        return found

    def fixed(self, diagram: Diagram, known: Mapping[int, int]) -> Diagram:
        """The function once these variables have these classes."""
        made: dict[Diagram, Diagram] = {}

        def fix(one: Diagram) -> Diagram:
            if self.is_end(one):
                return one
            if one not in made:
                variable, branches = self._variables[one], self._branches[one]
                if variable in known:
                    made[one] = fix(branches[known[variable]])
                else:
                    made[one] = self.ask(variable, [fix(branch) for branch in branches])
            return made[one]

        return fix(diagram)

    def asked(self, diagram: Diagram) -> frozenset[int]:
        """The variables on which the function depends: for each there is a case in which it matters."""
        found: set[int] = set()
        seen: set[Diagram] = set()
        waiting = [diagram]
        while waiting:
            one = waiting.pop()
            if one not in seen and not self.is_end(one):
                seen.add(one)
                found.add(self._variables[one])
                waiting += self._branches[one]
        return frozenset(found)

    def values(self, diagram: Diagram) -> frozenset[Hashable]:
        """Every value that the function has in some case."""
        seen: set[Diagram] = set()
        waiting = [diagram]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += self._branches[one]
        return frozenset(self._values[one] for one in seen if self.is_end(one))

    def number(self, diagram: Diagram, wanted: Hashable = True) -> int:
        """In how many cases the function has this value; a case is one choice of classes."""
        ways: dict[Diagram, int] = {}

        def count(one: Diagram) -> tuple[int, int]:
            """Cases from the variable of this node on, and that variable."""
            if self.is_end(one):
                return int(self.is_value(one, wanted)), len(self.sizes)
            variable = self._variables[one]
            if one not in ways:
                ways[one] = sum(self._over(variable + 1, *count(branch)) for branch in self._branches[one])
            return ways[one], variable

        return self._over(0, *count(diagram))

    def _over(self, since: int, number: int, until: int) -> int:
        for place in range(since, until):
            number *= self.sizes[place]
        return number

    def is_value(self, end: Diagram, wanted: Hashable) -> bool:
        """Whether a function is this value for every case."""
        return self._ends.get((type(wanted), wanted)) == end

    def steps(self, diagram: Diagram) -> tuple[int, tuple[Diagram, ...]]:
        """The variable that a function asks first, and how it goes on for each class."""
        return self._variables[diagram], self._branches[diagram]

    def _new(self, variable: int, branches: tuple[Diagram, ...], value: Hashable) -> Diagram:
        self._variables.append(variable)
        self._branches.append(branches)
        self._values.append(value)
        return len(self._variables) - 1
