"""The documents that came with the deeds of an agreement, without their content."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from openkader.casework.permissions import Person
from openkader.register.agreements import CASE
from openkader.register.models import AgreementDeed
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedFile:
    """The document of a deed."""

    deed: int
    name: str
    media_type: str
    size: int
    sha256: str
    recorded_at: datetime


def deed_files(agreement: str, *, reader: Person) -> tuple[DeedFile, ...]:
    """Those of an agreement that the reader may see, in the order of its deeds."""
    seen = visible_or_alone(reader, f"agreement__{CASE}")
    query = AgreementDeed.objects.filter(seen, agreement__reference=agreement, size__isnull=False)
    columns = ("name", "media_type", "size", "sha256", "recorded_at")
    rows = query.order_by("number").values(*columns, deed=F("number"))
    return tuple(DeedFile(**row) for row in rows)
