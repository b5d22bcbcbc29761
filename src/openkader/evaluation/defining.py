"""The version of a figure: a short name for how it is counted, so that two years can be told to count the same.

It covers what decides the number, and nothing else. Another sentence of explanation leaves it as it was; another
condition, another denominator or another unit does not.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, Condition, Not, Test, facts_in
from openkader.kader.facts import Value
from openkader.kader.model import Figure, Table

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
_SHOWN = 12  # as many characters as a kader's digest is shown with


def definition_digest(figure: Figure, tables: Iterable[Table] = ()) -> str:
    """The version of a definition: the same for the same way of counting, in whatever order it was written.

    With the `tables` of a kader, those that derive a fact which the figure asks about are part of it: an event
    that begins to count as an incoming delegation makes another figure, though its own condition stays.
    """
    derived = {table.gives: table for table in tables if table.over == figure.counts}
    told: dict[str, Plain] = {
        "counts": figure.counts,
        "where": _condition(figure.where),
        "of": None if figure.of is None else _condition(figure.of),
        "distinct": figure.distinct,
        "absence_is_unknown": figure.absence_is_unknown,
        "unit": _unit(figure.unit),
        "derived": {name: _table(derived[name]) for name in sorted(_needed(figure, derived))},
    }
    return hashlib.sha256(_written(told).encode()).hexdigest()[:_SHOWN]


def _needed(figure: Figure, derived: Mapping[str, Table]) -> set[str]:
    """The derived facts that the figure asks about, and those on which these rest."""
    asked = list(facts_in(figure.where) | (facts_in(figure.of) if figure.of is not None else frozenset()))
    needed: set[str] = set()
    while asked:
        name = asked.pop()
        if name in derived and name not in needed:
            needed.add(name)
            asked += [fact for row in derived[name].rows for fact in facts_in(row.when)]
    return needed


def _table(table: Table) -> Plain:
    """Its rows in their order, since the first that holds decides."""
    return [[[_condition(row.when), _value(row.value)] for row in table.rows], _value(table.otherwise)]


def _condition(condition: Condition) -> Plain:
    """A condition without what does not decide: the order of its parts, a part said twice, brackets around one."""
    if isinstance(condition, Test):
        return [condition.fact, str(condition.operator), _value(condition.operand)]
    if isinstance(condition, Not):
        return ["not", _condition(condition.part)]
    parts = {_written(part): part for part in map(_condition, condition.parts)}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return ["all" if isinstance(condition, AllOf) else "any", [parts[key] for key in sorted(parts)]]


def _value(value: Value | None) -> Plain:
    if isinstance(value, frozenset):
        return [*sorted(value)]
    return value.isoformat() if isinstance(value, date) else value


def _unit(unit: Text | None) -> Plain:
    return None if unit is None else {"nl": unit.nl, "en": unit.en}


def _written(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
