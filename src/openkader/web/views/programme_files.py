"""The programme of an activity as a file: a calendar of everybody or of one participant, and papers for Word."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.publication.docx import MEDIA_TYPE as DOCX
from openkader.publication.mission_calendar import MEDIA_TYPE
from openkader.publication.mission_files import LANGUAGES, MissionFiles
from openkader.publication.pdf import MEDIA_TYPE as PDF
from openkader.publication.pdf import pdf_of
from openkader.register.selectors import ParticipantRow
from openkader.web.acts.mission import Preparing
from openkader.web.doors import for_whom
from openkader.web.saving import saved
from openkader.web.shell import language
from openkader.web.views.programme import PAPERS, preparing


@for_whom(Act.READ_CASES)
@require_safe
def give_paper(request: HttpRequest, reference: str, what: str, form: str = "docx") -> HttpResponse:
    """The programme or the list of participants: for Word on the letterhead of the organisation, or as a PDF."""
    if what not in PAPERS:
        raise NotFound("document", what[:40])
    place = preparing(request, reference)
    wanted = request.GET.get("taal", "")
    files = MissionFiles(place.found, place.kader, wanted if wanted in LANGUAGES else language())
    name = f"{what}-{reference}-{files.language}.{form}"
    if form == "pdf":
        return saved(pdf_of(files.letter(PAPERS[what])), name, PDF)
    return saved(files.document(PAPERS[what]), name, DOCX)


@for_whom(Act.READ_CASES)
@require_safe
def give_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The calendar of the whole programme; with `deelnemer` what is for one of them."""
    place = preparing(request, reference)
    whose = _participant(place, request.GET["deelnemer"]) if "deelnemer" in request.GET else None
    content = MissionFiles(place.found, place.kader, language()).calendar(whose)
    ending = f"-{whose.number}" if whose else ""
    return saved(content, f"programma-{reference}{ending}.ics", MEDIA_TYPE)


def _participant(place: Preparing, typed: str) -> ParticipantRow:
    for row in place.found.participants:
        if row.number == number_in(typed):
            return row
    raise NotFound("participant", typed[:40])
