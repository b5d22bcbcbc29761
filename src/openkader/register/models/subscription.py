"""Which other systems hear what happens with cases, and what they still have to hear."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from openkader.casework.subscribing import ReceiverForm
from openkader.register.models.record import one_of, together, words
from openkader.register.models.request import Request


class EventSubscription(models.Model):
    """A receiver that an account lets hear of the cases that it may see; the secret is locked.

    A worker holds it until its lease ends and delivers one event, so that they arrive in order. `turn` counts the
    holders: who was overtaken can no longer say what came of it. `failures` are those since the last answer that
    was right, `failing_since` when the first of them was.
    """

    account = models.ForeignKey(User, models.PROTECT, related_name="subscriptions")
    name = models.CharField(max_length=60)
    form = models.CharField(max_length=20, default=ReceiverForm.WEBHOOK.value)
    address = models.CharField(max_length=500)
    kinds = models.JSONField()
    locked = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField()
    turn = models.PositiveBigIntegerField(default=0)
    taken_by = words(150)
    lease_ends = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    answer = words(20)  # the last one: its status, or why there was none
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("form", ReceiverForm, optional=False),
            models.UniqueConstraint(
                fields=["form"],
                condition=Q(withdrawn_at__isnull=True, form=ReceiverForm.CASE_SYSTEM.value),
                name="register_eventsubscription_one_case_system",
            ),
            together("taken_by", "lease_ends", name="taken_whole"),
            together("answer", "answered_at", name="answer_whole"),
            models.UniqueConstraint(
                fields=["account", "name"],
                condition=Q(withdrawn_at__isnull=True),
                name="register_eventsubscription_once",
            ),
            models.CheckConstraint(
                condition=Q(failures=0, failing_since__isnull=True)
                | Q(failures__gt=0, failing_since__isnull=False),
                name="register_eventsubscription_failing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.name}"


class OutgoingEvent(models.Model):
    """Something that happened with a case and that a receiver still has to hear; once it has, the row goes.

    `event` is the same for every receiver and at every attempt. No key of the database leads to the request: to check
    one, whoever writes the trail would wait for whoever holds the request, and that one waits for the trail.
    """

    subscription = models.ForeignKey(EventSubscription, models.PROTECT, related_name="events")
    request = models.ForeignKey(Request, models.PROTECT, related_name="+", db_constraint=False)
    event = models.CharField(max_length=36)
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subscription", "id"])]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.event}"


class CaseFiling(models.Model):
    """How a case stands in the case system of the organisation: where its zaak is, and what was told of it last.

    `made` holds the address of everything that was made there, by what it is of. `refusal` is why it could not be
    brought up to date, with its `detail`; whatever is told to people is made of these words.
    """

    request = models.OneToOneField(Request, models.PROTECT, related_name="filing")
    made = models.JSONField(default=dict)
    told = words(64)  # the digest of what stands there, when all of it does
    told_at = models.DateTimeField(null=True, blank=True)
    refusal = words(60)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()  # of the last attempt that said something

    class Meta:
        constraints = [together("told", "told_at", name="told_whole")]

    def __str__(self) -> str:
        return f"{self.request_id}"
