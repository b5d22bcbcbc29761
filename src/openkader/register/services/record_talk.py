"""Talks beside the activities enter the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import TalkEntry
from openkader.register.hand import Hand, both, claim_references, dated, digest, parties
from openkader.register.models import Talk


@transaction.atomic
def record_talk(entry: TalkEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register one talk, or a number of talks with one purpose."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="talk", dossier=entry.reference)
    Talk.objects.create(
        **hand.counted(entry),
        **dated(entry.period),
        **both("title", entry.title),
        year=entry.year,
        purpose=entry.purpose,
        programme=entry.programme,
        party_id=parties([entry.party])[entry.party],
    )
    hand.log("talk.recorded", "talk", entry.reference, entry.reference, digest=digest(entry))
    return entry.reference
