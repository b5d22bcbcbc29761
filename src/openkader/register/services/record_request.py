"""A request enters the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import RequestEntry
from openkader.register.hand import Hand, both, claim_references, dated, digest
from openkader.register.models import Request
from openkader.register.participations import enter_participations
from openkader.register.services.answer_facts import enter_answers


@transaction.atomic
def record_request(entry: RequestEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register a request with its requesters and what is known about it already."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="request", dossier=entry.reference)
    request = Request.objects.create(
        **hand.counted(entry),
        **dated(entry.received),
        **both("title", entry.title),
        year=entry.year,
        kind=entry.kind,
        country=entry.country,
        programme=entry.programme,
        initiative=entry.initiative,
    )
    enter_participations(entry.participations, hand, request=request)
    enter_answers(request, entry.answers, hand)
    hand.log("request.recorded", "request", entry.reference, entry.reference, digest=digest(entry))
    return entry.reference
