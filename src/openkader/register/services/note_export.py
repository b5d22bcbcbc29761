"""A list leaves the house as a file: who took it, and what was chosen."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing


def note_export(chosen: str, form: str, confidential: int, *, by: str, now: datetime) -> None:
    """Note it before the first row is read, with how many confidential cases are among them."""
    with writing(by=by, now=now, act=Act.EXPORT) as hand:
        hand.log("cases.exported", "export", by, by, chosen=chosen, form=form, confidential=confidential)
