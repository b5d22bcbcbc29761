"""Who has an activity in the calendar by an invitation, and the mail that tells what became different.

What such a mail says is looked up when it is taken, so that it says what is so when it goes, and to whom it may.
"""

from datetime import datetime
from typing import Any

from django.db.models import Max

from openkader.casework.agenda import AgendaItem, AgendaKind
from openkader.casework.inviting import Method, method_of
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.register import audit
from openkader.register.chain import fingerprint
from openkader.register.hand import Hand
from openkader.register.intake_entries import MailEntry, TakenInvitation, TakenMail
from openkader.register.models import Activity, CalendarInvitation, OutgoingMail
from openkader.register.outgoing import enter_mail
from openkader.register.people import person_named
from openkader.register.selectors.calendar import item_of
from openkader.register.visibility import visible_or_alone

PURPOSE = "calendar"


def may_see(name: str, activity: Activity) -> bool:
    """Whether whoever has this account may see the activity at this moment."""
    person = person_named(name)
    seen = Activity.objects.filter(visible_or_alone(person), pk=activity.pk)
    return person.may(Act.READ_CASES) and seen.exists()


def print_of(item: AgendaItem | None) -> str:
    """The fingerprint of what an invitation says of an item; empty where it says that there is nothing."""
    if item is None or item.is_cancelled:
        return ""
    return fingerprint(audit.plain([item.begins, item.ends, item.title, item.place]))


def newest_of(activity: Activity, part: int) -> dict[str, Any]:
    """Under which name and number calendars know it; both None before anybody was invited."""
    rows = CalendarInvitation.objects.filter(activity=activity, part=part)
    return rows.aggregate(uid=Max("uid"), sequence=Max("sequence"))


def tell_invited(activity: Activity, hand: Hand) -> None:
    """Let everybody who was invited hear what became different for them, and nobody else.

    What took place stays as it was told. Who may not see it any more hears that it is out of the calendar, this
    once; so does who was invited to a part that was taken out of the programme.
    """
    if activity.standing == ActivityStanding.HELD:
        return
    open_ones = CalendarInvitation.objects.filter(activity=activity, withdrawn_at=None).order_by("pk")
    for row in open_ones.select_related("account").select_for_update(of=("self",)):
        item, sees = item_of(activity, row.part), may_see(row.account.username, activity)
        told = print_of(item) if sees else ""
        if told == row.told:
            continue
        if item is not None and sees:
            row.day = item.day
        if not sees or (item is None and row.part):
            withdraw(row, activity, hand)
        row.told, row.sequence = told, row.sequence + 1
        row.save()
        let_mail_wait(row, activity, hand)


def withdraw(row: CalendarInvitation, activity: Activity, hand: Hand) -> None:
    """Note that a colleague is not invited any more; the trail says who."""
    row.told, row.withdrawn_at = "", hand.now
    row.save(update_fields=["told", "withdrawn_at"])
    place = activity.reference
    hand.log(
        "calendar.uninvited", "activity", place, place, account=row.account.username, part=row.part or None
    )


def let_mail_wait(row: CalendarInvitation, activity: Activity, hand: Hand) -> None:
    """One mail at most waits for a colleague, and says what is so when it goes.

    Who was taken off before anything was sent hears nothing of either.
    """
    mails = list(OutgoingMail.objects.select_for_update().filter(invitation=row))
    waiting = [one for one in mails if one.finished_at is None and one.taken_by is None]
    if not waiting and row.account.email:
        entry = MailEntry(purpose=PURPOSE, to=row.account.email, subject="", text="")
        enter_mail(entry, activity, hand, invitation=row)
    elif waiting == mails and row.withdrawn_at is not None and not any(one.attempts for one in mails):
        OutgoingMail.objects.filter(pk__in=[one.pk for one in waiting]).delete()


def invitation_now(row: CalendarInvitation, now: datetime) -> TakenInvitation:
    """What a calendar has to be told; to whom may not see it no more than on which day it was."""
    item, sees = item_of(row.activity, row.part), may_see(row.account.username, row.activity)
    bare = AgendaItem(
        kind=AgendaKind.SLOT if row.part else AgendaKind.ACTIVITY,
        key=row.activity.reference,
        record=row.activity.reference,
        contact=None,
        begins=row.day,
        ends=None,
        changed=row.at,
        is_cancelled=True,
    )
    return TakenInvitation(
        method=method_of(item, is_withdrawn=row.withdrawn_at is not None, may_see=sees),
        uid=row.uid,
        sequence=row.sequence,
        item=item if item is not None and sees else bare,
        name=row.account.username,
        at=now,
    )


def hold_invitation(taken: TakenMail) -> None:
    """Hold the invitation of a mail before the mail, as whoever changes an activity does: so neither waits for ever."""
    if taken.invitation is not None:
        list(CalendarInvitation.objects.select_for_update().filter(mails=taken.mail))


def note_told(taken: TakenMail, hand: Hand) -> None:
    """What waits beside a mail that was sent goes, where it would say the same once more.

    Who turned out not to see it any more when the mail was taken is not invited any more.
    """
    told = taken.invitation
    if told is None:
        return
    for row in CalendarInvitation.objects.filter(mails=taken.mail, sequence=told.sequence):
        OutgoingMail.objects.filter(invitation=row, finished_at=None, taken_by=None).delete()
        if told.method is Method.CANCEL and row.told:
            withdraw(row, row.activity, hand)
