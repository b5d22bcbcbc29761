"""When two names can be one Chinese name, for the tests: surname and every syllable share a meaning."""

from openkader.screening.names import Reading, chinese_readings


def agree(one: str, other: str) -> bool:
    """Whether any reading of one name shares every part with any reading of the other."""
    return any(_alike(first, second) for first in chinese_readings(one) for second in chinese_readings(other))


def _alike(first: Reading, second: Reading) -> bool:
    if not first.surname & second.surname or len(first.given) != len(second.given):
        return False
    return all(_share(mine, yours) for mine, yours in zip(first.given, second.given, strict=True))


def _share(mine: frozenset[str], yours: frozenset[str]) -> bool:
    return any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a in mine for b in yours)
