"""The documents that came with an advice: which there are, what is in them, and one that a desk sends after it."""

from collections.abc import Iterable
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.advice import around_of, shown_advice
from openkader.api.documents import CONTENT, SENT, Named, digest_of, handed_out, sent_document
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, require_newest, require_version
from openkader.api.pace import require_pace
from openkader.api.requests import note_read
from openkader.api.shapes import Stuk, Stukken, require_known, taken
from openkader.base.errors import NotFound, Refusal, Refused
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.advice_entries import AdviceEntry
from openkader.register.documents import DocumentEntry
from openkader.register.partners import partner_here
from openkader.register.selectors import AdviceRow
from openkader.register.selectors.advice import AnswerRow
from openkader.register.selectors.documents import DocumentRow

router = Router(tags=["Verzoeken"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "/{nummer}/adviezen/{advies}/documenten",
    response=Stukken,
    by_alias=True,
    auth=_READER,
    summary="De documenten bij een advies",
    url_name="api_advice_documents",
    operation_id="adviesdocumentenOpvragen",
)
def list_documents(request: HttpRequest, nummer: str, advies: str) -> Stukken:
    """Wat het loket met zijn antwoorden meestuurde, elk document een keer."""
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    found = _documents(around.advice(advies))
    note_read(around.row, who)
    return Stukken.model_validate({"documents": [_shown(one) for one in found]})


@router.post(
    "/{nummer}/adviezen/{advies}/documenten",
    response={200: Stuk, 201: Stuk},
    by_alias=True,
    auth=ByToken(Act.GIVE_ADVICE),
    summary="Een document bij een advies voegen",
    url_name="api_advice_documents",
    operation_id="adviesdocumentToevoegen",
    openapi_extra=SENT | asked_for("het advies"),
)
def add_document(
    request: HttpRequest, response: HttpResponse, nummer: str, advies: str, named: Named
) -> Status[Stuk]:
    """Geeft het laatste antwoord van het loket nog eens, met dit document erbij; zoals dat op de pagina gaat.

    Tot en met de dag waarop het antwoord er moest zijn. Een document dat er al bij is, blijft een document (200).
    """
    who = case_reader(request)
    row = around_of(nummer, who).advice(advies)
    require_version(request)
    require_pace(who)
    entry = sent_document(request, named, who)
    digest = digest_of(entry)
    is_new = digest not in {one.digest for one in _of_newest(row)}
    if is_new:
        require_newest(request, mark_of_shape(shown_advice(row)))
        _give(row, entry, who)
    found = next(one for one in _documents(around_of(nummer, who).advice(advies)) if one.digest == digest)
    address = reverse("api:api_advice_document", args=[nummer, advies, found.reference])
    response["Location"] = request.build_absolute_uri(address)
    return Status(201 if is_new else 200, _shown(found))


@router.get(
    "/{nummer}/adviezen/{advies}/documenten/{document}",
    response=Stuk,
    by_alias=True,
    auth=_READER,
    summary="Een document bij een advies, zonder zijn inhoud",
    url_name="api_advice_document",
    operation_id="adviesdocumentOpvragen",
)
def show_document(request: HttpRequest, nummer: str, advies: str, document: str) -> Stuk:
    """Hoe het heet, wat het is en hoe groot."""
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    shown = _shown(_document(around.advice(advies), document))
    note_read(around.row, who)
    return shown


@router.get(
    "/{nummer}/adviezen/{advies}/documenten/{document}/inhoud",
    auth=_READER,
    summary="De inhoud van een document bij een advies",
    url_name="api_advice_document_content",
    operation_id="adviesdocumentInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, nummer: str, advies: str, document: str) -> HttpResponse:
    """De inhoud zoals zij kwam."""
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    named = _document(around.advice(advies), document)
    found, content = selectors.document(nummer, named.reference, reader=who.person)
    note_read(around.row, who)
    return handed_out(found.name, found.media_type, content)


def _documents(row: AdviceRow) -> list[DocumentRow]:
    """Those of every answer; one that came with several is one."""
    return list({one.reference: one for answer in row.answers for one in answer.documents}.values())


def _document(row: AdviceRow, reference: str) -> DocumentRow:
    for one in _documents(row):
        if one.reference == reference:
            return one
    raise NotFound("document", reference[:80])


def _of_newest(row: AdviceRow) -> Iterable[DocumentRow]:
    return row.answers[-1].documents if row.answers else ()


def _give(row: AdviceRow, document: DocumentEntry, who: Caller) -> None:
    """Give the newest answer once more, with its documents and this one."""
    if not row.answers:
        raise Refused(Refusal("advice.no-verdict"))
    entry = _same(row, row.answers[-1], who, document)
    services.give_advice(entry, by=who.hand, now=who.now, partner=partner_here())


def _same(row: AdviceRow, answer: AnswerRow, who: Caller, document: DocumentEntry) -> AdviceEntry:
    kept = [selectors.document(row.dossier, one.reference, reader=who.person) for one in answer.documents]
    return AdviceEntry(
        advice=row.reference,
        seen=len(row.answers),
        verdict=answer.verdict,
        explanation=answer.explanation,
        conditions=answer.conditions,
        given_by=answer.given_by,
        documents=(*(DocumentEntry(name=one.name, content=content) for one, content in kept), document),
        statement=answer.statement,
    )


def _shown(found: DocumentRow) -> Stuk:
    return taken(Stuk, asdict(found))
