"""Questions that are put into the words of the database once, and asked again with other values.

Of a question about all of a case, to put it into words takes ten times as long as to have it answered.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from openkader.casework.permissions import Person
from openkader.register.replica import reads_from

Value: TypeAlias = int | str | None
# Of a person the name and the team are filled in; the roles decide on the words.
Values: TypeAlias = Value | Sequence[int] | Person
_Make: TypeAlias = Callable[..., QuerySet[Any, Any]]
# Of each value what it is, of several how many there are, and of a person what decides on the words.
Shape: TypeAlias = tuple[type | int | Person, ...]
# Small enough for any column of whole numbers. There are two of each stand-in: what differs between two
# wordings is a blank, and what is the same in both belongs to the question.
_FIRST, _SECOND, _MOST = 30_000, 31_000, 1_000
_ROUND = 10


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a question where a value is to be filled in."""

    place: int


@dataclass(frozen=True, slots=True)
class Worded:
    """A question in the words of the database, with its blanks; without words there is nothing to be asked."""

    sql: str = ""
    parameters: tuple[Any, ...] = ()

    def filled(self, values: Sequence[Values]) -> list[Any]:
        """What the database is handed beside the words, with these values in the blanks."""
        flat = list(_flat(values))
        return [flat[one.place] if isinstance(one, Blank) else one for one in self.parameters]

    def ask(self, values: Sequence[Values]) -> list[tuple[Any, ...]]:
        """The rows, just as the database gives them."""
        if not self.sql:
            return []
        with reads_from().cursor() as cursor:
            cursor.execute(self.sql, self.filled(values))
            return cursor.fetchall()


def ask_again(make: _Make, *values: Values, alike: tuple[Hashable, ...] = ()) -> list[tuple[Any, ...]]:
    """The rows of the question that is `make(*values, *alike)`: put into words once, however often it is asked.

    Everything that it depends on is among the values or in `alike`. Its columns are numbers and words, which
    every database gives as they are.
    """
    return _words(make, values, alike).ask(values)


def different(make: _Make, *values: Values, alike: tuple[Hashable, ...] = ()) -> list[tuple[Any, ...]]:
    """The different rows of the same question, which has one column, each with how often it came."""
    words = _words(make, values, alike)
    rows = f"SELECT found.*, count(*) FROM ({words.sql}) found GROUP BY 1"  # noqa: S608 - our own words
    return replace(words, sql=words.sql and rows).ask(values)


def inside_another(make: _Make, *values: Values, alike: tuple[Hashable, ...] = ()) -> RawSQL:
    """The same question to stand within another one, as what a key has to be among."""
    words = _words(make, values, alike)
    return RawSQL(words.sql, words.filled(values))  # noqa: S611 - our own words, and the values are handed beside them


def one_of(keys: Iterable[int]) -> RawSQL:
    """Keys to be looked for among, written out: to hand a thousand beside the words takes longer than the answer."""
    return RawSQL(",".join(str(int(key)) for key in keys), ())  # noqa: S611 - whole numbers and nothing else


def _words(make: _Make, values: Sequence[Values], alike: tuple[Hashable, ...]) -> Worded:
    shape = shape_of(values)
    if sum(one if isinstance(one, int) else 1 for one in shape) < _MOST:
        return _kept(make, shape, alike, connection.vendor)
    # So many are rare; for them it is put into words as it is.
    return Worded(*make(*values, *alike).query.sql_with_params())


@lru_cache(maxsize=256)
def _kept(make: _Make, shape: Shape, alike: tuple[Hashable, ...], _vendor: str) -> Worded:
    return worded(make, shape, *alike)


def rounded(keys: Sequence[int]) -> list[int]:
    """The same keys with the last one repeated up to a round number of them, so that there are few shapes."""
    return [*keys, *list(keys[-1:]) * (-len(keys) % _ROUND)]


def shape_of(values: Sequence[Values]) -> Shape:
    """What two questions must have in common to have the same words."""
    return tuple(map(_kind, values))


def _kind(value: Values) -> type | int | Person:
    if isinstance(value, Person):
        return replace(value, name="", team="" if value.team else None)
    if isinstance(value, int | str | None):
        return next((kind for kind in (int, str) if isinstance(value, kind)), type(None))
    return len(value)


def worded(make: _Make, shape: Shape, *alike: Hashable) -> Worded:
    """The words of the question that `make` gives for values of this shape, and for what is alike each time."""
    try:
        one, other = (
            make(*_stand_ins(shape, first), *alike).query.sql_with_params() for first in (_FIRST, _SECOND)
        )
    except EmptyResultSet:
        return Worded()
    if one[0] != other[0]:
        raise ValueError("the words of this question depend on its values")
    return Worded(one[0], tuple(map(_blank, one[1], other[1])))


def _blank(one: object, other: object) -> object:
    if one == other:
        return one
    place = int(str(one)) - _FIRST if str(one).isdecimal() else -1
    if not 0 <= place < _MOST or str(other) != str(_SECOND + place):
        raise ValueError("a value does not stand in this question as it is")
    return Blank(place)


def _stand_ins(shape: Shape, first: int) -> Iterator[Values]:
    """Values that no case has, each with its place in it."""
    place = first
    for one in shape:
        if isinstance(one, int):
            yield list(range(place, place + one))
            place += one
        elif isinstance(one, Person):
            yield replace(one, name=str(place), team=None if one.team is None else str(place + 1))
            place += 2
        else:
            yield None if one is type(None) else one(place)
            place += 1


def _flat(values: Sequence[Values]) -> Iterator[Value]:
    for one in values:
        if isinstance(one, Person):
            yield from (one.name, one.team)
        elif isinstance(one, int | str | None):
            yield one
        else:
            yield from one
