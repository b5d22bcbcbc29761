"""Een kader als bestand: a version to hand on, signed with its texts or its tables as DMN, as its page gives it."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.documents import CONTENT, handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given, given_signed
from openkader.api.letters import Briefvraag
from openkader.api.shapes import require_known
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.publication.kader_files.handing_on import DMN, dmn_file, signed_file
from openkader.register.selectors.kader_versions import kader_draft
from openkader.register.shelf import shelf

router, of_drafts = Router(tags=["Kaders"]), Router(tags=["Kaders"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "/{organisatie}/{versie}/bestand/inhoud",
    auth=_READER,
    summary="Een versie van een kader als ondertekend bestand",
    url_name="api_kader_content",
    operation_id="kaderInhoudOpvragen",
    openapi_extra=given_signed("Het bestand"),
)
def hand_out(request: HttpRequest, organisatie: str, versie: str) -> HttpResponse:
    """Alle teksten zoals zij geschreven zijn, om aan een andere organisatie te geven; de installatie ondertekent.

    Dezelfde versie geeft steeds hetzelfde bestand. Dat u het meenam, staat elke keer in het spoor.
    """
    who = caller(request)
    require_known(request.GET)
    file = signed_file(f"{organisatie}/{versie}", by=who.hand, now=who.now)
    return handed_out(file.name, file.media_type, file.content)


@router.get(
    "/{organisatie}/{versie}/dmn/inhoud",
    auth=_READER,
    summary="De tabellen van een kader als DMN",
    url_name="api_kader_dmn",
    operation_id="kaderDmnOpvragen",
    openapi_extra=given("De tabellen", DMN),
)
def hand_out_dmn(
    request: HttpRequest, organisatie: str, versie: str, asked: Query[Briefvraag]
) -> HttpResponse:
    """De tabellen en het voorstel (DMN 1.3), om te tekenen en te bespreken; niet ondertekend.

    Besluit er niet mee: DMN kent geen onbekend dat blijft, en laat een regel dan voorbijgaan.
    """
    who = caller(request)
    require_known(request.GET, Briefvraag)
    chosen = asked.chosen
    file = dmn_file(f"{organisatie}/{versie}", chosen, by=who.hand, now=who.now)
    return handed_out(file.name, file.media_type, file.content)


@of_drafts.get(
    "/{nummer}/vaststelling/inhoud",
    auth=_READER,
    summary="Het document van het besluit waarmee een kader is vastgesteld",
    url_name="api_draft_decision_content",
    operation_id="kadervaststellingInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out_decision(request: HttpRequest, nummer: str) -> HttpResponse:
    """Zoals het werd ingeleverd. Een concept dat niet is vastgesteld, heeft er geen (404)."""
    require_known(request.GET)
    decision = kader_draft(nummer).decision
    if decision is None:
        raise NotFound("kader-draft", nummer[:80])
    content = shelf().take(decision.sha256, decision.file_name)
    return handed_out(decision.file_name, decision.media_type, content)
