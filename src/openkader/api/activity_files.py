"""De agenda van een activiteit: one activity as a file for a calendar, as its page hands it out."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given
from openkader.api.problems import language
from openkader.api.shapes import require_known
from openkader.casework.permissions import Act
from openkader.publication.agenda import MEDIA_TYPE, agenda_calendar
from openkader.register import selectors

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/agenda",
    auth=ByToken(Act.READ_CASES),
    summary="Een activiteit voor een agenda (iCalendar)",
    url_name="api_activity_calendar",
    operation_id="activiteitAgendaOpvragen",
    openapi_extra=given("De agenda", "text/calendar"),
)
def hand_out_calendar(request: HttpRequest, nummer: str) -> HttpResponse:
    """Met alle woorden, in de taal van het antwoord. Zolang de dag niet bekend is, is er geen (404)."""
    who = caller(request)
    require_known(request.GET)
    item = selectors.activity_item(nummer, reader=who.person)
    who.note_readings([nummer])
    address = request.build_absolute_uri(reverse("activity", args=[nummer]))
    content = agenda_calendar([item], nummer, language(), lambda _item: address)
    return handed_out(f"{nummer}.ics", MEDIA_TYPE, content)
