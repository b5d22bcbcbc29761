"""A party enters the register."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.entries import PartyEntry
from openkader.register.hand import writing
from openkader.register.parties import enter_parties


def record_party(entry: PartyEntry, *, by: str, now: datetime) -> str:
    """Register one organisation or person; its reference is given once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        enter_parties([entry], hand)
    return entry.reference
