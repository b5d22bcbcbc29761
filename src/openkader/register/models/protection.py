"""Information protection of an activity: what is said of each step, what a step hampers, and the sign-off.

Each row is written once; what is said later is another row, and the newest counts.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.protection import Outcome, StepState
from openkader.register.models.activity import Activity
from openkader.register.models.measure import Evidence
from openkader.register.models.record import one_of


class ProtectionStep(models.Model):
    """How far a step is: by whom it was said, what shows it, or why it is left out."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="protection_steps")
    step = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("state", StepState, optional=False),
            models.UniqueConstraint(
                fields=["activity", "step", "version"], name="register_protectionstep_version"
            ),
            models.CheckConstraint(
                condition=~Q(state="left_out") | ~Q(note=""), name="register_protectionstep_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.step} {self.version}"


class ProtectionConflict(models.Model):
    """A step that hampers another goal; security comes first, unless a decider rules otherwise."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="protection_conflicts")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=20)
    goal = models.CharField(max_length=20)
    about = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "number"], name="register_protectionconflict_number"),
            models.CheckConstraint(condition=~Q(about=""), name="register_protectionconflict_about"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number}"


class ProtectionRuling(models.Model):
    """What a decider said of a conflict, and why."""

    conflict = models.ForeignKey(ProtectionConflict, models.PROTECT, related_name="rulings")
    outcome = models.CharField(max_length=20)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("outcome", Outcome, optional=False),
            models.CheckConstraint(condition=~Q(reason=""), name="register_protectionruling_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.conflict_id} {self.outcome}"


class ProtectionSignOff(models.Model):
    """That an expert agreed with the list as it was: which list, which version of each step, which rulings."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="protection_sign_offs")
    reference = models.CharField(max_length=80, unique=True)
    catalogue = models.CharField(max_length=64)
    steps = models.JSONField()
    conflicts = models.JSONField()
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reference
