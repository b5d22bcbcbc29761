"""The rows of a dossier as the archive takes them, and what of it stays behind."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model, Q, QuerySet

from openkader.casework.archiving import StaysBehind
from openkader.register.archiving.parts import OF_PARTY, Part, parts
from openkader.register.destroying.fates import OF_DOSSIER
from openkader.register.destroying.leaving import parties_of
from openkader.register.selectors.disclosing import whole_row

Row = Mapping[str, object]
_OURS = ("id",)  # a number of this database, which says nothing elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTable:
    """The rows of one table, in the order of entry; a record in another table is named by its reference."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """So many rows of a table, or values of one of its columns, that stay here; and why."""

    table: str
    column: str  # empty: the whole table
    number: int
    why: StaysBehind


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """All rows that go, and all that stay behind."""

    tables: tuple[HeldTable, ...]
    left: tuple[LeftBehind, ...]


def held_of(request: int) -> Held:
    """Everything that leads to a request, and to the parties of which it speaks."""
    tables: list[HeldTable] = []
    left: list[LeftBehind] = []
    for some, keys in ((parts(), [request]), (OF_PARTY, sorted(parties_of(OF_DOSSIER, [request])))):
        for part in some:
            if part.stays is None:
                found = _with_links(part, keys)
                tables += [HeldTable(name=part.model.__name__, rows=tuple(_told(part, row) for row in found))]
                left += _columns_left(part, found)
            elif number := _rows(part, keys).count():
                left.append(LeftBehind(table=part.model.__name__, column="", number=number, why=part.stays))
    return Held(tables=tuple(one for one in tables if one.rows), left=tuple(left))


def _rows(part: Part, keys: Collection[int]) -> QuerySet[Any]:
    where = Q(pk__in=())
    for way in part.ways:
        where |= Q(**{f"{way}__in": keys})
    return part.model._default_manager.filter(where).order_by("pk")


def _with_links(part: Part, keys: Collection[int]) -> list[Model]:
    links = [one.name for one in part.model._meta.concrete_fields if isinstance(one, ForeignKey)]
    return list(_rows(part, keys).select_related(*links))


def _told(part: Part, row: Model) -> Row:
    """Every column that goes: nothing is unknown, and an empty list is an answer."""
    hidden = {*_OURS, *part.without}
    return {name: value for name, value in whole_row(row).items() if name not in hidden}


def _columns_left(part: Part, rows: Collection[Model]) -> Iterator[LeftBehind]:
    for column, why in part.without.items():
        if number := sum(getattr(row, column) not in (None, "") for row in rows):
            yield LeftBehind(table=part.model.__name__, column=column, number=number, why=why)
