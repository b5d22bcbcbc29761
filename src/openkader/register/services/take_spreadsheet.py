"""A worker takes the sheet that waits longest; that is no change of the register, and leaves no event."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from openkader.register.models import SpreadsheetImport
from openkader.register.spreadsheet_entries import WaitingSpreadsheet

# Far more than the largest sheet takes; what a dead worker had is free after that.
LEASE = timedelta(minutes=15)
MOST_ATTEMPTS = 3


def take_spreadsheet(*, now: datetime) -> WaitingSpreadsheet | None:
    """The sheet, with how often it was begun; what a dead worker had is free after a while."""
    with transaction.atomic():
        free = Q(begun_at=None) | Q(begun_at__lt=now - LEASE)
        query = SpreadsheetImport.objects.filter(free, ended_at=None).order_by("id")
        row = query.select_for_update(skip_locked=True, of=("self",)).first()
        if row is None:
            return None
        row.attempts += 1
        row.begun_at = now
        row.save(update_fields=["attempts", "begun_at"])
    return WaitingSpreadsheet(
        key=row.pk,
        file_name=row.file_name,
        mapping=row.mapping,
        draft=row.draft or "",
        by=row.by,
        gives_up=row.attempts > MOST_ATTEMPTS,
    )
