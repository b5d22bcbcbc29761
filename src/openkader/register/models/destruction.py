"""Lists of what is to be destroyed, who agreed, what went, and what is left of it.

None of it holds anything of a dossier but its reference, its kind, its year and its term.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.retention import RecordKind, Reviewer
from openkader.register.models.record import one_of, together, words


class DestructionList(models.Model):
    """What somebody nominated, by the terms as they were on a day."""

    reference = models.CharField(max_length=80, unique=True)
    due_by = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reference


class DestructionItem(models.Model):
    """Some records of a dossier on a list, and why they may go: `code` and `detail` make the sentence."""

    list = models.ForeignKey(DestructionList, models.PROTECT, related_name="items")
    number = models.PositiveIntegerField()
    dossier = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    case_kind = words(30)
    due_on = models.DateField()
    code = models.CharField(max_length=60)
    detail = models.JSONField()

    class Meta:
        constraints = [
            one_of("kind", RecordKind, optional=False),
            models.UniqueConstraint(fields=["list", "number"], name="register_destructionitem_number"),
            models.UniqueConstraint(fields=["list", "dossier", "kind"], name="register_destructionitem_once"),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.dossier} {self.kind}"


class DestructionExemption(models.Model):
    """That a reviewer took something off a list, and why."""

    item = models.OneToOneField(DestructionItem, models.PROTECT, related_name="exemption")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_destructionexemption_reason")
        ]

    def __str__(self) -> str:
        return f"{self.item_id}"


class DestructionAgreement(models.Model):
    """That somebody agreed with a list, for the archive or for the work."""

    list = models.ForeignKey(DestructionList, models.PROTECT, related_name="agreements")
    reviewer = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("reviewer", Reviewer, optional=False),
            models.UniqueConstraint(fields=["list", "reviewer"], name="register_destructionagreement_once"),
            models.UniqueConstraint(fields=["list", "by"], name="register_destructionagreement_other"),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.reviewer}"


class DestructionWithdrawal(models.Model):
    """That a list was withdrawn, and why."""

    list = models.OneToOneField(DestructionList, models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_destructionwithdrawal_reason")
        ]

    def __str__(self) -> str:
        return f"{self.list_id}"


class Destruction(models.Model):
    """That an item was destroyed: how many rows went, how many were emptied, and how many parties and documents."""

    item = models.OneToOneField(DestructionItem, models.PROTECT, related_name="destruction")
    gone = models.PositiveIntegerField()
    emptied = models.PositiveIntegerField()
    parties = models.PositiveIntegerField()
    documents = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.item_id}"


class DestructionRound(models.Model):
    """That somebody lets a worker carry a long list out, and how it ended; `failure` is the code of why not wholly."""

    list = models.ForeignKey(DestructionList, models.PROTECT, related_name="rounds")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    attempts = models.PositiveIntegerField(default=0)  # how often a worker took it
    taken_by = words(150)
    lease_ends = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    failure = words(60)

    class Meta:
        constraints = [
            together("taken_by", "lease_ends", name="taken_whole"),
            models.CheckConstraint(
                condition=Q(failure__isnull=True) | Q(ended_at__isnull=False),
                name="register_destructionround_failed_ended",
            ),
            models.UniqueConstraint(
                fields=["list"],
                condition=Q(ended_at__isnull=True),
                name="register_destructionround_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.at}"


class Tombstone(models.Model):
    """A reference of which the record was destroyed; nothing is written in it any more."""

    reference = models.CharField(max_length=80, primary_key=True)
    destruction = models.ForeignKey(Destruction, models.PROTECT, related_name="tombstones")

    def __str__(self) -> str:
        return self.reference


class DiscardedFile(models.Model):
    """A document that no record leads to any more; the row goes once the file has left the shelf."""

    digest = models.CharField(max_length=64, primary_key=True)
    destruction = models.ForeignKey(Destruction, models.PROTECT, related_name="files")

    def __str__(self) -> str:
        return self.digest[:12]
