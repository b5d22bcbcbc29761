"""The small tables of one case in one question to the database.

A page that shows a whole case would else ask table after table, and most of that time is waiting.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    Field,
    JSONField,
    Model,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable, F
from django.db.models.functions import Cast, JSONObject

from openkader.register.prepared import Shape, Values, Worded, shape_of, worded

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns of the rows of one table; a column may be that of a record it points at.

    `truths` are conditions to tell of each row beside them, `told` are words that follow from it.
    """

    model: type[Model]
    chosen: Q
    columns: tuple[str, ...]
    truths: Mapping[str, Q] = field(default_factory=dict)
    told: Mapping[str, Combinable] = field(default_factory=dict)


Parts: TypeAlias = Mapping[str, Part]


def together(parts: Parts) -> dict[str, list[Row]]:
    """The rows of each part by its name, each in the order of entry."""
    return _sorted_out(parts, _union(parts))


def together_again(
    make: Callable[..., Parts], *values: Values, alike: tuple[Hashable, ...] = ()
) -> dict[str, list[Row]]:
    """The same for the parts that are `make(*values, *alike)`: put into words once, however often they are asked.

    Everything that the parts depend on is among the values or in `alike`.
    """
    parts, words = _prepared(make, shape_of(values), alike, connection.vendor)
    rows = ((name, key, json.loads(row)) for name, key, row in words.ask(values))
    return _sorted_out(parts, rows)


@lru_cache(maxsize=256)
def _prepared(
    make: Callable[..., Parts], shape: Shape, alike: tuple[Hashable, ...], _vendor: str
) -> tuple[Parts, Worded]:
    made: list[Parts] = []

    def union(*values: object) -> QuerySet[Any, Any]:
        made.append(make(*values))
        return _union(made[-1])

    words = worded(union, shape, *alike)
    return made[0], words


def _union(parts: Parts) -> QuerySet[Any, Any]:
    queries = [_query(name, part) for name, part in parts.items()]
    return queries[0].union(*queries[1:], all=True)


def _sorted_out(parts: Parts, rows: Iterable[tuple[str, int, Mapping[str, Any]]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {name: [] for name in parts}
    for name, _, row in sorted(rows, key=lambda one: one[1]):
        found[name].append(_whole(parts[name], row))
    return found


def _whole(part: Part, row: Mapping[str, Any]) -> Row:
    columns = {column: _restored(_field(part.model, column), row[column]) for column in part.columns}
    return columns | {name: bool(row[name]) for name in part.truths} | {name: row[name] for name in part.told}


def _query(name: str, part: Part) -> Any:
    columns = {column: _column(_field(part.model, column), column) for column in part.columns}
    rows = part.model._default_manager.filter(part.chosen).order_by()
    return rows.values_list(Value(name), "pk", JSONObject(**columns, **part.truths, **part.told))


def _column(field: "Field[Any, Any]", column: str) -> Combinable:
    """Stored JSON travels as text: inside other JSON one database would nest it and another quote it."""
    return Cast(column, TextField()) if isinstance(field, JSONField) else F(column)


@lru_cache(maxsize=1024)
def _field(model: type[Model], column: str) -> "Field[Any, Any]":
    *way, last = column.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model._meta.get_field(last)  # type: ignore[return-value]


def _restored(field: "Field[Any, Any]", value: Any) -> object:
    """What JSON cannot hold, made whole again."""
    match field:
        case _ if value is None:
            return None
        case JSONField():
            return json.loads(value)
        case BooleanField():
            return bool(value)
        case DateTimeField():
            moment = datetime.fromisoformat(value)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite keeps no zone
        case DateField():
            return date.fromisoformat(value)
    return value
