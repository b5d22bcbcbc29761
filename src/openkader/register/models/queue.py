"""What still has to be screened, and which renewals of lists were compared with whom."""

from django.db import models
from django.db.models import F, Q

from openkader.casework.screening import Cause
from openkader.register.models.party import Party
from openkader.register.models.record import one_of, together, words


class ScreeningTask(models.Model):
    """A party that has to be screened; it stays here until that is done, whoever falls over.

    A worker holds it until its lease ends; then it is anybody's again. `attempts` is
    the number of the holder: who was overtaken can no longer finish it.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="tasks")
    cause = models.CharField(max_length=12)
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=150)
    not_before = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    taken_by = words(150)
    lease_ends = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    failure = words(60)

    class Meta:
        indexes = [models.Index(fields=["finished_at", "not_before", "id"])]
        constraints = [
            one_of("cause", Cause, optional=False),
            together("taken_by", "lease_ends", name="taken_whole"),
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(finished_at__isnull=True, taken_by__isnull=True),
                name="register_task_waits_once",
            ),
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(finished_at__isnull=True, taken_by__isnull=False),
                name="register_task_runs_once",
            ),
            models.CheckConstraint(
                condition=Q(failure__isnull=True) | Q(finished_at__isnull=False),
                name="register_task_failed_is_finished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.cause}"


class ListRenewal(models.Model):
    """A list was renewed, and what changed in it was compared with every party that is watched."""

    list = models.CharField(max_length=80)
    number = models.PositiveIntegerField()  # counts the renewals of this list
    former = words(120)
    present = models.CharField(max_length=120)
    entities_new = models.PositiveIntegerField()  # added or changed
    entities_gone = models.PositiveIntegerField()
    parties = models.PositiveIntegerField()
    touched = models.PositiveIntegerField()
    hits_gone = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "number"], name="register_listrenewal_number"),
            models.CheckConstraint(
                condition=Q(touched__lte=F("parties")), name="register_listrenewal_touched"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.present}"
