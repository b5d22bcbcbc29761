"""Organisations and experts whom the organisation knows and asks: who they are, who was spoken to, what came of it.

Who a member is and what was noted is written once. A person within a member can be taken out altogether.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.network import ContributionKind
from openkader.register.models.account import Talk
from openkader.register.models.activity import Activity
from openkader.register.models.party import Party
from openkader.register.models.record import Dated, Sourced, one_of
from openkader.register.models.request import Request


class NetworkMember(Dated, Sourced):
    """A party of the network: why it is in it, and since when, as exactly as that is known."""

    party = models.OneToOneField(Party, models.PROTECT, related_name="membership")
    reference = models.CharField(max_length=80, unique=True)
    why_nl = models.TextField()
    why_en = models.TextField()

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=~Q(why_nl=""), name="register_networkmember_why"),
        ]

    def __str__(self) -> str:
        return self.reference


class NetworkProfile(models.Model):
    """What a member knows of: the newest version counts."""

    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="profiles")
    version = models.PositiveIntegerField()
    expertise = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "version"], name="register_networkprofile_version")
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.version}"


class NetworkStanding(models.Model):
    """That a member stopped or came back, and why; without a row it is in the network, and the newest counts."""

    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="standings")
    number = models.PositiveIntegerField()
    is_active = models.BooleanField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "number"], name="register_networkstanding_number"),
            models.CheckConstraint(condition=~Q(reason=""), name="register_networkstanding_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.number}"


class ContactPoint(models.Model):
    """A person within a member and how to reach them; the row goes when it is no longer needed."""

    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="contact_points")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    function = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "number"], name="register_contactpoint_number"),
            models.CheckConstraint(condition=~Q(name=""), name="register_contactpoint_name"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.number}"


class TalkMember(models.Model):
    """That a talk was with a member; with several members it stays one talk."""

    talk = models.ForeignKey(Talk, models.PROTECT, related_name="members")
    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="talks")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "member"], name="register_talkmember_once")]

    def __str__(self) -> str:
        return f"{self.talk_id} {self.member_id}"


class NetworkContribution(Dated, Sourced):
    """What a member contributed to a record, a line to take or the evaluation of a year.

    `record` names it; the request or activity it belongs to says who may know of it.
    """

    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="contributions")
    reference = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=20)
    record = models.CharField(max_length=120)
    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="contributions")
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    what_nl = models.TextField()
    what_en = models.TextField()

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            one_of("kind", ContributionKind, optional=False),
            models.CheckConstraint(condition=~Q(what_nl=""), name="register_networkcontribution_what"),
            models.CheckConstraint(
                condition=Q(request__isnull=True) | Q(activity__isnull=True),
                name="register_networkcontribution_of_one",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class NetworkCorrection(models.Model):
    """That a talk or a contribution was noted wrongly, and why; it counts for nothing from then on."""

    talk = models.OneToOneField(Talk, models.PROTECT, null=True, blank=True, related_name="correction")
    contribution = models.OneToOneField(
        NetworkContribution, models.PROTECT, null=True, blank=True, related_name="correction"
    )
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(talk__isnull=False, contribution__isnull=True)
                | Q(talk__isnull=True, contribution__isnull=False),
                name="register_networkcorrection_of_one",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="register_networkcorrection_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.talk_id or self.contribution_id}"
