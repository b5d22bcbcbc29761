"""Context figures: what others say of the world around, apart from what the register proves."""

from django.db import models
from django.db.models import Q

from openkader.casework.documents import DocumentForm
from openkader.register.models.record import Dated, Record, one_of, together, words


class ContextFigure(Dated, Record):
    """A figure of others, named in the account of a year; its period is the date of the source."""

    name_nl = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=18, decimal_places=4)
    unit_nl = models.CharField(max_length=60, blank=True)
    unit_en = models.CharField(max_length=60, blank=True)
    about = models.PositiveSmallIntegerField()  # the year that it is of
    title = models.CharField(max_length=300)
    publisher = words(300)
    url = words(500)
    # The source itself, on the shelf; all empty where there is none.
    sha256 = words(64)
    file_name = words(120)
    media_type = words(80)
    size = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Record.Meta.constraints,
            one_of("media_type", DocumentForm),
            together("sha256", "file_name", "media_type", "size", name="file_whole"),
            models.CheckConstraint(condition=~Q(name_nl=""), name="register_contextfigure_named"),
            models.CheckConstraint(condition=~Q(title=""), name="register_contextfigure_sourced"),
        ]


class ContextPart(models.Model):
    """One of the numbers that must add up to a context figure."""

    figure = models.ForeignKey(ContextFigure, models.PROTECT, related_name="parts")
    place = models.PositiveIntegerField()
    name_nl = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=18, decimal_places=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figure", "place"], name="register_contextpart_place"),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} {self.place}"


class ContextCorrection(models.Model):
    """Why a context figure was noted wrongly; it is shown to nobody in public from then on."""

    figure = models.OneToOneField(ContextFigure, models.PROTECT, related_name="correction")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_contextcorrection_reason")
        ]

    def __str__(self) -> str:
        return f"{self.figure_id}"
