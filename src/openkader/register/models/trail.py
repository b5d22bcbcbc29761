"""The trail of every change, and the references that were ever given."""

from django.db import models
from django.db.models import Q


class AuditEvent(models.Model):
    """One change: who did what to which record, chained to the event before it.

    Triggers in the database refuse UPDATE and DELETE, whoever asks.
    """

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_reference = models.CharField(max_length=80, db_index=True)
    dossier = models.CharField(max_length=80, db_index=True)
    # Kept as the very text that was hashed: a database may write JSON back differently.
    detail = models.TextField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        # For whoever looks for what one person did, for one sort of event, or within a period.
        indexes = [
            models.Index(fields=["actor", "sequence"], name="register_trail_by_actor"),
            models.Index(fields=["action", "sequence"], name="register_trail_by_action"),
            models.Index(fields=["at"], name="register_trail_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.object_reference}"


class AuditHead(models.Model):
    """Where the chain ends, so that a cut-off tail is seen; one row, which writers queue for."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="register_audithead_single")]

    def __str__(self) -> str:
        return str(self.sequence)


class Reference(models.Model):
    """A reference that was given once, and to which dossier it leads; it outlives its record."""

    reference = models.CharField(max_length=80, primary_key=True)
    object_kind = models.CharField(max_length=40)
    dossier = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.reference
