"""Whoever sees to a measure is reminded of it."""

from datetime import datetime

from openkader.casework.measures import CLOSED, ReminderStage
from openkader.casework.vocabulary import MeasureStatus
from openkader.register.cases import measure_for_update
from openkader.register.hand import writing
from openkader.register.intake_entries import MailEntry
from openkader.register.models import MeasureReminder
from openkader.register.outgoing import enter_mail


def remind_owner(measure: str, stage: ReminderStage, mail: MailEntry, *, by: str, now: datetime) -> bool:
    """Let one reminder go out for this last day and stage; False when it went before.

    The note that it went and the mail are one change: whoever falls over, it goes once.
    """
    with writing(by=by, now=now, act=None) as hand:
        row = measure_for_update(measure, hand)
        request, due_on = row.activity.request, row.due_on
        # Somebody may have closed it since we looked.
        if request is None or due_on is None or MeasureStatus(row.status) in CLOSED:
            return False
        moment = {"at": now, "by": by}
        _, is_new = MeasureReminder.objects.get_or_create(
            measure=row, due_on=due_on, stage=stage, defaults=moment
        )
        if not is_new:
            return False
        enter_mail(mail, request, hand)
        hand.log("measure.reminded", "measure", measure, row.activity.reference, stage=stage)
    return True
