"""The fewest questions that do something, with a handful of the sets that are as few."""

from collections.abc import Iterable
from typing import TypeAlias

Questions: TypeAlias = frozenset[str]
Fewest: TypeAlias = tuple[int, frozenset[Questions]] | None  # None: nothing does it

HANDFUL = 12
NOTHING_TO_DO: Fewest = (0, frozenset([frozenset()]))


def with_question(name: str, fewest: Fewest) -> Fewest:
    """These sets with one question more."""
    if fewest is None:
        return None
    number, sets = fewest
    return number + 1, frozenset(one | {name} for one in sets)


def fewest_of(ways: Iterable[Fewest]) -> Fewest:
    """The fewest of these, with a handful of the sets that are as few."""
    known = [way for way in ways if way is not None]
    if not known:
        return None
    number = min(way[0] for way in known)
    sets = {one for way in known if way[0] == number for one in way[1]}
    return number, frozenset(sorted(sets, key=sorted)[:HANDFUL])
