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
    """A sheet that a worker will take over: the file waits in a draft under this token."""

    file_name: str
    sheet: str
    digest: str
    mapping: Mapping[str, Any]
    draft: str  # the digest of its token


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What came of it."""

    reference: str
    rows: int
    known: int
    left_out: int
