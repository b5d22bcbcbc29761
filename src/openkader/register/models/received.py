"""Mail that came in, as a colleague gets to see it before anything follows from it."""

from django.db import models
from django.db.models import Q

from openkader.casework.mail import MailOutcome
from openkader.register.models.advice import AdviceRequest
from openkader.register.models.intake import OutgoingMail
from openkader.register.models.record import one_of, prose, together, words
from openkader.register.models.request import Request


class ReceivedMail(models.Model):
    """One mail, with what its sender says of themselves; nothing in it is known to be so.

    It waits at the dossier of the mail of ours that it answers, or where it answers none in the inbox. `key` makes it
    one, however often it is fetched. `digest` leads to it as it came; there is none where it was refused, or infected.
    `is_expected` is whether it says to come from the address that was asked; unknown where none is known.
    """

    reference = models.CharField(max_length=80, unique=True)
    key = models.CharField(max_length=64, unique=True)
    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="received_mails")
    advice = models.ForeignKey(AdviceRequest, models.PROTECT, null=True, blank=True, related_name="mails")
    answers = models.ForeignKey(
        OutgoingMail, models.PROTECT, null=True, blank=True, related_name="answered_by"
    )
    address = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    is_cut = models.BooleanField(default=False)
    is_automatic = models.BooleanField(default=False)
    is_expected = models.BooleanField(null=True, blank=True)
    written_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    digest = words(64, db_index=True)
    attachments = models.JSONField(default=list)
    refusal = words()
    refused_for = models.JSONField(default=dict)
    outcome = words(15)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = words(150)
    reason = prose()

    class Meta:
        indexes = [models.Index(fields=["handled_at", "received_at"])]
        constraints = [
            one_of("outcome", MailOutcome),
            together("outcome", "handled_at", "handled_by", name="handled_whole"),
            models.CheckConstraint(
                condition=Q(advice__isnull=True) | Q(request__isnull=False),
                name="register_receivedmail_placed",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="set_aside") | Q(reason__isnull=False),
                name="register_receivedmail_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
