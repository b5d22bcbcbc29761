"""With what a calendar reads the work of a colleague or a team, and who was invited by mail."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from openkader.register.models.activity import Activity


class CalendarFeed(models.Model):
    """An address at which a calendar reads; of the secret in it only the digest is kept."""

    account = models.ForeignKey(User, models.PROTECT, related_name="feeds")
    team = models.CharField(max_length=60, blank=True)  # empty: the own work of the account
    digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    last_used_on = models.DateField(null=True, blank=True)  # a day, so that reading writes once a day
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "team"],
                condition=Q(withdrawn_at__isnull=True),
                name="register_calendarfeed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.team}"


class CalendarInvitation(models.Model):
    """A colleague who has an activity in the calendar by mail, or part `part` of its programme; part 0 is all of it.

    `told` is the fingerprint of what the last mail says, empty where that takes it out; so a mail goes when it differs.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="invitations")
    part = models.PositiveIntegerField()
    account = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    uid = models.CharField(max_length=80)  # by which calendars know it again; one for all colleagues
    sequence = models.PositiveIntegerField()
    told = models.CharField(max_length=64, blank=True)
    day = models.DateField()  # on which it begins, as it was told last
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "part", "account"], name="register_calendarinvitation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.part} {self.account_id}"
