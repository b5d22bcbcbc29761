"""What had to be done beside an activity, and what shows that it was."""

from django.db import models
from django.db.models import Q

from openkader.casework.documents import DocumentForm
from openkader.casework.measures import ReminderStage
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.register.models.activity import Activity
from openkader.register.models.record import Record, Sourced, one_of, prose, together, words
from openkader.register.models.waiving import Agreed, Waived


class Measure(Record):
    """One measure of an action line for one activity; one a kader asks for, or one a text reports."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="measures")
    line = models.CharField(max_length=20)
    code = models.CharField(max_length=80)
    status = models.CharField(max_length=20)
    reason = prose()  # why it was set aside
    owner = words(150)  # the account that sees to it, or who does so outside; NULL: whom the kader names
    due_on = models.DateField(null=True, blank=True, db_index=True)
    waived_until = models.DateField(null=True, blank=True)  # NULL beside a waiver: it came in with a source

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
    # Of the file itself or, beside an address, of the copy that was archived of it.
    sha256 = words(64)
    # What is kept on the shelf under this digest; all empty where only the digest is known.
    name = words(120)
    media_type = words(80)
    size = models.PositiveIntegerField(null=True, blank=True)
    record = words(80)  # the reference of another record that shows it

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            *Sourced.Meta.constraints,
            one_of("kind", EvidenceKind, optional=False),
            models.CheckConstraint(
                condition=Q(url__isnull=False) | Q(sha256__isnull=False) | Q(record__isnull=False),
                name="register_evidence_findable",
            ),
            together("name", "media_type", "size", name="file_whole"),
            one_of("media_type", DocumentForm),
            models.CheckConstraint(
                condition=Q(name__isnull=True) | Q(sha256__isnull=False), name="register_evidence_file_digest"
            ),
        ]

    def __str__(self) -> str:
        return self.title_nl


class MeasureWaiver(Waived):
    """Why a measure is left undone, and until when."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="waivers")


class MeasureWaiverAgreement(Agreed):
    """That a second person agreed to leave a measure undone."""

    waiver = models.OneToOneField(MeasureWaiver, models.PROTECT, related_name="agreement")


class MeasureReminder(models.Model):
    """A reminder of a measure that went out: once for each term and each stage, whoever falls over."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="reminders")
    due_on = models.DateField()
    stage = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("stage", ReminderStage, optional=False),
            models.UniqueConstraint(
                fields=["measure", "due_on", "stage"], name="register_measurereminder_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.stage}"
