"""Numbers of which some may be unknown."""

from collections.abc import Sequence


def sum_known(numbers: Sequence[int | None]) -> int | None:
    """All together; unknown as soon as one is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
