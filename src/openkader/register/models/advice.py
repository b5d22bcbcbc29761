"""Advice that was asked, what desks answered, and who was let off waiting for it.

Every row is written once: a correction is another answer, a second thought another row.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.advice import AdviceVerdict
from openkader.register.models.document import Document
from openkader.register.models.record import one_of, words
from openkader.register.models.request import Request
from openkader.register.models.waiving import Agreed, Waived


class AdviceRequest(models.Model):
    """A question that was put to a desk, with the facts that it got to see, frozen."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="advice_requests")
    reference = models.CharField(max_length=80, unique=True)
    desk = models.CharField(max_length=60)
    kader = models.CharField(max_length=120)
    kader_digest = models.CharField(max_length=64)
    mandatory = models.BooleanField()  # as the kader said of the case when it was asked
    question = models.TextField()
    facts = models.JSONField()
    facts_digest = models.CharField(max_length=64)
    recipient = models.CharField(max_length=200)
    email = words(254)  # NULL: asked along another way
    language = models.CharField(max_length=2)
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(recipient=""), name="register_advicerequest_question"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class AdviceLink(models.Model):
    """A link by which somebody outside answers; only its digest is kept, so that no copy of the register opens it."""

    advice_request = models.ForeignKey(AdviceRequest, models.PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    ends = models.DateTimeField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.advice_request_id} {self.ends}"


class AdviceReminder(models.Model):
    """That a desk was reminded."""

    advice_request = models.ForeignKey(AdviceRequest, models.PROTECT, related_name="reminders")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["advice_request", "on"], name="register_advicereminder_daily")
        ]

    def __str__(self) -> str:
        return f"{self.advice_request_id} {self.on}"


class AdviceWithdrawal(models.Model):
    """That nobody waits for an answer any more, and why."""

    advice_request = models.OneToOneField(AdviceRequest, models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_advicewithdrawal_reason")
        ]

    def __str__(self) -> str:
        return f"{self.advice_request_id}"


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
