"""Somebody draws up a list of what is to be destroyed, or withdraws one."""

from datetime import date, datetime

from openkader.casework.permissions import Act
from openkader.casework.retention import may_draw_up, may_withdraw
from openkader.register.destroying.dossiers import DueRow, due_rows
from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.destruction_entries import NominationEntry
from openkader.register.hand import claim_references, require, writing
from openkader.register.models import DestructionItem, DestructionList, DestructionWithdrawal
from openkader.register.numbering import next_reference
from openkader.register.retention import retention


def draw_up_destruction_list(entry: NominationEntry, *, by: str, now: datetime) -> str:
    """Put on a list what is due by a day that has come; the reference of the list. What is not due is refused."""
    with writing(by=by, now=now, act=Act.NOMINATE) as hand:
        hand.keeps_lines = False
        chosen = {(one.dossier, one.kind): one for one in entry.chosen}
        day = min(entry.due_by, hand.today)
        names = {dossier for dossier, _kind in chosen}
        known = due_rows(retention(), day, reader=hand.person, among=names) if names else []
        due = {(row.reference, row.kind): row for row in known}
        missing = next((dossier for dossier, kind in chosen if (dossier, kind) not in due), None)
        require(may_draw_up(len(chosen), missing))
        row = _drawn_up([due[one] for one in chosen], day, by, now)
        place = row.reference
        hand.log(
            "destruction-list.drawn-up", "destruction_list", place, place, number=len(chosen), due_by=day
        )
    return place


def _drawn_up(rows: list[DueRow], day: date, by: str, now: datetime) -> DestructionList:
    reference = next_reference(f"VL-{now.year}-")
    claim_references([(reference, reference)], kind="destruction_list")
    found = DestructionList.objects.create(reference=reference, due_by=day, at=now, by=by)
    DestructionItem.objects.bulk_create(
        DestructionItem(
            list=found,
            number=number,
            dossier=row.reference,
            kind=row.kind,
            year=row.year,
            case_kind=row.case_kind,
            due_on=row.due.on or day,
            code=row.due.code,
            detail=dict(row.due.detail),
        )
        for number, row in enumerate(rows, start=1)
    )
    return found


def withdraw_destruction_list(reference: str, reason: str, *, by: str, now: datetime) -> None:
    """Withdraw it as long as nothing of it was destroyed; what stood on it can be nominated again."""
    with writing(by=by, now=now, act=Act.NOMINATE) as hand:
        hand.keeps_lines = False
        row = list_for_update(reference)
        require(may_withdraw(stand_of_list(row), reason))
        DestructionWithdrawal.objects.create(list=row, reason=reason.strip(), at=now, by=by)
        hand.log("destruction-list.withdrawn", "destruction_list", reference, reference)
