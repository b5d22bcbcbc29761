"""A colleague is reminded that an agreement ends."""

from datetime import datetime

from openkader.casework.agreements import IN_FORCE
from openkader.casework.vocabulary import AgreementStatus
from openkader.register.agreements import agreement_for_update
from openkader.register.hand import writing
from openkader.register.intake_entries import MailEntry
from openkader.register.models import AgreementReminder
from openkader.register.outgoing import enter_mail


def remind_of_agreement(agreement: str, account: str, mail: MailEntry, *, by: str, now: datetime) -> bool:
    """Let one reminder go to somebody for this last day; False when it went before.

    The note that it went and the mail are one change: whoever falls over, it goes once.
    """
    with writing(by=by, now=now, act=None) as hand:
        row = agreement_for_update(agreement, hand)
        # Somebody may have renewed or ended it since we looked.
        if row.ends_by is None or AgreementStatus(row.status) not in IN_FORCE:
            return False
        moment = {"at": now, "by": by}
        _, is_new = AgreementReminder.objects.get_or_create(
            agreement=row, ends_by=row.ends_by, account=account, defaults=moment
        )
        if not is_new:
            return False
        enter_mail(mail, row, hand)
        dossier = row.activity.reference if row.activity else row.reference
        hand.log("agreement.reminded", "agreement", agreement, dossier)
    return True
