"""An agreement enters the register: one of an activity, or one that stands on its own."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.agreements import DeedKind, may_belong, may_state
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.kader import Kader
from openkader.register import audit
from openkader.register.agreement_entries import NewAgreementEntry
from openkader.register.agreements import (
    FORMS,
    VALUES,
    Written,
    enter_agreements,
    kept,
    write_deeds,
)
from openkader.register.cases import activity_for_update
from openkader.register.documents import DocumentEntry, recognised
from openkader.register.entries import AgreementEntry, Grounded
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.kaders import codes
from openkader.register.making_once import made_before, note_made
from openkader.register.models import Activity, Agreement, AgreementDeed
from openkader.register.numbering import next_reference


def record_agreement(
    entry: NewAgreementEntry, *, kader: Kader, by: str, now: datetime, file: DocumentEntry | None = None
) -> str:
    """Note an agreement with all that is known of it; handed in twice, it is one."""
    documents = recognised([file] if file else [])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        made = made_before(entry.once)
        if made is not None:
            return made
        audit.wait_for_turn()  # two clicks: the second finds the first
        said = digest(entry)
        known = AgreementDeed.objects.filter(number=1, digest=said, recorded_by=by).first()
        if known is not None:
            return str(known.agreement.reference)
        activity = activity_for_update(entry.activity, hand) if entry.activity else None
        require(may_belong(ActivityStanding(activity.standing)) if activity else None)
        require(may_state(entry.stated, codes(kader, VALUES), codes(kader, FORMS), hand.today))
        row = _enter(entry, activity, hand)
        written = Written(
            agreement=row,
            number=1,
            kind=DeedKind.NOTED,
            stated=entry.stated,
            digest=said,
            ground=Grounded(passage=entry.passage),
            url=entry.url,
            file=documents[0] if documents else None,
        )
        write_deeds([written], hand)
        dossier = activity.reference if activity else row.reference
        hand.log("agreement.recorded", "agreement", row.reference, dossier, digest=said)
        note_made(entry.once, row.reference, hand)
    return str(row.reference)


def _enter(entry: NewAgreementEntry, activity: Activity | None, hand: Hand) -> Agreement:
    year = entry.stated.on.starts_on.year if entry.stated.on else hand.today.year
    beginning = f"{activity.reference}-A" if activity else f"{entry.prefix}-{year}-"
    reference = next_reference(beginning)
    claim_references([(reference, activity.reference if activity else reference)], kind="agreement")
    return Agreement.objects.create(
        **hand.grounded(Grounded(passage=entry.passage)),
        **kept(entry.stated),
        reference=reference,
        year=activity.year if activity else year,
        activity=activity,
        owner=entry.owner,
    )


def enter_agreements_alone(entries: Sequence[AgreementEntry], hand: Hand) -> None:
    """Store agreements of a year file that belong to no activity, each with its event."""
    claim_references([(entry.reference, entry.reference) for entry in entries], kind="agreement")
    enter_agreements([(None, entry) for entry in entries], hand)
    for entry in entries:
        reference = entry.reference
        hand.log("agreement.recorded", "agreement", reference, reference, digest=digest(entry))
