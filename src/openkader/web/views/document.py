"""One document of a dossier, handed out to be saved and never shown inside our pages."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.web.doors import for_whom, note_reading
from openkader.web.reader import person
from openkader.web.saving import saved


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_document(request: HttpRequest, reference: str, document: str) -> HttpResponse:
    """The content as it came, under the name and type that were given when it was recognised."""
    found, content = selectors.document(reference, document, reader=person(request))
    note_reading(request, reference)
    return saved(content, found.name, found.media_type)
