"""How a request came in, and the mail that goes out about it."""

from django.db import models
from django.db.models import Q

from openkader.casework.intake import Channel
from openkader.casework.mail import Arrival
from openkader.register.models.calendar import CalendarInvitation
from openkader.register.models.record import one_of, together, words
from openkader.register.models.request import Request


class Intake(models.Model):
    """How a request came in: when, along which way, from whom, and what was said, word for word.

    `key` makes it one: the same form sent twice has the same. Of what a program handed in under it `content`
    keeps the digest. Whoever has the link of which the digest is kept may see where the case stands, until `link_ends`.
    """

    request = models.OneToOneField(Request, models.PROTECT, related_name="intake")
    key = models.CharField(max_length=64, unique=True)
    content = words(64)
    channel = models.CharField(max_length=10)
    received_on = models.DateField()
    initiative = models.CharField(max_length=60)  # always recorded; "unknown" was an answer
    language = models.CharField(max_length=2)
    contact_name = words(200)
    contact_email = words(254)
    contact_phone = words(40)
    said = models.JSONField(default=list)
    link = models.CharField(max_length=64, unique=True, null=True, blank=True)
    link_ends = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("channel", Channel, optional=False),
            together("link", "link_ends", name="link_whole"),
            models.CheckConstraint(condition=~Q(initiative=""), name="register_intake_initiative"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.channel}"


class OutgoingMail(models.Model):
    """A mail that waits to be sent; once it is, its words and address are forgotten.

    That of an invitation has no words: it says what is so when it is sent.

    A worker holds it until its lease ends. It may arrive twice when a worker dies between
    sending and saying so; it is never lost. `arrival` is what a mail server reported of it later, if it did:
    with its `status`, and in the words of that server.
    """

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="mails")
    invitation = models.ForeignKey(
        CalendarInvitation, models.PROTECT, null=True, blank=True, related_name="mails"
    )
    purpose = models.CharField(max_length=30)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    queued_at = models.DateTimeField()
    queued_by = models.CharField(max_length=150)
    not_before = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    taken_by = words(150)
    lease_ends = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    failure = words(60)
    advice = models.ForeignKey(
        "register.AdviceRequest", models.PROTECT, null=True, blank=True, related_name="outgoing_mails"
    )
    arrival = words(10)
    arrival_at = models.DateTimeField(null=True, blank=True)
    status = words(15)
    said = words(200)

    class Meta:
        indexes = [models.Index(fields=["finished_at", "not_before", "id"])]
        constraints = [
            together("taken_by", "lease_ends", name="taken_whole"),
            one_of("arrival", Arrival),
            together("arrival", "arrival_at", "status", "said", name="arrival_whole"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, failure__isnull=True) | Q(to="", subject="", text=""),
                name="register_outgoingmail_forgotten",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.purpose}"
