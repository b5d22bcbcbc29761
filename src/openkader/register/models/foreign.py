"""Figures of other organisations: kept as theirs, and never among our own."""

from django.db import models
from django.db.models import Q


class ForeignFigures(models.Model):
    """The figures in one signed file of another organisation, of one or more years, as they stood in it.

    `fingerprint` is of the key that signed, `sha256` of the file. Of an organisation and a year the newest file counts.
    """

    reference = models.CharField(max_length=80, unique=True)
    organisation = models.CharField(max_length=60)
    name_nl = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    made_on = models.DateField()
    years = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(organisation=""), name="register_foreignfigures_named")
        ]

    def __str__(self) -> str:
        return self.reference
