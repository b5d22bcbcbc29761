"""De evaluatie als bestand: the document of a year to take along, as the page of the evaluation hands it out."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given
from openkader.api.letters import Briefvraag
from openkader.api.shapes import require_known
from openkader.casework.permissions import Act
from openkader.publication.yearly.asking import FORMS, asked_for, edition_of, written
from openkader.publication.yearly.composing import document_of
from openkader.register.selectors.confidential import confidential_of_year

router = Router(tags=["Evaluaties"])
_GIVEN = given("De evaluatie", *(form.partition(";")[0] for form in FORMS.values()))


class Evaluatievorm(StrEnum):
    """Als wat voor bestand een evaluatie gegeven wordt."""

    WORD = "docx"
    PDF = "pdf"
    PAGE = "html"


class Documentvraag(Briefvraag):
    """In welke taal en als welk bestand de evaluatie wordt gevraagd."""

    form: Evaluatievorm = Field(Evaluatievorm.WORD, alias="vorm")


@router.get(
    "/{jaar}/document/inhoud",
    auth=ByToken(Act.READ_CASES),
    summary="De evaluatie als Word-document, pdf of losse pagina",
    url_name="api_evaluation_content",
    operation_id="evaluatieInhoudOpvragen",
    openapi_extra=_GIVEN,
)
def hand_out(request: HttpRequest, jaar: int, asked: Query[Documentvraag]) -> HttpResponse:
    """De teksten zoals zij zijn vastgesteld, en anders de nieuwste, met wat u van het register mag zien.

    Zij is van deze dag: een concept zegt dat het er een is, en na de vaststelling staat voorin wat is verbeterd.
    """
    who = caller(request)
    require_known(request.GET, Documentvraag)
    chosen = asked.chosen
    document = document_of(asked_for(jaar, chosen, reader=who.person, writer=who.person, today=who.today))
    content = written(document, asked.form, edition_of(who.now))
    who.note_readings(confidential_of_year(jaar, reader=who.person))
    return handed_out(f"evaluatie-{jaar}-{chosen}.{asked.form}", FORMS[asked.form], content)
