"""An activity is planned on a request that got green light, and the kader says what has to be done for it."""

from datetime import datetime

from openkader.casework import rules
from openkader.casework.activities import may_fall
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import TAKES_PART, ActivityStanding
from openkader.kader import Assessor
from openkader.register.activity_entries import PlanEntry
from openkader.register.cases import outcomes_on, request_for_update
from openkader.register.hand import Hand, both, claim_references, dated, digest, require, writing
from openkader.register.making_once import made_before, note_made
from openkader.register.models import Activity, Participation, Request
from openkader.register.numbering import next_reference
from openkader.register.services.renew_measures import renew


def plan_activity(entry: PlanEntry, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Plan an activity, with the named parties of its request and the measures that it certainly asks for."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        known = made_before(entry.once)
        if known is not None:
            return known
        require(may_fall(entry.period))
        request = request_for_update(entry.request, hand)
        require(rules.may_carry_out(outcomes_on([request])[request.reference]))
        planned = list(request.activities.order_by("id").values_list("reference", flat=True))
        if entry.once is None and len(planned) > entry.seen:
            return planned[-1]
        activity = _enter(entry, request, next_reference(f"{request.reference}-A"), hand)
        _take_parties_along(request, activity, hand)
        renew(activity, assessor, hand)
        note_made(entry.once, activity.reference, hand)
    return activity.reference


def _enter(entry: PlanEntry, request: Request, reference: str, hand: Hand) -> Activity:
    claim_references([(reference, request.reference)], kind="activity")
    hand.log("activity.planned", "activity", reference, request.reference, digest=digest(entry))
    return Activity.objects.create(
        **dated(entry.period),
        **both("title", entry.title),
        **both("aim", entry.aim),
        reference=reference,
        number=1,
        request=request,
        year=entry.period.starts_on.year,
        standing=ActivityStanding.PLANNED,
        kind=request.kind,
        country=request.country,
        programme=request.programme,
        place=entry.place,
        office_holder=entry.office_holder,
        foreign_delegation=entry.foreign_delegation,
        itemised=True,
        source=request.source,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )


def _take_parties_along(request: Request, activity: Activity, hand: Hand) -> None:
    named = request.participations.filter(party__isnull=False, role__in=TAKES_PART).order_by("id")
    for number, row in enumerate(named, start=1):
        reference = f"{activity.reference}-P{number}"
        claim_references([(reference, request.reference)], kind="participation")
        Participation.objects.create(
            reference=reference,
            number=1,
            year=activity.year,
            activity=activity,
            party=row.party,
            role=row.role,
            dropped_out=False,
            recorded_at=hand.now,
            recorded_by=hand.by,
        )
