"""What had to be done beside an activity, and what shows that it was."""

from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.register.models.activity import Activity
from openkader.register.models.record import Record, Sourced, one_of, prose, words


class Measure(Record):
    """One measure of an action line for one activity; one a kader asks for, or one a text reports."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="measures")
    line = models.CharField(max_length=20)
    code = models.CharField(max_length=80)
    status = models.CharField(max_length=20)
    reason = prose()  # why it was set aside

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("status", MeasureStatus, optional=False),
            models.UniqueConstraint(fields=["activity", "code"], name="register_measure_once"),
            models.CheckConstraint(
                condition=~Q(status__in=["waived", "not_applicable"]) | Q(reason__isnull=False),
                name="register_measure_reason",
            ),
        ]


class Evidence(Sourced):
    """A document, a page or a note that shows that a measure was carried out."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20)
    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    url = words(500)
    sha256 = words(64)

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            *Sourced.Meta.constraints,
            one_of("kind", EvidenceKind, optional=False),
            models.CheckConstraint(
                condition=Q(url__isnull=False) | Q(sha256__isnull=False),
                name="register_evidence_findable",
            ),
        ]

    def __str__(self) -> str:
        return self.title_nl
