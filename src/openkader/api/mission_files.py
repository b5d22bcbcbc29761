"""Het programma als bestand: the papers of an activity to take along, and its calendar, as its page hands them out."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.files import given
from openkader.api.letters import Brieftaal, Briefvraag
from openkader.api.missions import mission_at, numbered
from openkader.api.problems import language
from openkader.api.shapes import Shape, require_known
from openkader.casework.permissions import Act
from openkader.publication import mission_calendar, pdf
from openkader.publication.docx import MEDIA_TYPE as WORD
from openkader.publication.mission_files import MissionFiles, MissionPaper
from openkader.register.case_kaders import kader_of_mission

router = Router(tags=["Activiteiten"])
_READER = ByToken(Act.READ_CASES)


class Stukvorm(StrEnum):
    """Als wat voor bestand een stuk gegeven wordt."""

    WORD = "docx"
    PDF = "pdf"


class Programmavraag(Briefvraag):
    """Welk stuk wordt gevraagd."""

    form: Stukvorm = Field(Stukvorm.WORD, alias="vorm")


class Agendavraag(Shape):
    """Van wie de agenda wordt gevraagd."""

    participant: int | None = Field(
        None, alias="deelnemer", description="Zonder: van iedereen, dus het hele programma."
    )


@router.get(
    "/{nummer}/programma/inhoud",
    auth=_READER,
    summary="Het programma als Word-document of pdf",
    url_name="api_programme_content",
    operation_id="programmaInhoudOpvragen",
    openapi_extra=given("Het programma", WORD, pdf.MEDIA_TYPE),
)
def hand_out_programme(request: HttpRequest, nummer: str, asked: Query[Programmavraag]) -> HttpResponse:
    """Dag voor dag, om mee te geven: zonder aantekeningen, en zonder adressen van mensen."""
    return _paper(request, nummer, asked, "programma", MissionPaper.PROGRAMME)


@router.get(
    "/{nummer}/deelnemerslijst/inhoud",
    auth=_READER,
    summary="De deelnemerslijst als Word-document of pdf",
    url_name="api_participants_content",
    operation_id="deelnemerslijstInhoudOpvragen",
    openapi_extra=given("De deelnemerslijst", WORD, pdf.MEDIA_TYPE),
)
def hand_out_participants(request: HttpRequest, nummer: str, asked: Query[Programmavraag]) -> HttpResponse:
    """Wie meegaat, namens wie en als wat; wie afviel staat er niet op."""
    return _paper(request, nummer, asked, "deelnemers", MissionPaper.PARTICIPANTS)


@router.get(
    "/{nummer}/programma/agenda",
    auth=_READER,
    summary="De agenda van een programma (iCalendar)",
    url_name="api_programme_calendar",
    operation_id="programmaAgendaOpvragen",
    openapi_extra=given("De agenda", "text/calendar"),
)
def hand_out_calendar(request: HttpRequest, nummer: str, asked: Query[Agendavraag]) -> HttpResponse:
    """Van het hele programma, of van wat voor een deelnemer is; wat eruit ging, staat er als afgezegd in.

    Opnieuw ingelezen vervangt een onderdeel wat er in een agenda van stond.
    """
    files = _files(request, nummer, caller(request), None, Agendavraag)
    number = asked.participant
    whose = None if number is None else numbered(files.found.participants, number, "participant")
    ending = "" if number is None else f"-{number}"
    return handed_out(f"programma-{nummer}{ending}.ics", mission_calendar.MEDIA_TYPE, files.calendar(whose))


def _paper(
    request: HttpRequest, nummer: str, asked: Programmavraag, what: str, paper: MissionPaper
) -> HttpResponse:
    files = _files(request, nummer, caller(request), asked.language, Programmavraag)
    name = f"{what}-{nummer}-{files.language}.{asked.form}"
    if asked.form is Stukvorm.PDF:
        return handed_out(name, pdf.MEDIA_TYPE, pdf.pdf_of(files.letter(paper)))
    return handed_out(name, WORD, files.document(paper))


def _files(
    request: HttpRequest, nummer: str, who: Caller, chosen: Brieftaal | None, asked: type[Shape]
) -> MissionFiles:
    """What an activity gives; the trail knows who read it, where its request is confidential."""
    require_known(request.GET, asked)
    found = mission_at(nummer, who)
    who.note_reading(found.activity.request)
    return MissionFiles(found, kader_of_mission(found.activity), chosen or language())
