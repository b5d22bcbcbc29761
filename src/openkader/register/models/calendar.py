"""With what a calendar reads the work of a colleague or a team."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q


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
