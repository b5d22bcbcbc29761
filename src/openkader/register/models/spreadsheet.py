"""Registers that were taken over from a spreadsheet, and the row that each dossier came from."""

from django.db import models
from django.db.models import Q

from openkader.register.models.record import together, words
from openkader.register.models.request import Request


class SpreadsheetImport(models.Model):
    """A sheet that somebody took over, or wants to: which file, what its columns were taken for, and how it ended.

    While it waits for a worker, the file lies in a draft that is kept. `attempts` is how often one began; once it is
    done, `rows` are the cases that came in, `known` those that were here and `left_out` those that were wrong.
    """

    reference = models.CharField(max_length=80, unique=True)
    file_name = models.CharField(max_length=200)
    sheet = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    mapping = models.JSONField()
    rows = models.PositiveIntegerField(null=True, blank=True)
    known = models.PositiveIntegerField(null=True, blank=True)
    left_out = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    draft = words(64)  # the digest of the token under which the file waits
    attempts = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(null=True, blank=True)  # by the worker who has it now
    ended_at = models.DateTimeField(null=True, blank=True)
    failure = words(60)  # the code of why nothing came in
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = words(150)

    class Meta:
        constraints = [
            together("undone_at", "undone_by", name="undone_whole"),
            together("rows", "known", "left_out", name="counted_whole"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, rows__isnull=True, failure__isnull=True)
                | Q(ended_at__isnull=False, rows__isnull=False, failure__isnull=True)
                | Q(ended_at__isnull=False, rows__isnull=True, failure__isnull=False),
                name="register_spreadsheetimport_ended",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(rows__isnull=False),
                name="register_spreadsheetimport_undone_was_done",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class SpreadsheetRow(models.Model):
    """From which row of which sheet a dossier came; `fingerprint` is equal for a row that says the same."""

    spreadsheet = models.ForeignKey(SpreadsheetImport, models.PROTECT, related_name="taken")
    request = models.OneToOneField(Request, models.PROTECT, related_name="spreadsheet_row")
    row = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["spreadsheet", "row"], name="register_spreadsheetrow_once")
        ]

    def __str__(self) -> str:
        return f"{self.spreadsheet_id} {self.row}"
