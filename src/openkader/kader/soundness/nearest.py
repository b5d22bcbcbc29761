"""The case that is nearest: the cheapest one in which a function has the wanted value."""

from collections.abc import Callable, Hashable
from typing import TypeAlias

from openkader.kader.soundness.diagrams import Assignment, Diagram, Diagrams

Cost: TypeAlias = Callable[[int, int], float]  # what it costs that a variable has a class


def nearest(diagrams: Diagrams, function: Diagram, wanted: Hashable, cost: Cost) -> Assignment | None:
    """The cheapest case in which the function has this value; None where there is none.

    Every variable has its class in it, the cheapest one where it does not matter.
    """
    return _Ways(diagrams, wanted, cost).from_(function)


class _Ways:
    """What the cheapest way down from each node costs, found once a node."""

    def __init__(self, diagrams: Diagrams, wanted: Hashable, cost: Cost) -> None:
        self._diagrams, self._wanted, self._cost = diagrams, wanted, cost
        self._best: dict[Diagram, tuple[float, int] | None] = {}
        diagrams.spend(sum(diagrams.sizes))
        # The cheapest class of each variable, and what all from a variable on cost at the least.
        self._free = [
            min((cost(place, one), one) for one in range(size))[1]
            for place, size in enumerate(diagrams.sizes)
        ]
        self._after = [0.0]
        for place in reversed(range(len(self._free))):
            self._after.append(self._after[-1] + cost(place, self._free[place]))
        self._after.reverse()

    def from_(self, function: Diagram) -> Assignment | None:
        """The whole case at the end of the cheapest way."""
        if self._price(function) is None:
            return None
        case = dict(enumerate(self._free))
        while not self._diagrams.is_end(function):
            best = self._best[function]
            assert best is not None  # noqa: S101 - a way was found through this node
            variable, branches = self._diagrams.steps(function)
            case[variable] = best[1]
            function = branches[best[1]]
        return case

    def _price(self, function: Diagram) -> float | None:
        """What the variables from this node on cost; None where no way leads to the value."""
        if self._diagrams.is_end(function):
            return 0.0 if self._diagrams.is_value(function, self._wanted) else None
        if function not in self._best:
            self._best[function] = self._cheapest(function)
        best = self._best[function]
        return None if best is None else best[0]

    def _cheapest(self, function: Diagram) -> tuple[float, int] | None:
        variable, branches = self._diagrams.steps(function)
        self._diagrams.spend(len(branches))
        ways = []
        for place, branch in enumerate(branches):
            rest = self._price(branch)
            if rest is not None:
                between = self._after[variable + 1] - self._after[self._first(branch)]
                ways.append((self._cost(variable, place) + between + rest, place))
        return min(ways, default=None)

    def _first(self, function: Diagram) -> int:
        is_end = self._diagrams.is_end(function)
        return len(self._free) if is_end else self._diagrams.steps(function)[0]
