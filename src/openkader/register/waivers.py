"""Stored waivers as the rules want to see them."""

from openkader.casework.waiving import Waiver
from openkader.register.models import MeasureWaiver, ScanWaiver


def waiver_of(row: MeasureWaiver | ScanWaiver) -> Waiver:
    """Who proposed it, until when, and whether a second person agreed."""
    return Waiver(by=row.by, expires_on=row.expires_on, is_agreed=hasattr(row, "agreement"))
