"""De gespreksnotitie: the briefing note for a talk, as its page hands it out. An official reads it and fills it in."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given
from openkader.api.letters import Briefvraag
from openkader.api.shapes import require_known
from openkader.casework.permissions import Act
from openkader.publication.briefing_notes import briefing_note
from openkader.publication.docx import MEDIA_TYPE
from openkader.register import selectors

router = Router(tags=["Activiteiten"])
_WORD = given("De gespreksnotitie", MEDIA_TYPE)


@router.get(
    "/{nummer}/gespreksnotitie/inhoud",
    auth=ByToken(Act.READ_CASES),
    summary="De gespreksnotitie als Word-document",
    url_name="api_briefing_content",
    operation_id="gespreksnotitieInhoudOpvragen",
    openapi_extra=_WORD,
)
def hand_out(request: HttpRequest, nummer: str, asked: Query[Briefvraag]) -> HttpResponse:
    """Met wie wij spreken, wat wij zeggen en waarom, en wat nog openstaat; wat wij terugvragen, vult een mens in.

    Hoe ver de screening is, staat erin voor wie dat mag lezen.
    """
    who = caller(request)
    require_known(request.GET, Briefvraag)
    chosen = asked.chosen
    row = selectors.talk_file(nummer, reader=who.person)
    who.note_reading(row.request, row.level)
    note = briefing_note(row, chosen, who.today, reader=who.person)
    return handed_out(f"{nummer}-gespreksnotitie-{chosen}.docx", MEDIA_TYPE, note.document)
