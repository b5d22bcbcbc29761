"""A program notes a figure of others with its source, and strikes one out, by the services of the page."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Status

from openkader.api.account_shapes import Contextcijfer
from openkader.api.context_figures import router, shown_figure
from openkader.api.documents import SENT, Named, sent_document
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.pace import require_pace
from openkader.api.sent_cited import Bestandscijfer, Contextdoorhaling, NieuwContextcijfer
from openkader.api.shapes import require_known
from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.context_figures import ContextDraft, Part
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.context_entries import ContextEntry
from openkader.register.documents import DocumentEntry
from openkader.register.selectors.context import ContextRow, context_noted

__all__ = ["note", "note_with_source", "router", "show_figure", "strike_out"]
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
    """Met zijn bron, apart van wat het register bewijst. Met de bron zelf als bestand: `contextcijferMetBronNoteren`.

    Delen die samen het cijfer niet zijn, worden ook genoteerd: het zijn anderen die het zo zeggen. Twee keer hetzelfde
    is er een (200).
    """
    who = case_reader(request)
    selectors.kader_year(jaar)
    require_pace(who)
    return _kept(request, response, _entry(jaar, sent))


@router.post(
    "/{jaar}/contextcijfers/bestanden",
    response={200: Contextcijfer, 201: Contextcijfer},
    by_alias=True,
    auth=_CITES,
    summary="Een cijfer van anderen met zijn bron als bestand noteren",
    url_name="api_context_files",
    operation_id="contextcijferMetBronNoteren",
    openapi_extra=SENT,
)
def note_with_source(
    request: HttpRequest, response: HttpResponse, jaar: int, asked: Query[Bestandscijfer], named: Named
) -> Status[Contextcijfer]:
    """De inhoud van het bericht is de bron zelf; het cijfer staat in het adres.

    Hetzelfde cijfer zonder bestand, of met een ander, is een ander cijfer: haal door wat niet meer geldt.
    """
    who = caller(request)
    who.require(Act.READ_CASES)
    require_known(request.GET, Bestandscijfer)
    selectors.kader_year(jaar)
    entry = _entry(jaar, asked.sent)
    require_pace(who)
    return _kept(request, response, entry, sent_document(request, named, who))


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


def _entry(jaar: int, sent: NieuwContextcijfer) -> ContextEntry:
    dated = None if sent.dated is None else sent.dated.period
    return ContextEntry(reference="", year=jaar, draft=_draft(sent), dated=dated)


def _kept(
    request: HttpRequest, response: HttpResponse, entry: ContextEntry, file: DocumentEntry | None = None
) -> Status[Contextcijfer]:
    """The figure as it stands in the register now; the same again is the one that was there."""
    who = caller(request)
    known = {row.reference for row in context_noted(entry.year, reader=who.person)}
    reference = services.record_context_figure(entry, file=file, by=who.hand, now=who.now)
    address = reverse("api:api_context_figure", args=[entry.year, reference])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if reference in known else 201, shown_figure(_noted(entry.year, reference, who)))


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
