"""Destruction lists of dossiers that nobody has: one that waits for agreement, and one that was carried out.

They are put there past the services, so that no other page shows anything less.
"""

from datetime import datetime

from openkader.casework.retention import RecordKind, Reviewer
from openkader.register import models

WAITING, DONE = "VL-2000-1", "VL-2000-2"


def fill_destruction_lists(now: datetime) -> None:
    """Both, with their items; the second with who agreed and what went."""
    _a_list(WAITING, now)
    items = _a_list(DONE, now)
    for reviewer, name in ((Reviewer.ARCHIVIST, "aukje"), (Reviewer.OWNER, "dirk")):
        found = models.DestructionList.objects.get(reference=DONE)
        models.DestructionAgreement.objects.create(list=found, reviewer=reviewer, at=now, by=name)
    models.DestructionExemption.objects.create(
        item=items[0], reason="Er loopt een bezwaar.", at=now, by="dirk"
    )
    models.Destruction.objects.create(
        item=items[1], gone=12, emptied=9, parties=2, documents=1, at=now, by="aukje"
    )


def _a_list(reference: str, now: datetime) -> list[models.DestructionItem]:
    found = models.DestructionList.objects.create(reference=reference, due_by=now.date(), at=now, by="nora")
    return [
        models.DestructionItem.objects.create(
            list=found,
            number=number,
            dossier=f"OUD-{reference}-{number}",
            kind=kind,
            year=2010,
            case_kind="incoming_delegation",
            due_on=now.date(),
            code="retention.due.closed",
            detail={"years": "5", "from": "2015-03-01", "source": "BEDACHT", "category": "1.1"},
        )
        for number, kind in enumerate((RecordKind.REQUEST, RecordKind.DELEGATION_LIST), start=1)
    ]
