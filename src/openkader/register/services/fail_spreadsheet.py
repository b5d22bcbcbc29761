"""A sheet that waited could not be taken over."""

from datetime import datetime

from openkader.register.hand import writing
from openkader.register.models import SpreadsheetImport


def fail_spreadsheet(key: int, code: str, *, by: str, now: datetime) -> None:
    """Nothing of it came in, and why; what ended meanwhile stays as it is."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False
        query = SpreadsheetImport.objects.select_for_update(of=("self",)).filter(pk=key, ended_at=None)
        row = query.first()
        if row is None:
            return
        row.ended_at, row.failure, row.draft = hand.now, code, None
        row.save(update_fields=["ended_at", "failure", "draft"])
        hand.log("spreadsheet.failed", "spreadsheet", row.reference, row.reference, reason=code)
