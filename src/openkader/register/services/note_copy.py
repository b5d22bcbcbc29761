"""A copy of the register was made to test with."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import claim_references, writing
from openkader.register.numbering import next_reference


def note_copy(rows: int, *, by: str, now: datetime) -> str:
    """Note that it was made, and how many rows it took from here; nobody is named in it."""
    with writing(by=by, now=now, act=Act.RUN_HOUSE) as hand:
        hand.keeps_lines = False
        reference = next_reference(f"KOPIE-{now.year}-")
        claim_references([(reference, reference)], kind="copy")
        hand.log("register.copied", "copy", reference, reference, records=rows)
    return reference
