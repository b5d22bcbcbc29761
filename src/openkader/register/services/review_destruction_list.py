"""Somebody else takes an item off a destruction list, or agrees with what is on it."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.retention import Reviewer, may_agree, may_take_off
from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.destruction_entries import AgreementEntry, ExemptionEntry
from openkader.register.hand import require, writing
from openkader.register.models import DestructionAgreement, DestructionExemption, DestructionItem

_AS: dict[Reviewer, Act] = {
    Reviewer.ARCHIVIST: Act.AGREE_AS_ARCHIVIST,
    Reviewer.OWNER: Act.AGREE_AS_OWNER,
}


def exempt_from_destruction(entry: ExemptionEntry, *, by: str, now: datetime) -> None:
    """Take an item off the list, with a reason; a reviewer of either sort may."""
    with writing(by=by, now=now, act=Act.REVIEW_DESTRUCTION) as hand:
        hand.keeps_lines = False
        row = list_for_update(entry.list)
        require(may_take_off(stand_of_list(row), by, entry.reason))
        item = DestructionItem.objects.filter(
            list=row, number=entry.number, exemption__isnull=True, destruction__isnull=True
        ).first()
        if item is None:
            raise Refused(Refusal("destruction.not-on-list"))
        DestructionExemption.objects.create(item=item, reason=entry.reason.strip(), at=now, by=by)
        hand.log(
            "destruction-list.exempted",
            "destruction_list",
            entry.list,
            entry.list,
            number=entry.number,
            sort=item.kind,
        )


def agree_to_destruction(entry: AgreementEntry, *, by: str, now: datetime) -> None:
    """Agree with the list as it was seen; again by the same hand, as by a second click, is that agreement."""
    with writing(by=by, now=now, act=_AS[entry.reviewer]) as hand:
        hand.keeps_lines = False
        row = list_for_update(entry.list)
        if row.agreements.filter(reviewer=entry.reviewer, by=by).exists():
            return
        stand = stand_of_list(row)
        require(may_agree(stand, entry.reviewer, by))
        if stand.items != entry.seen:
            raise Refused(Refusal("destruction.meanwhile"))
        DestructionAgreement.objects.create(list=row, reviewer=entry.reviewer, at=now, by=by)
        hand.log(
            "destruction-list.agreed",
            "destruction_list",
            entry.list,
            entry.list,
            reviewer=entry.reviewer,
            number=stand.items,
        )
