"""A mail server reported that a mail of ours did not arrive, or not yet."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.mail import Arrival, Delivery, becomes_of
from openkader.register.hand import writing
from openkader.register.mail_names import mail_named
from openkader.register.models import OutgoingMail


def note_arrival(name: str, deliveries: Sequence[Delivery], *, by: str, now: datetime) -> bool:
    """Keep what was reported of the mail of this name; whether it is one of ours.

    It is not sent again: whoever asked has to find another address. Reported once more, it changes nothing.
    """
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False  # nothing of the case changes
        found = mail_named([name])
        if found is None or not deliveries:
            return found is not None
        mail = OutgoingMail.objects.select_for_update(of=("self",)).select_related("request").get(pk=found.pk)
        worst = max(deliveries, key=lambda one: one.is_final)
        becomes = becomes_of(Arrival(mail.arrival) if mail.arrival else None, is_final=worst.is_final)
        if becomes is None:
            return True
        mail.arrival, mail.arrival_at, mail.status, mail.said = becomes, now, worst.status, worst.said
        mail.save(update_fields=["arrival", "arrival_at", "status", "said"])
        dossier = str(mail.request.reference) if mail.request else "mail"
        hand.log(f"mail.{becomes}", "request", dossier, dossier, purpose=mail.purpose, status=worst.status)
    return True
