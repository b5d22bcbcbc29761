"""The documents of a request as they are read."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act, Person
from openkader.register.models import Document
from openkader.register.shelf import shelf
from openkader.register.visibility import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document, without its content."""

    reference: str
    name: str
    media_type: str
    purpose: str
    size: int
    digest: str
    recorded_at: datetime
    recorded_by: str


DOCUMENT = ("reference", "name", "media_type", "purpose", "size", "digest", "recorded_at", "recorded_by")


def documents_of(request: str, *, reader: Person) -> tuple[DocumentRow, ...]:
    """What was sent along with a request, in the order in which it came."""
    query = _documents(request, reader).order_by("id")
    return tuple(DocumentRow(**row) for row in query.values(*DOCUMENT))


def document(request: str, reference: str, *, reader: Person) -> tuple[DocumentRow, bytes]:
    """A document of this request with its content; another request has none of that name."""
    query = _documents(request, reader).filter(reference=reference)
    row = query.values(*DOCUMENT).first()
    if row is None:
        raise NotFound("document", reference)
    found = DocumentRow(**row)
    return found, shelf().take(found.digest, found.name)


def _documents(request: str, reader: Person) -> QuerySet[Document]:
    """What was sent is for colleagues, also where the request itself is public."""
    if not reader.may(Act.READ_CASES):
        return Document.objects.none()
    return Document.objects.filter(visible_to(reader, "request__"), request__reference=request)
