"""A document is added to a request."""

from datetime import datetime

from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.register.cases import is_taken_over, request_for_update
from openkader.register.documents import DocumentEntry, enter_documents, recognised
from openkader.register.hand import require, writing


def keep_document(request: str, entry: DocumentEntry, *, by: str, now: datetime) -> str:
    """Keep a document as it came; the same content sent twice to one request is one document."""
    documents = recognised([entry])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = request_for_update(request, hand)
        require(rules.may_work_on(is_taken_over=is_taken_over(row)))
        (reference,) = enter_documents(row, documents, hand)
    return reference
