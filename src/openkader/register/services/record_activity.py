"""An activity enters the register with all that belongs to it."""

from datetime import datetime

from django.db import transaction

from openkader.casework import rules
from openkader.casework.vocabulary import DecisionOutcome, Role
from openkader.register.cases import request_for_update
from openkader.register.entries import ActivityEntry
from openkader.register.hand import Hand, both, claim_references, dated, digest, parties, require
from openkader.register.measures import enter_measures
from openkader.register.models import Activity, Agreement, Request, Topic
from openkader.register.participations import enter_participations


@transaction.atomic
def record_activity(entry: ActivityEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register what took place; what rests on a request needs its green light."""
    hand = Hand(by=by, now=now, source_id=source_id)
    request = _request(entry)
    claim_references([entry.reference], kind="activity", dossier=entry.reference)
    activity = Activity.objects.create(**hand.counted(entry), **_columns(entry), request=request)
    enter_participations(entry.participations, hand, activity=activity)
    _enter_topics(activity, entry, hand)
    _enter_agreements(activity, entry, hand)
    enter_measures(activity, entry.measures, hand)
    hand.log(
        "activity.recorded",
        "activity",
        entry.reference,
        entry.reference,
        request=entry.request,
        digest=digest(entry),
    )
    return entry.reference


def _request(entry: ActivityEntry) -> Request | None:
    if entry.request is None:
        return None
    request = request_for_update(entry.request)
    outcomes = request.decisions.values_list("outcome", flat=True)
    require(rules.may_carry_out([DecisionOutcome(x) if x else None for x in outcomes]))
    return request


def _columns(entry: ActivityEntry) -> dict[str, object]:
    seen = any(x.role is Role.OFFICE_HOLDER for x in entry.participations)
    return {
        **dated(entry.period),
        **both("title", entry.title),
        **both("aim", entry.aim),
        "year": entry.year,
        "kind": entry.kind,
        "country": entry.country,
        "programme": entry.programme,
        "place": entry.place,
        "regions": list(entry.regions),
        "office_holder": True if seen else entry.office_holder,
        "foreign_delegation": entry.foreign_delegation,
        "itemised": entry.itemised,
    }


def _enter_topics(activity: Activity, entry: ActivityEntry, hand: Hand) -> None:
    keys = parties(topic.party for topic in entry.topics)
    Topic.objects.bulk_create(
        Topic(
            **hand.grounded(topic),
            activity=activity,
            code=topic.code,
            stated_in=topic.stated_in,
            party_id=keys[topic.party],
            setting=topic.setting,
            reaction=topic.reaction,
        )
        for topic in entry.topics
    )


def _enter_agreements(activity: Activity, entry: ActivityEntry, hand: Hand) -> None:
    references = [agreement.reference for agreement in entry.agreements]
    claim_references(references, kind="agreement", dossier=activity.reference)
    Agreement.objects.bulk_create(
        Agreement(
            **hand.counted(agreement),
            **both("title", agreement.title),
            year=activity.year,
            activity=activity,
            form=agreement.form,
            status=agreement.status,
        )
        for agreement in entry.agreements
    )
