"""Destruction lists as their services want to see them."""

from collections.abc import Mapping

from openkader.base.errors import NotFound
from openkader.casework.retention import ListStand, Reviewer
from openkader.register.destroying.rounds import open_round
from openkader.register.models import DestructionItem, DestructionList, DiscardedFile


def list_for_update(reference: str) -> DestructionList:
    """The list, held until the transaction ends."""
    found = DestructionList.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotFound("destruction-list", reference[:80])
    return found


def stand_of_list(row: DestructionList) -> ListStand:
    """What its rules rest on."""
    left = DestructionItem.objects.filter(list=row, exemption__isnull=True)
    return ListStand(
        drawn_up_by=row.by,
        agreed=agreed_on(row),
        items=left.count(),
        done=left.filter(destruction__isnull=False).count(),
        files=DiscardedFile.objects.filter(destruction__item__list=row).count(),
        is_under_way=open_round(row) is not None,
        is_withdrawn=hasattr(row, "withdrawal"),
    )


def agreed_on(row: DestructionList) -> Mapping[Reviewer, str]:
    """Who agreed, as what."""
    return {Reviewer(one.reviewer): one.by for one in row.agreements.all()}
