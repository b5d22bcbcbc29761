"""An activity enters the register with all that belongs to it."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Role
from openkader.register.agreements import enter_agreements
from openkader.register.batches import BATCH
from openkader.register.cases import outcomes_on, requests_by_reference
from openkader.register.entries import ActivityEntry
from openkader.register.hand import Hand, both, claim_references, dated, parties, require, writing
from openkader.register.measures import enter_measures
from openkader.register.models import Activity, Topic
from openkader.register.participations import enter_participations

Pairs = Sequence[tuple[Activity, ActivityEntry]]


def record_activity(entry: ActivityEntry, *, by: str, now: datetime) -> str:
    """Register what took place; what rests on a request needs its green light."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        enter_activities([entry], hand)
    return entry.reference


def enter_activities(entries: Sequence[ActivityEntry], hand: Hand) -> None:
    """Store activities with their participations, topics, agreements and measures."""
    requests = requests_by_reference((entry.request for entry in entries), hand)
    outcomes = outcomes_on(request for request in requests.values() if request)
    for entry in entries:
        if entry.request:
            require(rules.may_carry_out(outcomes[entry.request]))
    rows = hand.enter(
        Activity, "activity", entries, lambda entry: {**_columns(entry), "request": requests[entry.request]}
    )
    pairs = list(zip(rows, entries, strict=True))
    enter_participations([(row, entry.participations) for row, entry in pairs], hand)
    _enter_topics(pairs, hand)
    _enter_agreements(pairs, hand)
    enter_measures([(row, entry.measures) for row, entry in pairs], hand)


def _columns(entry: ActivityEntry) -> dict[str, object]:
    seen = any(x.role is Role.OFFICE_HOLDER for x in entry.participations)
    return {
        **dated(entry.period),
        **both("title", entry.title),
        **both("aim", entry.aim),
        "year": entry.year,
        "standing": entry.standing,
        "kind": entry.kind,
        "country": entry.country,
        "programme": entry.programme,
        "place": entry.place,
        "regions": list(entry.regions),
        "office_holder": True if seen else entry.office_holder,
        "foreign_delegation": entry.foreign_delegation,
        "itemised": entry.itemised,
    }


def _enter_topics(pairs: Pairs, hand: Hand) -> None:
    for _, entry in pairs:
        require(rules.may_raise([(topic.code, topic.stated_in) for topic in entry.topics]))
    keys = parties((topic.party for _, entry in pairs for topic in entry.topics), hand)
    Topic.objects.bulk_create(
        (
            Topic(
                **hand.grounded(topic),
                activity=activity,
                code=topic.code,
                stated_in=topic.stated_in,
                party_id=keys[topic.party],
                setting=topic.setting,
                reaction=topic.reaction,
            )
            for activity, entry in pairs
            for topic in entry.topics
        ),
        batch_size=BATCH,
    )


def _enter_agreements(pairs: Pairs, hand: Hand) -> None:
    made = [(activity, agreement) for activity, entry in pairs for agreement in entry.agreements]
    claim_references([(x.reference, activity.reference) for activity, x in made], kind="agreement")
    enter_agreements(made, hand)
