"""Many made-up cases enter the register at once, to practise with and to measure how fast it is.

They come in as real ones do, each with its events and its line; only by the thousand, and with
what was decided on a day behind us.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from openkader.base.text import Text
from openkader.casework.advice import needs_of
from openkader.casework.life_cycle import Stored, state_of
from openkader.casework.period import Period
from openkader.casework.vocabulary import DecisionOutcome, EvidenceKind, Level, MeasureStatus, Precision, Role
from openkader.kader import Assessment as Proposed
from openkader.kader import Assessor
from openkader.register.answers import enter_answers
from openkader.register.audit import plain
from openkader.register.batches import BATCH
from openkader.register.case_lines import enter_lines, keep_sectors, line_of
from openkader.register.case_words import keep_case_words
from openkader.register.entries import (
    ActivityEntry,
    EvidenceEntry,
    MeasureEntry,
    ParticipationEntry,
)
from openkader.register.fictional import FictionalCase, FictionalCases, Stage
from openkader.register.hand import Hand, both, claim_references, digest, writing
from openkader.register.models import Assessment, CaseLine, Decision, RegisterSource, Request
from openkader.register.parties import enter_parties
from openkader.register.services.assess_request import columns
from openkader.register.services.record_activity import enter_activities
from openkader.register.services.record_request import enter_requests
from openkader.register.states import Stand

_NOWHERE = "https://fictief.invalid/verslag"  # a name that leads nowhere, by RFC 2606
_TITLE = Text(nl="Verzonnen zaken om mee te oefenen", en="Made-up cases to practise with")


def enter_fictional_source(reference: str, number: int, *, assessor: Assessor, by: str, now: datetime) -> int:
    """Note where the cases come from: made up here. Its key."""
    kader = assessor.kader
    with writing(by=by, now=now, act=None) as hand:
        claim_references([(reference, reference)], kind="source")
        source = RegisterSource.objects.create(
            reference=reference,
            **both("organisation", kader.organisation),
            **both("title", _TITLE),
            year=hand.today.year,
            kader=kader.id,
            fictional=True,
            file_name="",
            digest="0" * 64,
            records=number,
            recorded_at=now,
            recorded_by=by,
        )
        hand.log("cases.made-up", "source", reference, reference, number=number)
    return source.pk


@dataclass(frozen=True, slots=True)
class _Made:
    """A stored request with what it was made from, and what the kader proposed."""

    row: Request
    case: FictionalCase
    proposed: Proposed
    assessment: Assessment | None = None

    @property
    def outcome(self) -> DecisionOutcome | None:
        """What was decided; nothing while nobody decided."""
        if self.case.stage < Stage.DECIDED:
            return None
        if self.case.withdrawn:
            return DecisionOutcome.WITHDRAWN
        proposal = DecisionOutcome(self.proposed.outcome)
        return self.case.other if self.case.departs else proposal

    @property
    def took_place(self) -> bool:
        """Whether an activity followed."""
        green = self.outcome is not None and self.outcome.is_green
        return green and self.case.stage >= Stage.CARRIED_OUT


def enter_fictional_cases(entry: FictionalCases, *, assessor: Assessor, by: str, now: datetime) -> None:
    """Store some cases, all or none, with everything that was done with them."""
    cases = entry.cases
    with writing(by=by, now=now, act=None, source_id=entry.source) as hand:
        hand.keeps_lines = False  # they are entered below, from what is known here already
        enter_parties(entry.parties, hand)
        enter_requests([case.request for case in cases], hand)
        rows = _stored([case.request.reference for case in cases])
        _assign(rows, cases)
        proposed = _proposals(cases, assessor)
        made = [_Made(rows[case.request.reference], case, proposed[_key(case)]) for case in cases]
        _enter_answers(made, hand)
        made = _enter_assessments(made, hand)
        _enter_decisions(made, hand)
        _enter_activities(made, hand)
        enter_lines([_line(one, now) for one in made])
        keep_sectors(list(rows.values()))
        keep_case_words(list(rows.values()))


def _stored(references: Sequence[str]) -> dict[str, Request]:
    found = Request.objects.select_related("source").filter(reference__in=references)
    return {row.reference: row for row in found}


def _assign(rows: Mapping[str, Request], cases: Sequence[FictionalCase]) -> None:
    accounts = {user.username: user for user in User.objects.filter(username__in={c.assignee for c in cases})}
    for case in cases:
        rows[case.request.reference].assignee = accounts.get(case.assignee or "")
    Request.objects.bulk_update(rows.values(), ["assignee"], batch_size=BATCH)


def _key(case: FictionalCase) -> str:
    return repr(sorted(case.facts.items(), key=lambda item: item[0]))


def _proposals(cases: Sequence[FictionalCase], assessor: Assessor) -> dict[str, Proposed]:
    """What the kader proposes on each different set of facts."""
    return {key: assessor.assess(facts) for key, facts in {_key(case): case.facts for case in cases}.items()}


def _enter_answers(made: Sequence[_Made], hand: Hand) -> None:
    enter_answers([(one.row, one.case.answers) for one in made], hand)
    for one in made:
        if one.case.answers:
            facts = sorted(answer.fact for answer in one.case.answers)
            digests = [digest(answer) for answer in one.case.answers]
            reference = one.row.reference
            hand.log("facts.answered", "request", reference, reference, facts=facts, digest=digests)


def _enter_assessments(made: Sequence[_Made], hand: Hand) -> list[_Made]:
    weighed = [one for one in made if one.case.stage >= Stage.ASSESSED]
    claim_references([(f"{one.row.reference}-B1", one.row.reference) for one in weighed], kind="assessment")
    stored = Assessment.objects.bulk_create(
        (
            Assessment(
                reference=f"{one.row.reference}-B1",
                recorded_at=hand.now,
                recorded_by=hand.by,
                source_id=hand.source_id,
                year=one.row.year,
                request=one.row,
                facts=plain(dict(one.case.facts)),
                answers_seen=len(one.case.answers),
                **columns(one.proposed),
            )
            for one in weighed
        ),
        batch_size=BATCH,
    )
    for row, one in zip(stored, weighed, strict=True):
        kader = one.proposed.kader
        hand.log(
            "request.assessed",
            "assessment",
            row.reference,
            one.row.reference,
            kader=kader.id,
            kader_digest=kader.digest,
            outcome=one.proposed.outcome,
            settled=one.proposed.settled,
        )
    known = {row.request_id: row for row in stored}
    return [_Made(one.row, one.case, one.proposed, known.get(one.row.pk)) for one in made]


def _enter_decisions(made: Sequence[_Made], hand: Hand) -> None:
    taken = [(one, one.outcome) for one in made if one.outcome is not None]
    claim_references([(f"{one.row.reference}-BS1", one.row.reference) for one, _ in taken], kind="decision")
    Decision.objects.bulk_create((_decision(one, outcome, hand) for one, outcome in taken), batch_size=BATCH)
    for one, outcome in taken:
        hand.log(
            "request.decided",
            "decision",
            f"{one.row.reference}-BS1",
            one.row.reference,
            level=Level.REQUEST,
            outcome=outcome,
            assessment=one.assessment.reference if one.assessment else None,
        )


def _decision(one: _Made, outcome: DecisionOutcome, hand: Hand) -> Decision:
    departs = str(outcome) != str(one.proposed.outcome)
    return Decision(
        reference=f"{one.row.reference}-BS1",
        recorded_at=hand.now,
        recorded_by=hand.by,
        source_id=hand.source_id,
        year=one.case.decided_on.year,
        request=one.row,
        level=Level.REQUEST,
        outcome=outcome,
        ground="fictional" if outcome.needs_ground else None,
        motivation="Fictief" if departs else None,
        assessment=one.assessment,
        departs_from_proposal=departs,
        decided_on=one.case.decided_on,
        decided_by=hand.by,
        reconstructed=False,
    )


def _enter_activities(made: Sequence[_Made], hand: Hand) -> None:
    enter_activities([_activity(one) for one in made if one.took_place], hand)


def _activity(one: _Made) -> ActivityEntry:
    request, day = one.case.request, one.case.decided_on
    reference = f"{request.reference}-X1"
    took_part = next((x.party for x in request.participations if x.role is Role.REQUESTER), None)
    return ActivityEntry(
        reference=reference,
        year=day.year,
        title=request.title,
        request=request.reference,
        kind=request.kind,
        period=Period(day, day, Precision.DAY),
        country=request.country,
        programme=request.programme,
        itemised=True,
        participations=(
            ParticipationEntry(reference=f"{reference}-D1", role=Role.COUNTERPART, party=took_part),
        ),
        measures=tuple(_measures(reference, one)),
    )


def _measures(reference: str, one: _Made) -> Iterator[MeasureEntry]:
    done = one.case.stage is Stage.CLOSED
    evidence = (EvidenceEntry(kind=EvidenceKind.MINUTES, title=_TITLE, url=_NOWHERE),) if done else ()
    status = MeasureStatus.DONE if done else MeasureStatus.OPEN
    for measure in one.proposed.asked_measures:
        code = f"{reference}-{measure.id}"
        yield MeasureEntry(
            reference=code, line=measure.line, code=measure.id, status=status, evidence=evidence
        )


def _line(one: _Made, now: datetime) -> CaseLine:
    """Where the case stands follows from what was entered with it, as it does for every other one."""
    measures = bool(list(one.proposed.asked_measures))
    waits = any(need.is_mandatory for need in needs_of(one.proposed))
    stored = Stored(
        is_begun=one.case.stage > Stage.RECEIVED,
        is_weighed=one.case.stage is Stage.ASSESSED and one.proposed.settled and not waits,
        outcome=one.outcome,
        is_carried_out=one.took_place,
        is_accounted_for=one.took_place and measures and one.case.stage is Stage.CLOSED,
    )
    return line_of(one.row, Stand(state_of(stored), one.outcome), (), now)
