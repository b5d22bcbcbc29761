"""Advice that was asked, what desks answered, and who was let off waiting for it.

Every row is written once: a correction is another answer, a second thought another row.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.advice import AdviceVerdict
from openkader.register.models.asking import AskedOutside, Link, Reminder, TakenBack
from openkader.register.models.document import Document
from openkader.register.models.record import one_of
from openkader.register.models.request import Request
from openkader.register.models.waiving import Agreed, Waived


class AdviceRequest(AskedOutside):
    """A question that was put to a desk, with the facts that it got to see, frozen."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="advice_requests")
    desk = models.CharField(max_length=60)
    kader = models.CharField(max_length=120)
    kader_digest = models.CharField(max_length=64)
    mandatory = models.BooleanField()  # as the kader said of the case when it was asked
    question = models.TextField()
    facts = models.JSONField()
    facts_digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(recipient=""), name="register_advicerequest_question"
            ),
        ]


class AdviceLink(Link):
    """A link by which a desk answers."""

    advice_request = models.ForeignKey(AdviceRequest, models.PROTECT, related_name="links")


class AdviceReminder(Reminder):
    """That a desk was reminded."""

    advice_request = models.ForeignKey(AdviceRequest, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["advice_request", "on"], name="register_advicereminder_daily")
        ]


class AdviceWithdrawal(TakenBack):
    """That nobody waits for the answer of a desk any more."""

    advice_request = models.OneToOneField(AdviceRequest, models.PROTECT, related_name="withdrawal")


class Advice(models.Model):
    """What a desk answered; the newest counts. `given_by` is who says it, `by` who entered it."""

    advice_request = models.ForeignKey(AdviceRequest, models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=20)
    explanation = models.TextField(blank=True)
    conditions = models.JSONField(default=list)
    given_by = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        verbose_name_plural = "advice"
        constraints = [
            one_of("verdict", AdviceVerdict, optional=False),
            models.UniqueConstraint(fields=["advice_request", "number"], name="register_advice_number"),
            models.CheckConstraint(
                condition=~Q(verdict="conditions") | ~Q(conditions=[]), name="register_advice_conditions"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["no_objection", "conditions"]) | ~Q(explanation=""),
                name="register_advice_explained",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.advice_request_id} {self.number} {self.verdict}"


class AdviceDocument(models.Model):
    """A document that a desk sent along with an answer."""

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="documents")
    document = models.ForeignKey(Document, models.PROTECT, related_name="advice")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["advice", "document"], name="register_advicedocument_once")
        ]

    def __str__(self) -> str:
        return f"{self.advice_id} {self.document_id}"


class Waiver(Waived):
    """Why a decision need not wait for a desk, and until when."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="waivers")
    desk = models.CharField(max_length=60)


class WaiverAgreement(Agreed):
    """That a second person agreed not to wait."""

    waiver = models.OneToOneField(Waiver, models.PROTECT, related_name="agreement")
