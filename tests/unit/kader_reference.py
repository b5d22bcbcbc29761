"""What a condition means, written as plainly as it can be said and without regard for speed.

The evaluator of the house is held against this: it knows no steps, no places and no order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openkader.kader import Condition, Facts, Truth, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest
from openkader.kader.model import Table, TableRow

# Kleene: false is 0, true is 1, and unknown lies between them.
_AS_NUMBER = {False: 0.0, None: 0.5, True: 1.0}
_AS_TRUTH: dict[float, Truth] = {0.0: False, 0.5: None, 1.0: True}


@dataclass(frozen=True, slots=True)
class Reference:
    """Answers and tables; everything is worked out anew each time that it is asked."""

    facts: Facts
    tables: Sequence[Table] = ()

    def truth(self, condition: Condition) -> Truth:
        return _AS_TRUTH[self._number(condition)]

    def value(self, fact: str) -> Value | None:
        table = next((table for table in self.tables if table.gives == fact), None)
        if table is None:
            return self.facts.get(fact)
        possible = self._possible(table.rows, table.otherwise)
        return possible[0] if all(value == possible[0] for value in possible) else None

    def _number(self, condition: Condition) -> float:
        match condition:
            case AllOf(parts):
                return min(map(self._number, parts), default=1.0)
            case AnyOf(parts):
                return max(map(self._number, parts), default=0.0)
            case Not(part):
                return 1.0 - self._number(part)
            case FactTest():
                value = self.value(condition.fact)
                return _AS_NUMBER[None if value is None else holds(condition, value)]

    def _possible(self, rows: Sequence[TableRow], otherwise: Value | None) -> list[Value | None]:
        """What the table may give, once every question is answered."""
        if not rows:
            return [otherwise]
        truth = self.truth(rows[0].when)
        here = [rows[0].value] if truth is not False else []
        return here + (self._possible(rows[1:], otherwise) if truth is not True else [])


def holds(test: FactTest, value: Any) -> bool:
    """What each operator says of a known value."""
    return _of_one(test, value) if test.operator in _ORDER else _of_codes(test, value)


_ORDER = (Operator.IS, Operator.AT_LEAST, Operator.AT_MOST, Operator.BEFORE, Operator.SINCE)


def _of_one(test: FactTest, value: Any) -> bool:
    operand: Any = test.operand
    match test.operator:
        case Operator.IS:
            return bool(value == operand)
        case Operator.AT_MOST:
            return not value > operand
        case Operator.BEFORE:
            return not value >= operand
    return not value < operand


def _of_codes(test: FactTest, value: Any) -> bool:
    operand: Any = test.operand
    match test.operator:
        case Operator.ONE_OF:
            return any(value == code for code in operand)
        case Operator.HAS_ANY:
            return any(code in operand for code in value)
        case Operator.HAS_ALL:
            return all(code in value for code in operand)
    return not len(list(value)) < operand
