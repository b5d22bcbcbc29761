"""Texts about an activity that were written from the register: every version that was saved, and which are final."""

from django.db import models
from django.db.models import Q

from openkader.casework.reporting import ReportKind
from openkader.register.models.activity import Activity
from openkader.register.models.record import one_of, words


class ReportDraft(models.Model):
    """One version of a text; `sections` are the digests of what the register composed when it was saved."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="report_drafts")
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    version = models.PositiveIntegerField()
    text = models.TextField()
    sections = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("kind", ReportKind, optional=False),
            models.UniqueConstraint(
                fields=["activity", "kind", "language", "version"], name="register_reportdraft_version"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="register_reportdraft_text"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.kind} {self.language} {self.version}"


class ReportFinal(models.Model):
    """That a version is final; of a report to the council with the digest of the paper that lies on the shelf."""

    draft = models.OneToOneField(ReportDraft, models.PROTECT, related_name="final")
    reference = models.CharField(max_length=80, unique=True)
    sha256 = words(64)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reference
