"""A program notes a figure of others with its source, and strikes one out, by the services of the page."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.account_shapes import Contextcijfer
from openkader.api.context_figures import router, shown_figure
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.pace import require_pace
from openkader.api.sent_cited import Contextdoorhaling, NieuwContextcijfer
from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.context_figures import ContextDraft, Part
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.context_entries import ContextEntry
from openkader.register.selectors.context import ContextRow, context_noted

__all__ = ["note", "router", "show_figure", "strike_out"]
_CITES = ByToken(Act.CITE)


@router.post(
    "/{jaar}/contextcijfers",
    response={200: Contextcijfer, 201: Contextcijfer},
    by_alias=True,
    auth=_CITES,
    summary="Een cijfer van anderen noteren",
    url_name="api_context_figures",
    operation_id="contextcijferNoteren",
)
def note(
    request: HttpRequest, response: HttpResponse, jaar: int, sent: NieuwContextcijfer
) -> Status[Contextcijfer]:
    """Met zijn bron, apart van wat het register bewijst. Met de bron zelf als bestand noteert iemand het op de pagina.

    Delen die samen het cijfer niet zijn, worden ook genoteerd: het zijn anderen die het zo zeggen. Twee keer hetzelfde
    is er een (200).
    """
    who = case_reader(request)
    selectors.kader_year(jaar)
    known = {row.reference for row in context_noted(jaar, reader=who.person)}
    require_pace(who)
    entry = ContextEntry(
        reference="", year=jaar, draft=_draft(sent), dated=None if sent.dated is None else sent.dated.period
    )
    reference = services.record_context_figure(entry, by=who.hand, now=who.now)
    address = reverse("api:api_context_figure", args=[jaar, reference])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if reference in known else 201, shown_figure(_noted(jaar, reference, who)))


@router.get(
    "/{jaar}/contextcijfers/{nummer}",
    response=Contextcijfer,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een cijfer van anderen",
    url_name="api_context_figure",
    operation_id="contextcijferOpvragen",
)
def show_figure(request: HttpRequest, jaar: int, nummer: str) -> Contextcijfer:
    """Het cijfer met zijn bron, en of de delen samen het geheel zijn."""
    return shown_figure(_noted(jaar, nummer, case_reader(request)))


@router.put(
    "/{jaar}/contextcijfers/{nummer}/doorhaling",
    response=Contextcijfer,
    by_alias=True,
    auth=_CITES,
    summary="Een cijfer van anderen doorhalen",
    url_name="api_context_struck",
    operation_id="contextcijferDoorhalen",
)
def strike_out(request: HttpRequest, jaar: int, nummer: str, sent: Contextdoorhaling) -> Contextcijfer:
    """Wat fout genoteerd is, geldt niet meer, en blijft voor collega's te lezen; met dezelfde reden verandert niets."""
    who = case_reader(request)
    row = _noted(jaar, nummer, who)
    if row.struck_out != sent.reason:
        services.strike_out_context_figure(nummer, sent.reason, by=who.hand, now=who.now)
    return shown_figure(_noted(jaar, nummer, who))


def _draft(sent: NieuwContextcijfer) -> ContextDraft:
    unit = sent.unit or ""
    return ContextDraft(
        name=Text(nl=sent.name, en=sent.name),
        value=Decimal(sent.value),
        unit=Text(nl=unit, en=unit),
        about=sent.about,
        title=sent.title,
        publisher=sent.publisher or "",
        url=sent.url or "",
        parts=tuple(Part(Text(nl=one.name, en=one.name), Decimal(one.value)) for one in sent.parts),
    )


def _noted(jaar: int, nummer: str, who: Caller) -> ContextRow:
    for row in context_noted(jaar, reader=who.person):
        if row.reference == nummer:
            return row
    raise NotFound("context", nummer[:80])
