"""Colleagues get an activity, or a part of its programme, in their calendar by mail; and it is taken out again."""

from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

from openkader.base.errors import NotFound
from openkader.casework.agenda import AgendaItem
from openkader.casework.inviting import may_be_invited, may_invite, may_uninvite
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.accounts import account_named
from openkader.register.cases import activity_for_update
from openkader.register.hand import Hand, require, writing
from openkader.register.invitations import can_send
from openkader.register.inviting import let_mail_wait, may_see, newest_of, print_of, withdraw
from openkader.register.models import Activity, CalendarInvitation
from openkader.register.selectors.calendar import item_of


def invite_colleagues(
    activity: str, part: int, names: Collection[str], *, by: str, now: datetime
) -> tuple[str, ...]:
    """Let a mail go to each that was not invited yet, all of them or none; who they are.

    Part 0 is the whole activity. From now on they hear of every change by themselves.
    """
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(activity, hand)
        item = item_of(row, part)
        if item is None and part:
            raise NotFound("slot", str(part))
        require(may_invite(ActivityStanding(row.standing), item, mails=can_send()))
        assert item is not None  # noqa: S101 - what has no day was refused
        return tuple(name for name in sorted(set(names)) if _invite(row, part, item, name, hand))


def _invite(activity: Activity, part: int, item: AgendaItem, name: str, hand: Hand) -> bool:
    account = account_named(name)
    held = CalendarInvitation.objects.select_for_update().filter(activity=activity, part=part)
    row = held.filter(account=account).first()
    if row is not None and row.withdrawn_at is None:
        return False
    sees = may_see(name, activity)
    require(may_be_invited(name, has_address=bool(account.email), may_see=sees))
    known = newest_of(activity, part)
    row = row or CalendarInvitation(activity=activity, part=part, account=account)
    row.uid = known["uid"] or f"{uuid4()}@openkader"
    # Above what was said when it was taken out.
    row.sequence = 0 if known["sequence"] is None else known["sequence"] + 1
    row.told, row.day = print_of(item), item.day
    row.at, row.by, row.withdrawn_at = hand.now, hand.by, None
    row.save()
    let_mail_wait(row, activity, hand)
    place = activity.reference
    hand.log("calendar.invited", "activity", place, place, account=name, part=part or None)
    return True


def uninvite_colleague(activity: str, part: int, name: str, *, by: str, now: datetime) -> None:
    """Let it be taken out of the calendar of a colleague; whoever was not invited stays as they are."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        found = activity_for_update(activity, hand)
        require(may_uninvite(ActivityStanding(found.standing)))
        held = CalendarInvitation.objects.select_for_update().filter(activity=found, part=part)
        row = held.filter(account=account_named(name), withdrawn_at=None).first()
        if row is None:
            return
        row.sequence += 1
        row.save(update_fields=["sequence"])
        withdraw(row, found, hand)
        let_mail_wait(row, found, hand)
