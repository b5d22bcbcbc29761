"""What was sent along with a request, as it came."""

from django.db import models
from django.db.models import Q

from openkader.casework.documents import DocumentForm, Purpose
from openkader.register.models.record import one_of
from openkader.register.models.request import Request


class Document(models.Model):
    """One document; its content lies in the data folder, under its digest (ADR 13)."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="documents")
    reference = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    purpose = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("media_type", DocumentForm, optional=False),
            one_of("purpose", Purpose, optional=False),
            models.CheckConstraint(condition=Q(size__gte=1), name="register_document_filled"),
        ]

    def __str__(self) -> str:
        return self.reference
