"""Something leaves the house as a file: who took it, and what was chosen."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing


def note_export(chosen: str, form: str, confidential: int, *, by: str, now: datetime) -> None:
    """Note a list before its first row is read, with how many confidential cases are in it."""
    with writing(by=by, now=now, act=Act.EXPORT) as hand:
        hand.log("cases.exported", "export", by, by, chosen=chosen, form=form, confidential=confidential)


def note_trail_export(chosen: str, form: str, *, by: str, now: datetime) -> None:
    """Note a part of the trail before its first event is read, so that the file tells of itself."""
    with writing(by=by, now=now, act=Act.READ_TRAIL) as hand:
        hand.log("trail.exported", "export", by, by, chosen=chosen, form=form)


def note_kader_export(kader: str, digest: str, form: str, *, by: str, now: datetime) -> None:
    """Note that a version of the kader was handed on: which one, with its digest, and in which form."""
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        hand.keeps_lines = False  # nothing of a case
        hand.log("kader.exported", "export", by, by, kader=kader, kader_digest=digest, form=form)
