"""What a person says of the columns of a sheet, in the address of the page that shows it."""

from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict

from openkader.base.numbers import number_in

_COLUMN = "column-"
F = TypeVar("F", bound=StrEnum)


def columns_in(asked: QueryDict, fields: type[F]) -> dict[int, F]:
    """What each column holds, by its place; words that mean nothing are left out."""
    words = {name.removeprefix(_COLUMN): word for name, word in asked.items() if name.startswith(_COLUMN)}
    return {
        position: fields(str(word))
        for name, word in words.items()
        if (position := number_in(name)) is not None and word in list(fields)
    }


def column_name(position: int) -> str:
    """Under which name a column is asked for."""
    return f"{_COLUMN}{position}"
