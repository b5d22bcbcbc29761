"""What is handed to the services about files between organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeEntry:
    """What is in a file that goes: the version of the kader, how many lines and lists, and the figures of which years.

    `withheld` is how many of those figures go without their number, `kader` is empty where the version does not go.
    """

    sha256: str
    kader: str
    messages: int
    lists: int
    years: tuple[int, ...]
    withheld: int
