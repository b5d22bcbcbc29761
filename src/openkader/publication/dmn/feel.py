"""Saying a condition or a value in FEEL, the language of DMN: one more reading of the same condition language.

FEEL knows no unknown that is kept: what is exported agrees with the kader where every question is answered.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Operator, Test
from openkader.kader.facts import Fact, FactType, Value

ANY = "-"
_NO_NAME = re.compile(r"\W", re.ASCII)
_OURS = re.compile(r"proposal(_rows)?|.*__\d+")  # what the document itself gives as a name
_WORDS = frozenset(
    {
        "and",
        "between",
        "boolean",
        "context",
        "count",
        "date",
        "days",
        "else",
        "every",
        "external",
        "false",
        "for",
        "function",
        "if",
        "in",
        "instance",
        "item",
        "list",
        "not",
        "null",
        "number",
        "of",
        "or",
        "return",
        "satisfies",
        "some",
        "string",
        "then",
        "time",
        "true",
        "years",
    }
)
Names = Mapping[str, str]


def names_of(facts: Iterable[str]) -> dict[str, str]:
    """A name for each fact that FEEL and XML both take, and no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for fact in facts:
        name = _NO_NAME.sub("_", fact) or "_"
        if name in _WORDS or name[0].isdigit() or _OURS.fullmatch(name):
            name = f"_{name}_"
        while name in taken:
            name += "_"
        taken.add(name)
        found[fact] = name
    return found


def value_in(value: object) -> str:
    """A value as FEEL writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f'date("{value.isoformat()}")'
    if isinstance(value, frozenset):
        return f"[{', '.join(map(value_in, sorted(value)))}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return format(Decimal(repr(value)), "f")  # never 1e-07


def said(condition: Condition, name: Callable[[str], str]) -> str:
    """The condition as an expression that is true or false."""
    match condition:
        case Test():
            return _test(condition, name(condition.fact))
        case Not(part):
            return f"not({said(part, name)})"
        case AllOf(()):
            return "true"
        case AnyOf(()):
            return "false"
    joint = " and " if isinstance(condition, AllOf) else " or "
    return f"({joint.join(said(part, name) for part in condition.parts)})"


def _test(test: Test, subject: str) -> str:
    operand = test.operand
    codes = [value_in(code) for code in sorted(operand)] if isinstance(operand, frozenset) else []
    match test.operator:
        case Operator.ONE_OF:
            return (
                f"{subject} = {codes[0]}"
                if len(codes) == 1
                else f"list contains([{', '.join(codes)}], {subject})"
            )
        case Operator.HAS_ANY | Operator.HAS_ALL:
            joint = " or " if test.operator is Operator.HAS_ANY else " and "
            each = joint.join(f"list contains({subject}, {code})" for code in codes)
            return f"({each})" if len(codes) > 1 else each
        case Operator.COUNT_AT_LEAST:
            return f"count({subject}) >= {operand}"
        case operator:
            return f"{subject} {_SIGNS[operator]} {value_in(operand)}"


_SIGNS = {
    Operator.IS: "=",
    Operator.AT_LEAST: ">=",
    Operator.AT_MOST: "<=",
    Operator.BEFORE: "<",
    Operator.SINCE: ">=",
}


def cell(fact: Fact, condition: Condition) -> str:
    """What stands in the column of one fact: the shortest that modellers read, else an expression on `?`."""
    if fact.type is FactType.TRUTH:
        return _truths(condition)
    positive = _simple(condition)
    if positive is not None:
        return positive
    if isinstance(condition, Not):
        negated = _simple(condition.part)
        if negated is not None:
            return f"not({negated})"
    return said(condition, lambda _: "?")


def _truths(condition: Condition) -> str:
    """Of a truth only four things can be asked; what an expression gives would be taken for the truth itself."""
    holds = [value_in(value) for value in (True, False) if _holds(condition, value)]
    return {0: "not(true, false)", 1: "".join(holds), 2: ANY}[len(holds)]


def _holds(condition: Condition, value: Value) -> bool:
    match condition:
        case Test():
            return condition.operand == value
        case Not(part):
            return not _holds(part, value)
        case AllOf(parts):
            return all(_holds(part, value) for part in parts)
    return any(_holds(part, value) for part in condition.parts)


def _simple(condition: Condition) -> str | None:
    """A test without any expression: a value, several of them, or a bound."""
    if not isinstance(condition, Test):
        return None
    if condition.operator is Operator.ONE_OF and isinstance(condition.operand, frozenset):
        return ", ".join(map(value_in, sorted(condition.operand)))
    if condition.operator is Operator.IS:
        return value_in(condition.operand)
    if condition.operator in _SIGNS:
        return f"{_SIGNS[condition.operator]} {value_in(condition.operand)}"
    return None
