"""Where records come from that were not made here."""

from django.db import models
from django.db.models import Q

from openkader.register.models.record import prose, together, words


class RegisterSource(models.Model):
    """The document or file a year was taken from, with the digest of what was read."""

    reference = models.CharField(max_length=80, unique=True)
    organisation_nl = models.CharField(max_length=200)
    organisation_en = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(db_index=True)
    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    note_nl = prose()
    note_en = prose()
    url = words(500)
    kader = words(120)
    fictional = models.BooleanField()
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    records = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            together("note_nl", "note_en", name="note_both"),
            models.CheckConstraint(
                condition=Q(year__gte=1900) & Q(year__lte=2200), name="register_source_year"
            ),
        ]

    def __str__(self) -> str:
        return self.reference
