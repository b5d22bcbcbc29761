"""A new version of a delegation list comes in; only who is new or changed is screened."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.delegation import Versions, compare_versions
from openkader.casework.permissions import Act
from openkader.casework.screening import Cause
from openkader.register.audit import plain
from openkader.register.cases import request_for_update
from openkader.register.delegations import content_of, enter_delegates, newest_list, stored_delegates
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.models import DelegationList, Request
from openkader.register.screening_entries import DelegationEntry
from openkader.register.screenings import enter_tasks, parties_for_update
from openkader.register.standings import known_of
from openkader.register.watched import parties_of


def add_delegation_list(entry: DelegationEntry, *, by: str, now: datetime) -> str:
    """Store a version with its delegates as parties, and queue those that no screening covers.

    The same list handed in twice is one version; a version that its maker did not see is not passed over.
    """
    with writing(by=by, now=now, act=Act.WORK) as hand:
        request = request_for_update(entry.request, hand)
        newest = newest_list(request)
        if newest is not None and newest.content == content_of(entry.delegates):
            return newest.reference
        require(_may_add(entry, newest))
        versions = compare_versions(stored_delegates(newest), entry.delegates)
        row = _store(entry, request, versions, hand)
        enter_delegates(row, entry, versions, hand)
        _queue(request, hand)
    return row.reference


def _may_add(entry: DelegationEntry, newest: DelegationList | None) -> Refusal | None:
    version = newest.version if newest else 0
    if version != entry.seen:
        return Refusal("delegation.meanwhile", {"version": str(version)})
    return None if entry.delegates else Refusal("delegation.empty")


def _store(entry: DelegationEntry, request: Request, versions: Versions, hand: Hand) -> DelegationList:
    reference = f"{request.reference}-L{entry.seen + 1}"
    claim_references([(reference, request.reference)], kind="delegation")
    counts = {name: len(getattr(versions, name)) for name in ("added", "changed", "removed")}
    hand.log(
        "delegation.added",
        "delegation",
        reference,
        request.reference,
        came_as=entry.came_as,
        file=entry.digest,
        digest=content_of(entry.delegates),
        rows=len(entry.delegates),
        unreadable=len(entry.problems),
        **counts,
    )
    return DelegationList.objects.create(
        request=request,
        version=entry.seen + 1,
        reference=reference,
        came_as=entry.came_as,
        file_name=entry.file_name,
        digest=entry.digest,
        content=content_of(entry.delegates),
        rows=len(entry.delegates),
        problems=[{"code": p.code, "where": p.where, "detail": plain(p.detail)} for p in entry.problems],
        recorded_at=hand.now,
        recorded_by=hand.by,
        **counts,
    )


def _queue(request: Request, hand: Hand) -> None:
    """Everybody of the delegation whom no screening covers as they are known now."""
    wanted = {
        known.party.reference: Cause.CHANGED if known.newest else Cause.NEW
        for known in known_of(parties_of(request))
        if not known.standing.is_current
    }
    held = parties_for_update(wanted, hand)
    for cause in (Cause.NEW, Cause.CHANGED):
        enter_tasks([party for party in held if wanted[party.reference] is cause], cause, hand)
