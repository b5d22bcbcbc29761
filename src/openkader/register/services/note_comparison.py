"""A program compares names with the lists; the names are not kept."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.screening_entries import ComparisonEntry


def note_comparison(entry: ComparisonEntry, *, by: str, now: datetime) -> None:
    """Note how many names are about to be compared, and with which lists; not whose: they are no parties of ours."""
    with writing(by=by, now=now, act=Act.SCREEN) as hand:
        hand.keeps_lines = False  # nothing of a case
        hand.log("names.compared", "comparison", by, by, names=entry.names, lists=dict(entry.lists))
