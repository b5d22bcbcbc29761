"""The kader is applied to what is known about a request."""

from datetime import datetime

from django.db import transaction

from openkader.kader import Assessment as Proposed
from openkader.kader import Assessor
from openkader.register.audit import plain
from openkader.register.cases import facts_of, request_for_update
from openkader.register.entries import Counted
from openkader.register.hand import Hand, claim_references
from openkader.register.models import Assessment


@transaction.atomic
def assess_request(request: str, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Store the proposal of the kader with the facts it rests on; earlier ones stay."""
    hand = Hand(by=by, now=now)
    row = request_for_update(request)
    facts = facts_of(row, assessor.kader)
    proposed = assessor.assess(facts)
    entry = Counted(reference=f"{request}-B{row.assessments.count() + 1}")
    claim_references([entry.reference], kind="assessment", dossier=request)
    Assessment.objects.create(
        **hand.counted(entry),
        **_columns(proposed),
        year=row.year,
        request=row,
        facts=plain(facts),
        answers_seen=row.answers.count(),
    )
    hand.log(
        "request.assessed",
        "assessment",
        entry.reference,
        request,
        kader=proposed.kader.id,
        kader_digest=proposed.kader.digest,
        outcome=proposed.outcome,
        settled=proposed.settled,
    )
    return entry.reference


def _columns(proposed: Proposed) -> dict[str, object]:
    return {
        "kader": proposed.kader.id,
        "kader_digest": proposed.kader.digest,
        "outcome": proposed.outcome,
        "settled": proposed.settled,
        "fired": [row.id for row in proposed.fired],
        "open": {
            "rows": [row.id for row in proposed.still_open],
            "questions": [fact.id for fact in proposed.open_questions],
        },
    }
