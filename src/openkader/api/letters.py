"""De brief about a decision: the draft that its page shows, as parts and as a Word document. A person sends it."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given
from openkader.api.problems import language
from openkader.api.requests import case_at, note_read
from openkader.api.shapes import Shape, require_known
from openkader.casework.permissions import Act
from openkader.publication.decision_letters import Drafted, draft_of
from openkader.publication.docx import MEDIA_TYPE

router = Router(tags=["Verzoeken"])
_READER = ByToken(Act.READ_CASES)
_WORD = given("De brief", MEDIA_TYPE)


class Brieftaal(StrEnum):
    """In welke taal een brief of een verklaring is."""

    DUTCH = "nl"
    ENGLISH = "en"


class Briefvraag(Shape):
    """Welke brief wordt gevraagd."""

    language: Brieftaal | None = Field(None, alias="taal", description="Zonder: de taal van het antwoord.")

    @property
    def chosen(self) -> Brieftaal:
        """The language that was asked for, or else that of the answer."""
        return self.language or Brieftaal(language())


class Briefgegeven(Shape):
    """Een regel boven de brief."""

    name: str = Field(alias="naam")
    value: str = Field(alias="waarde")


class Alinea(Shape):
    """Een alinea, of de punten van een opsomming."""

    text: str = Field(alias="tekst")
    points: list[str] = Field(alias="punten")


class Brief(Shape):
    """Het concept van een brief; wat het register niet weet, staat tussen haken. Een mens leest en verstuurt het."""

    decision: str = Field(alias="besluit")
    language: Brieftaal = Field(alias="taal")
    organisation: str = Field(alias="organisatie")
    subject: str = Field(alias="onderwerp")
    about: list[Briefgegeven] = Field(alias="gegevens")
    paragraphs: list[Alinea] = Field(alias="alineas")
    made_up: str | None = Field(alias="oefenzin", description="Alleen als het verzoek verzonnen is.")


@router.get(
    "/{nummer}/besluiten/{besluit}/brief",
    response=Brief,
    by_alias=True,
    auth=_READER,
    summary="Het concept van de brief over een besluit",
    url_name="api_letter",
    operation_id="briefOpvragen",
)
def show_letter(request: HttpRequest, nummer: str, besluit: str, asked: Query[Briefvraag]) -> Brief:
    """In de woorden van de organisatie, zoals de pagina hem laat zien."""
    chosen, drafted = _drafted(request, nummer, besluit, asked)
    letter = drafted.letter
    return Brief.model_validate(
        {
            "decision": besluit,
            "language": chosen,
            "organisation": letter.organisation,
            "subject": letter.subject,
            "about": [{"name": name, "value": value} for name, value in letter.about],
            "paragraphs": [{"text": one.text, "points": list(one.points)} for one in letter.paragraphs],
            "made_up": letter.made_up,
        }
    )


@router.get(
    "/{nummer}/besluiten/{besluit}/brief/inhoud",
    auth=_READER,
    summary="De brief over een besluit als Word-document",
    url_name="api_letter_content",
    operation_id="briefInhoudOpvragen",
    openapi_extra=_WORD,
)
def hand_out(request: HttpRequest, nummer: str, besluit: str, asked: Query[Briefvraag]) -> HttpResponse:
    """Op het briefpapier van de organisatie, als zij dat heeft; om na te lezen en aan te passen."""
    chosen, drafted = _drafted(request, nummer, besluit, asked)
    return handed_out(f"{besluit}-{chosen}.docx", MEDIA_TYPE, drafted.document)


def _drafted(
    request: HttpRequest, nummer: str, decision: str, asked: Briefvraag
) -> tuple[Brieftaal, Drafted]:
    """The language that was chosen, and the draft in it; of a confidential case the trail knows who read it."""
    who = caller(request)
    require_known(request.GET, Briefvraag)
    chosen = asked.chosen
    row, found = case_at(nummer, who)
    drafted = draft_of(found, decision, chosen, who.today, reader=who.person)
    note_read(row, who)
    return chosen, drafted
