"""How many rows one question to the database takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BATCH = 1000


def few_at_a_time(items: Sequence[T], most: int = BATCH) -> Iterator[Sequence[T]]:
    """Parts of a sequence; a database takes only so many names in one question."""
    for start in range(0, len(items), most):
        yield items[start : start + most]
