"""Wat het register opstelt: a report as it is composed now, and the text that counts as a Word document.

Composing is no judgement: it says what the register knows. That a version is final is one, and has no address.
"""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken
from openkader.api.files import given
from openkader.api.marks import marked
from openkader.api.mission_words import Verslagsoort
from openkader.api.problems import language
from openkader.api.report_shapes import OpgesteldVerslag, Verslagplaats, Weggelaten
from openkader.api.reports import Text, Writing, text_at, texts_read
from openkader.api.shapes import taken
from openkader.api.words import from_house
from openkader.casework.permissions import Act
from openkader.casework.reporting import changed_since, gaps_of
from openkader.publication.docx import MEDIA_TYPE
from openkader.publication.report_drafts import composed_of, report_document, told_of
from openkader.publication.report_facts import Told
from openkader.publication.report_omissions import left_out
from openkader.publication.reports import Composed
from openkader.register import selectors

router = Router(tags=["Activiteiten"])
_READER = ByToken(Act.READ_CASES)
_WORD = given("Het verslag", MEDIA_TYPE)


@router.get(
    "/{nummer}/verslagen/{soort}/{taal}/opgesteld",
    response=OpgesteldVerslag,
    by_alias=True,
    auth=_READER,
    summary="Wat het register als verslag opstelt",
    url_name="api_report_composed",
    operation_id="opgesteldVerslagOpvragen",
)
def show_composed(
    request: HttpRequest, response: HttpResponse, place: Path[Verslagplaats]
) -> OpgesteldVerslag:
    """Uit wat nu bekend is, met een leemte waar iets niet bekend is, en met wat voor deze lezers is weggelaten.

    Er wordt niets bewaard. Wie de tekst nazag en aanvulde, bewaart haar als versie.
    """
    here = texts_read(request, place.nummer)
    text = text_at(here, place)
    told = _told(here, text)
    return marked(response, _shown(text, told, composed_of(told)))


@router.get(
    "/{nummer}/verslagen/{soort}/{taal}/inhoud",
    auth=_READER,
    summary="Een verslag als Word-document",
    url_name="api_report_content",
    operation_id="verslagInhoudOpvragen",
    openapi_extra=_WORD,
)
def hand_out(request: HttpRequest, place: Path[Verslagplaats]) -> HttpResponse:
    """De nieuwste versie op het briefpapier van de organisatie; zolang er geen is, wat het register opstelt."""
    here = texts_read(request, place.nummer)
    text = text_at(here, place)
    told = _told(here, text)
    words = text.newest.text if text.newest else composed_of(told).text
    name = f"{place.nummer}-{text.kind}-{text.language}.docx"
    return handed_out(name, MEDIA_TYPE, report_document(told, words, here.who.today))


def _told(here: Writing, text: Text) -> Told:
    who = here.who
    found = selectors.report_file(here.found.reference, who.today, reader=who.person)
    return told_of(found, text.kind, text.language, who.today)


def _shown(text: Text, told: Told, now: Composed) -> OpgesteldVerslag:
    then = text.newest.sections if text.newest else {}
    changed = changed_since(then, now.digests)
    return OpgesteldVerslag.model_validate(
        {
            "kind": from_house(text.kind, Verslagsoort),
            "language": text.language,
            "text": now.text,
            "gaps": list(gaps_of(now.text)),
            "parts": [
                {
                    "id": one.id,
                    "heading": one.heading,
                    "text": one.text,
                    "is_changed": one.id in changed if then else None,
                }
                for one in now.sections
            ],
            "left_out": [taken(Weggelaten, asdict(one)) for one in left_out(told, language())],
        }
    )
