"""The briefing note for a talk, as a Word document on the letterhead of the organisation."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.publication.briefing_notes import LANGUAGES, briefing_note
from openkader.publication.docx import MEDIA_TYPE
from openkader.register import selectors
from openkader.register.moments import day_of
from openkader.web.doors import for_whom, note_reading
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import language


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_briefing(request: HttpRequest, activity: str) -> HttpResponse:
    """The note in the language of the address, or else of the reader."""
    wanted, reader = request.GET.get("taal", ""), person(request)
    chosen = wanted if wanted in LANGUAGES else language()
    row = selectors.talk_file(activity, reader=reader)
    note_reading(request, row.request or "", row.level)
    note = briefing_note(row, chosen, day_of(timezone.now()), reader=reader)
    return saved(note.document, f"{activity}-gespreksnotitie-{chosen}.docx", MEDIA_TYPE)
