"""The kader is applied to what is known about a request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.casework.screening import Standing, fingerprints
from openkader.kader import Assessment as Proposed
from openkader.kader import Assessor
from openkader.register.audit import plain
from openkader.register.cases import (
    facts_of,
    is_taken_over,
    newest_assessment,
    proposal_of,
    request_for_update,
)
from openkader.register.entries import Counted
from openkader.register.filling import fill_from_advice
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.models import Assessment, Request
from openkader.register.standings import standings_of


def assess_request(request: str, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Store the proposal of the kader with the facts it rests on; earlier ones stay.

    While the newest one still stands there is nothing to store: asked twice, it is made once.
    """
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = request_for_update(request, hand)
        require(rules.may_work_on(is_taken_over=is_taken_over(row)))
        fill_from_advice(row, assessor, hand)  # the screening may have moved on since
        screened, newest = standings_of(row), newest_assessment(row)
        if newest is not None and _stands(newest, row, assessor, screened):
            return newest.reference
        facts = facts_of(row, assessor.kader, screened)
        seen = fingerprints.of_standings(screened)
        return enter_assessment(row, assessor.assess(facts), Known(plain(facts), seen), hand)


def _stands(newest: Assessment, request: Request, assessor: Assessor, screened: Sequence[Standing]) -> bool:
    """Whether the same kader, on the same facts, would only say the same again."""
    if newest.kader_digest != assessor.kader.digest:
        return False
    return rules.may_assess(proposal_of(request, newest, screened)) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """What an assessment rests on: the facts, and where the screening stood."""

    facts: object
    screening: str | None = None


def enter_assessment(request: Request, proposed: Proposed, known: Known, hand: Hand) -> str:
    """Store one proposal beside the earlier ones."""
    entry = Counted(reference=f"{request.reference}-B{request.assessments.count() + 1}")
    claim_references([(entry.reference, request.reference)], kind="assessment")
    Assessment.objects.create(
        **hand.counted(entry),
        **columns(proposed),
        year=request.year,
        request=request,
        facts=known.facts,
        screening_seen=known.screening,
        answers_seen=request.answers.count(),
    )
    hand.log(
        "request.assessed",
        "assessment",
        entry.reference,
        request.reference,
        kader=proposed.kader.id,
        kader_digest=proposed.kader.digest,
        outcome=proposed.outcome,
        settled=proposed.settled,
    )
    return entry.reference


def columns(proposed: Proposed) -> dict[str, object]:
    """What is stored of a proposal."""
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
