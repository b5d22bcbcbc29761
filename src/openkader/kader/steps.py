"""The steps of a program, written as one function that runs straight through.

A function without a loop and without calls takes a third of the time that walking over
the conditions takes (ADR 23). What is written consists of the words in this file and of
numbered names. What a kader says (a code, a date, the name of a fact) goes in as the
value of a name and never as text, so no pack can write a step.

    t3  the truth of the condition at place 3: True, False, or None for unknown
    c5  something that the kader says: an operand, a fact, what a row of a table gives
    v   the value that is looked at
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from openkader.kader.conditions import AllOf, AnyOf, Not, Operator, Test, Truth
from openkader.kader.facts import Value
from openkader.kader.model import Table

Values: TypeAlias = dict[str, Value | None]
Run: TypeAlias = Callable[[Values], list[Truth]]

# What each operator asks of a known value. Each gives True or False itself, also where
# the comparison of an exotic number would give something that only resembles them.
_CHECKS: Mapping[Operator, str] = {
    Operator.IS: "True if v == {0} else False",
    Operator.ONE_OF: "v in {0}",
    Operator.HAS_ANY: "not {0}.isdisjoint(v)",
    Operator.HAS_ALL: "{0} <= v",
    Operator.AT_LEAST: "True if v >= {0} else False",
    Operator.AT_MOST: "True if v <= {0} else False",
    Operator.BEFORE: "True if v < {0} else False",
    Operator.SINCE: "True if v >= {0} else False",
    Operator.COUNT_AT_LEAST: "len(v) >= {0}",
}


class Steps:
    """The steps in the order in which they were added; each leans only on those before it."""

    def __init__(self) -> None:
        self._blocks: list[list[str]] = []
        self._looked_up: dict[str, list[str]] = {}
        self._tested: list[str] = []
        self._said: dict[str, object] = {"len": len, "__builtins__": {}}

    def test(self, test: Test, place: int) -> None:
        """Tests on one fact share a block, so that each fact is looked up once."""
        block = self._looked_up.get(test.fact)
        if block is None:
            block = [f"v = get({self._say(test.fact)})", "if v is not None:"]
            self._looked_up[test.fact] = block
            self._blocks.append(block)
        block.append(f"    t{place} = {_CHECKS[test.operator].format(self._say(test.operand))}")
        self._tested.append(f"t{place}")

    def combine(self, condition: AllOf | AnyOf | Not, parts: Sequence[int], place: int) -> None:
        """The truth of a condition from those of its parts."""
        self._blocks.append([f"t{place} = {_combined(condition, [f't{part}' for part in parts])}"])

    def derive(self, table: Table, places: Sequence[int]) -> None:
        """The value that a table gives, worked out from its last row back.

        A row that is false leaves it to those below; one that holds decides. One that
        may yet hold leaves the value unknown, unless those below give the same.
        """
        block = [f"v = {self._say(table.otherwise)}"]
        for row, place in zip(reversed(table.rows), reversed(places), strict=True):
            value = self._say(row.value)
            block.append(f"v = v if t{place} is False else {value} if t{place} or v == {value} else None")
        self._blocks.append([*block, f"values[{self._say(table.gives)}] = v"])

    def text(self, places: int) -> str:
        """The function that gives the truth at each of so many places, as it is compiled."""
        lines = ["get = values.get", " = ".join([*self._tested, "None"])]
        lines += [line for block in self._blocks for line in block]
        lines.append(f"return [{', '.join(f't{place}' for place in range(places))}]")
        return "\n    ".join(["def run(values):", *lines])

    def compiled(self, places: int) -> Run:
        """The same, ready to run."""
        names = dict(self._said)
        exec(compile(self.text(places), "<the steps of a kader>", "exec"), names)  # noqa: S102 - no text of a pack
        run: Run = names["run"]  # type: ignore[assignment]  # defined in the line above
        return run

    def _say(self, said: object) -> str:
        """The name under which the steps know something that the kader says."""
        name = f"c{len(self._said)}"
        self._said[name] = said
        return name


def _combined(condition: AllOf | AnyOf | Not, parts: Sequence[str]) -> str:
    """`all` is false by one false part, `any` true by a true one; else one unknown makes it unknown."""
    match condition:
        case Not():
            return f"None if {parts[0]} is None else not {parts[0]}"
        case AllOf(()):
            return "True"
        case AnyOf(()):
            return "False"
        case AllOf():
            return f"True if {' and '.join(parts)} else False if {_one(parts, 'False')} else None"
    return f"True if {' or '.join(parts)} else None if {_one(parts, 'None')} else False"


def _one(parts: Sequence[str], truth: str) -> str:
    return " or ".join(f"{part} is {truth}" for part in parts)
