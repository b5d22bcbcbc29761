"""A large sheet waits for a worker."""

from dataclasses import replace
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.spreadsheet import may_take_over
from openkader.register.hand import require, writing
from openkader.register.models import SpreadsheetImport
from openkader.register.services.import_spreadsheet import begun
from openkader.register.spreadsheet_entries import SpreadsheetEntry


def ask_spreadsheet(entry: SpreadsheetEntry, draft: str, *, by: str, now: datetime) -> str:
    """Let it wait; its reference. The same draft that waits, as after a second click, is that one."""
    with writing(by=by, now=now, act=Act.IMPORT_SPREADSHEET) as hand:
        hand.keeps_lines = False
        require(may_take_over(rows=len(entry.rows), bad=entry.bad, leaves_out=entry.leaves_out))
        before = SpreadsheetImport.objects.filter(draft=draft, ended_at=None).first()
        if before is not None:
            return before.reference
        mapping = {**entry.mapping, "leaves_out": entry.leaves_out}
        row = begun(replace(entry, mapping=mapping), hand)
        row.draft = draft
        row.save()
        hand.log(
            "spreadsheet.asked",
            "spreadsheet",
            row.reference,
            row.reference,
            digest=row.digest,
            number=len(entry.rows),
        )
    return row.reference
