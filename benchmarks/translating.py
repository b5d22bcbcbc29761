"""The same conditions in the languages of the peers, as a careful writer of each would put them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openkader.kader import Condition
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator, Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one language writes what a condition can say; {0} is the fact, {1} the operand."""

    both: str
    either: str
    denied: str
    tests: dict[Operator, str]
    fact: str = "{0}"
    codes: str = "[{0}]"

    def write(self, condition: Condition) -> str:
        """The condition in this language."""
        match condition:
            case AllOf(parts):
                return self._joined(self.both, parts)
            case AnyOf(parts):
                return self._joined(self.either, parts)
            case Not(part):
                return self.denied.format(self.write(part))
            case Test():
                return self._test(condition)

    def _joined(self, word: str, parts: Iterable[Condition]) -> str:
        return "(" + f" {word} ".join(self.write(part) for part in parts) + ")"

    def _test(self, test: Test) -> str:
        fact = self.fact.format(test.fact)
        if isinstance(test.operand, bool):
            return fact if test.operand else self.denied.format(fact)
        return self.tests[test.operator].format(fact, self._operand(test.operand))

    def _operand(self, operand: Any) -> str:
        if not isinstance(operand, frozenset):
            return str(operand)
        return self.codes.format(", ".join(f'"{code}"' for code in sorted(operand)))


_NUMBERS = {Operator.AT_LEAST: "{0} >= {1}", Operator.AT_MOST: "{0} <= {1}"}

CEL = Dialect(
    both="&&",
    either="||",
    denied="!({0})",
    tests={
        Operator.ONE_OF: "{0} in {1}",
        Operator.HAS_ANY: "{1}.exists(code, code in {0})",
        Operator.HAS_ALL: "{1}.all(code, code in {0})",
        Operator.COUNT_AT_LEAST: "size({0}) >= {1}",
        **_NUMBERS,
    },
)
ZEN = Dialect(
    both="and",
    either="or",
    denied="not ({0})",
    tests={
        Operator.ONE_OF: "{0} in {1}",
        Operator.HAS_ANY: "some({1}, # in {0})",
        Operator.HAS_ALL: "all({1}, # in {0})",
        Operator.COUNT_AT_LEAST: "len({0}) >= {1}",
        **_NUMBERS,
    },
)
PYTHON = Dialect(
    both="and",
    either="or",
    denied="(not {0})",
    fact='f["{0}"]',
    codes="{{{0}}}",
    tests={
        Operator.ONE_OF: "{0} in {1}",
        Operator.HAS_ANY: "not {0}.isdisjoint({1})",
        Operator.HAS_ALL: "{0} >= {1}",
        Operator.COUNT_AT_LEAST: "len({0}) >= {1}",
        **_NUMBERS,
    },
)
