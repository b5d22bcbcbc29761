"""Which other systems hear what happens with cases, and what they still have to hear."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from openkader.register.models.record import together, words
from openkader.register.models.request import Request


class EventSubscription(models.Model):
    """A receiver that an account lets hear of the cases that it may see; the secret is locked.

    A worker holds it until its lease ends and delivers one event, so that they arrive in order. `turn` counts the
    holders: who was overtaken can no longer say what came of it. `failures` are those since the last answer that
    was right, `failing_since` when the first of them was.
    """

    account = models.ForeignKey(User, models.PROTECT, related_name="subscriptions")
    name = models.CharField(max_length=60)
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
