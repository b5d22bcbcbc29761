"""A talk with the network, or a contribution, that was noted wrongly counts for nothing from now on."""

from collections.abc import Mapping
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.network import may_strike_out
from openkader.casework.permissions import Act
from openkader.register.hand import Hand, require, writing
from openkader.register.models import NetworkContribution, NetworkCorrection, Talk
from openkader.register.network import member_for_update


def strike_out_contact(member: str, talk: str, reason: str, *, by: str, now: datetime) -> None:
    """Strike out a talk of this member, for everybody with whom it was; what was noted stays to be read."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(member, hand)
        found = Talk.objects.select_for_update().filter(members__member=row, reference=talk).first()
        if found is None:
            raise NotFound("talk", talk[:80])
        _strike({"talk": found}, reason, hand)
        hand.log("contact.struck-out", "talk", talk, talk)


def strike_out_contribution(member: str, contribution: str, reason: str, *, by: str, now: datetime) -> None:
    """Strike out what was noted of this member; what the register knows by itself is corrected where it stands."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(member, hand)
        rows = NetworkContribution.objects.select_for_update()
        found = rows.filter(member=row, reference=contribution).first()
        if found is None:
            raise NotFound("contribution", contribution[:80])
        _strike({"contribution": found}, reason, hand)
        hand.log("contribution.struck-out", "member", row.reference, row.reference)


def _strike(noted: Mapping[str, Talk | NetworkContribution], reason: str, hand: Hand) -> None:
    is_gone = NetworkCorrection.objects.filter(**noted).exists()
    require(may_strike_out(reason, is_gone=is_gone))
    NetworkCorrection.objects.create(**noted, reason=reason.strip(), at=hand.now, by=hand.by)
