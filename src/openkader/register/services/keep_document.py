"""A document is added to a request."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.cases import request_for_update
from openkader.register.documents import DocumentEntry, enter_documents, recognised
from openkader.register.hand import writing


def keep_document(request: str, entry: DocumentEntry, *, by: str, now: datetime) -> str:
    """Keep a document as it came; the same content sent twice to one request is one document."""
    documents = recognised([entry])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        (reference,) = enter_documents(request_for_update(request, hand), documents, hand)
    return reference
