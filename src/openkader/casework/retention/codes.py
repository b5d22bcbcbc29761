"""Which answers are codes, and may stay when a dossier goes: they count in figures and name nobody."""

import re
from collections.abc import Mapping

_CODE = re.compile(r"[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*|[A-Z]{2}|\d{4}(?:-\d\d){0,2}", re.ASCII)
_LONGEST = 60


def is_code(value: object) -> bool:
    """Whether it is a truth, a number, a date, a country or a word of a list; what somebody wrote is none."""
    if value is None or isinstance(value, (bool, int, float)):
        return True
    if isinstance(value, str):
        return len(value) <= _LONGEST and _CODE.fullmatch(value) is not None
    return isinstance(value, list) and all(map(is_code, value))


def coded(facts: Mapping[str, object]) -> dict[str, object]:
    """The answers among these that are codes."""
    return {name: value for name, value in facts.items() if is_code(value)}
