"""Somebody leaves the network, or comes back."""

from datetime import datetime

from openkader.casework.network import may_note, may_resume, may_stop
from openkader.casework.permissions import Act
from openkader.register.hand import Hand, require, writing
from openkader.register.models import NetworkMember, NetworkStanding
from openkader.register.network import is_active, member_for_update


def stop_member(member: str, reason: str, *, by: str, now: datetime) -> None:
    """From now on the member is not asked any more; what was noted stays."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(member, hand)
        require(may_stop(reason, is_active=is_active(row)))
        _put(row, reason, hand, is_active=False)
        hand.log("member.stopped", "member", row.reference, row.reference)


def resume_member(member: str, reason: str, *, by: str, now: datetime) -> None:
    """Who stopped is asked again."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(member, hand)
        require(may_resume(reason, is_active=is_active(row)))
        _put(row, reason, hand, is_active=True)
        hand.log("member.resumed", "member", row.reference, row.reference)


def require_active(row: NetworkMember) -> None:
    """Stop where a member is not in the network any more."""
    require(may_note(is_active=is_active(row)))


def _put(row: NetworkMember, reason: str, hand: Hand, *, is_active: bool) -> None:
    NetworkStanding.objects.create(
        member=row,
        number=row.standings.count() + 1,
        is_active=is_active,
        reason=reason.strip(),
        at=hand.now,
        by=hand.by,
    )
