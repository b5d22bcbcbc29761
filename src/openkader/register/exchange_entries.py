"""What is handed to the services about files between organisations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openkader.base.text import Text


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignEntry:
    """The figures in a file of another organisation whose signature holds; `years` as they stood in it.

    `ours` is this organisation. `is_checked` is that somebody compared the mark of the key by another way.
    """

    organisation: str
    name: Text
    ours: str
    made_on: date
    years: tuple[Mapping[str, Any], ...]
    fingerprint: str
    sha256: str
    file_name: str
    is_checked: bool
