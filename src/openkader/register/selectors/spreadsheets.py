"""The registers that were taken over from spreadsheets, as they are shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openkader.base.errors import NotFound
from openkader.casework.spreadsheet import WorkedOn
from openkader.register.batches import few_at_a_time
from openkader.register.models import (
    AuditEvent,
    EvaluationAdoption,
    RegisterSource,
    SpreadsheetImport,
    SpreadsheetRow,
)
from openkader.register.selectors.trail import READ

_COLUMNS = (
    *("reference", "file_name", "sheet", "digest", "mapping", "rows", "known", "left_out", "at", "by"),
    *("ended_at", "failure", "undone_at", "undone_by"),
)
_NEWEST = 100
# To read is no work, and what the house sends by itself is not either: more was done by whoever had a reason to.
_NO_WORK = (READ, "agreement.reminded", "mail.queued", "mail.sent", "mail.failed")
_ROW = re.compile(r"-R(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetLine:
    """One sheet that was taken over, waits for that, or could not be."""

    reference: str
    file_name: str
    sheet: str
    digest: str
    mapping: dict[str, Any]
    rows: int | None
    known: int | None
    left_out: int | None
    at: datetime
    by: str
    ended_at: datetime | None
    failure: str | None
    undone_at: datetime | None
    undone_by: str | None

    @property
    def waits(self) -> bool:
        """Whether a worker still has to take it over."""
        return self.ended_at is None


def spreadsheets() -> list[SpreadsheetLine]:
    """The newest, the last one first."""
    rows = SpreadsheetImport.objects.order_by("-id").values(*_COLUMNS)[:_NEWEST]
    return [SpreadsheetLine(**row) for row in rows]


def spreadsheet(reference: str) -> SpreadsheetLine:
    """One of them."""
    row = SpreadsheetImport.objects.filter(reference=reference).values(*_COLUMNS).first()
    if row is None:
        raise NotFound("spreadsheet", reference[:80])
    return SpreadsheetLine(**row)


def why_not_undone(reference: str) -> tuple[list[WorkedOn], list[int]]:
    """The rows that were worked on since, and the years of which an adopted evaluation counts them."""
    row = SpreadsheetImport.objects.filter(reference=reference).first()
    if row is None:
        raise NotFound("spreadsheet", reference[:80])
    return worked_on(row), adopted_since(row)


def rows_here(marks: Sequence[str]) -> int:
    """How many of these rows were taken over before."""
    return sum(SpreadsheetRow.objects.filter(fingerprint__in=few).count() for few in few_at_a_time(marks))


def worked_on(row: SpreadsheetImport) -> list[WorkedOn]:
    """The rows of which anything was done with the dossier since, each with the last thing."""
    came = AuditEvent.objects.filter(object_reference=row.reference, action="spreadsheet.imported").first()
    if came is None:
        return []
    since = AuditEvent.objects.filter(sequence__gt=came.sequence, dossier__startswith=f"{row.reference}-R")
    found: dict[int, WorkedOn] = {}
    for event in since.exclude(action__in=_NO_WORK).order_by("sequence"):
        place = _ROW.search(event.dossier.removeprefix(row.reference))
        number = int(place[1]) if place else 0
        found[number] = WorkedOn(row=number, dossier=event.dossier, action=event.action, by=event.actor)
    return [found[number] for number in sorted(found)]


def adopted_since(row: SpreadsheetImport) -> list[int]:
    """The years of which an evaluation was adopted that counts these dossiers."""
    years = RegisterSource.objects.filter(reference__startswith=f"{row.reference}-").values("year")
    adopted = EvaluationAdoption.objects.filter(evaluation__year__in=years, at__gte=row.ended_at or row.at)
    return sorted(adopted.values_list("evaluation__year", flat=True))
