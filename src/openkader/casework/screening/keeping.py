"""What of a screening no register could keep; then it counts as not made."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from openkader.screening.evidence import Screening

# As much as the register has room for.
LONGEST = {"entity": 200, "list": 80, "id": 80, "snapshot": 120}
# A database takes neither; the second are halves of characters.
_UNKEPT = frozenset({"\0"} | {chr(code) for code in range(0xD800, 0xE000)})


def unkept(found: Screening) -> str | None:
    """The place of the first value that cannot be kept: half a character, or a number that is none."""
    return next(_unkept(found, "screening"), None)


def _unkept(value: object, place: str) -> Iterator[str]:
    if isinstance(value, str):
        if not _UNKEPT.isdisjoint(value) or len(value) > LONGEST.get(place, len(value)):
            yield place
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield place
    else:
        for name, inner in _parts(value, place):
            yield from _unkept(inner, name)


def _parts(value: object, place: str) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from ((place, part) for pair in value.items() for part in pair)
    elif isinstance(value, tuple):
        yield from ((place, part) for part in value)
