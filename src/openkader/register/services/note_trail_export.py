"""A part of the trail leaves the house as a file: who took it, and what was chosen."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing


def note_trail_export(chosen: str, form: str, *, by: str, now: datetime) -> None:
    """Note it before the first event is read, so that the file tells of itself."""
    with writing(by=by, now=now, act=Act.READ_TRAIL) as hand:
        hand.log("trail.exported", "export", by, by, chosen=chosen, form=form)
