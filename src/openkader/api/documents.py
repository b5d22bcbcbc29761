"""The documents of a case: which there are, what is in them, and one that a program adds."""

import hashlib
from dataclasses import asdict
from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header, parse_header_parameters
from ninja import Header, Router, Status

from openkader.api.bodies import told_length
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.files import given, sent
from openkader.api.pace import require_pace, whose
from openkader.api.requests import case_at, note_read
from openkader.api.shapes import Stuk, Stukken, require_known, taken
from openkader.base.errors import Invalid, NotFound, Problem, Refusal, Refused
from openkader.casework.documents import DocumentForm, Sent, clean_name, may_send
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.selectors import Dossier

router = Router(tags=["Verzoeken"])
NAMED = "Content-Disposition"
FORMS = (*DocumentForm, "application/octet-stream")
SENT = sent(*map(str, FORMS))
CONTENT = given("De inhoud", *map(str, DocumentForm))
Named = Annotated[
    str,
    Header(
        alias=NAMED,
        max_length=1000,
        description="Hoe het bestand heet (RFC 6266), bijvoorbeeld `attachment; filename*=UTF-8''brief.pdf`.",
    ),
]


@router.get(
    "/{nummer}/documenten",
    response=Stukken,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De documenten van een verzoek",
    url_name="api_documents",
    operation_id="documentenOpvragen",
)
def list_documents(request: HttpRequest, nummer: str) -> Stukken:
    """Welke documenten er zijn, in de volgorde waarin zij kwamen."""
    who = caller(request)
    require_known(request.GET)
    row, found = case_at(nummer, who)
    note_read(row, who)
    return Stukken.model_validate({"documents": [taken(Stuk, asdict(one)) for one in found.documents]})


@router.post(
    "/{nummer}/documenten",
    response={200: Stuk, 201: Stuk},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een document toevoegen",
    url_name="api_documents",
    operation_id="documentToevoegen",
    openapi_extra=SENT,
)
def add_document(
    request: HttpRequest,
    response: HttpResponse,
    nummer: str,
    named: Named,
) -> Status[Stuk]:
    """De inhoud van het bericht is het document zelf. Wat het is, zegt de inhoud, en niet de naam.

    Wie hetzelfde nog eens stuurt, krijgt het document dat er al was (200).
    """
    who = case_reader(request)
    before = {one.reference for one in case_at(nummer, who)[1].documents}
    require_pace(who)
    entry = sent_document(request, named, who)
    reference = services.keep_document(nummer, entry, by=who.hand, now=who.now)
    address = reverse("api:api_document", args=[nummer, reference])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if reference in before else 201, _document(case_at(nummer, who)[1], reference))


@router.get(
    "/{nummer}/documenten/{document}",
    response=Stuk,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een document, zonder zijn inhoud",
    url_name="api_document",
    operation_id="documentOpvragen",
)
def show_document(request: HttpRequest, nummer: str, document: str) -> Stuk:
    """Hoe het heet, wat het is en hoe groot."""
    who = caller(request)
    require_known(request.GET)
    row, found = case_at(nummer, who)
    shown = _document(found, document)
    note_read(row, who)
    return shown


@router.get(
    "/{nummer}/documenten/{document}/inhoud",
    auth=ByToken(Act.READ_CASES),
    summary="De inhoud van een document",
    url_name="api_document_content",
    operation_id="documentInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, nummer: str, document: str) -> HttpResponse:
    """De inhoud zoals zij kwam."""
    who = caller(request)
    require_known(request.GET)
    row = case_at(nummer, who)[0]
    found, content = selectors.document(nummer, document, reader=who.person)
    note_read(row, who)
    return handed_out(found.name, found.media_type, content)


def handed_out(name: str, media_type: str, content: bytes) -> HttpResponse:
    """A document as it came, to be saved."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {NAMED: str(disposition)}
    return HttpResponse(content, content_type=media_type, headers=headers)


def sent_document(request: HttpRequest, named: str, who: Caller) -> DocumentEntry:
    """The document that was sent, after the virus scanner looked at it."""
    name = name_in(named)
    entry = DocumentEntry(name=name, content=_content(request, name))
    require_clean(entry, who)
    return entry


def digest_of(entry: DocumentEntry) -> str:
    """The digest by which a document is known to be there already."""
    return hashlib.sha256(entry.content).hexdigest()


def named_document(
    request: str | None, named: str | None, who: Caller
) -> tuple[DocumentEntry | None, str | None]:
    """The document of a request that was named, with its digest; one that is not there was named by mistake."""
    if named is None:
        return None, None
    try:
        row, content = selectors.document(request or "", named, reader=who.person)
    except NotFound as error:
        raise Invalid([Problem("interface.unknown-word", "document")]) from error
    return DocumentEntry(name=row.name, content=content), row.digest


def _document(found: Dossier, reference: str) -> Stuk:
    for one in found.documents:
        if one.reference == reference:
            return taken(Stuk, asdict(one))
    raise NotFound("document", reference)


def name_in(named: str) -> str:
    """The name of the file in the header; without one it cannot be told from others."""
    try:
        _way, said = parse_header_parameters(named)
        name = said["filename"]
    except (KeyError, LookupError, ValueError) as error:
        raise Invalid([Problem("interface.wrong-value", NAMED)]) from error
    return name


def _content(request: HttpRequest, name: str) -> bytes:
    """What was sent, read no further than a document may be large."""
    if request.content_type not in FORMS:
        raise Refused(Refusal("interface.no-document"))
    most = settings.OPENKADER_UPLOAD_BYTES
    size = told_length(request)
    content = request.read(most + 1) if size <= most else b""
    refusal = may_send([Sent(clean_name(name), max(size, len(content)))], most)
    if refusal is not None:
        raise Refused(refusal)
    return content


def require_clean(entry: DocumentEntry, who: Caller) -> None:
    """Let the virus scanner look, where there is one; what it did not look at is not kept."""
    found = settings.CLAMD.scan([entry.content]) if settings.CLAMD is not None else ""
    if not found:
        return
    services.note_infected_upload(found, [entry.content], sent_by=whose(who), by=who.hand, now=who.now)
    raise Invalid([Problem("upload.infected", clean_name(entry.name))])
