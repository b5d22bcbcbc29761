"""Somebody was given all that the register holds about them."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import claim_references, writing
from openkader.register.numbering import next_reference


def note_disclosure(parties: int, rows: int, *, by: str, now: datetime) -> str:
    """Note it before the file is made, with how much is in it; not about whom: the trail keeps no names of others."""
    with writing(by=by, now=now, act=Act.DISCLOSE) as hand:
        hand.keeps_lines = False
        reference = next_reference(f"INZAGE-{now.year}-")
        claim_references([(reference, reference)], kind="disclosure")
        hand.log("person.disclosed", "disclosure", reference, reference, parties=parties, records=rows)
    return reference
