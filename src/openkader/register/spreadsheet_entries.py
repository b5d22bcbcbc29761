"""A sheet as it is handed to the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openkader.casework.spreadsheet.rows import TakenRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetEntry:
    """What somebody takes over: the rows that are whole, and how many were wrong and stay out.

    `mapping` is what the columns were taken for, as it is kept beside the import.
    """

    file_name: str
    sheet: str
    digest: str
    mapping: Mapping[str, Any]
    rows: tuple[TakenRow, ...]
    bad: int
    leaves_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSpreadsheet:
    """A sheet that a worker takes over under the name of whoever asked; `draft` is the digest of its token.

    `gives_up`: it was begun so often that it has to end.
    """

    key: int
    file_name: str
    mapping: Mapping[str, Any]
    draft: str
    by: str
    gives_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What came of it."""

    reference: str
    rows: int
    known: int
    left_out: int
