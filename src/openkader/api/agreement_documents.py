"""The documents of an agreement: each came with a deed, and one that comes later is a deed that corrects it."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router, Status

from openkader.api.agreements import shown_agreement
from openkader.api.documents import CONTENT, SENT, Named, digest_of, handed_out, sent_document
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.filed_shapes import Aktestuk, Aktestukken, Verbeterreden
from openkader.api.marks import asked_for, mark_of_shape, require_newest, require_version
from openkader.api.pace import require_pace
from openkader.api.shapes import require_known, taken
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.agreement_entries import DeedEntry
from openkader.register.case_kaders import kader_here
from openkader.register.documents import DocumentEntry
from openkader.register.selectors import AgreementFile
from openkader.register.selectors.agreement_files import DeedFile, deed_files

router = Router(tags=["Overeenkomsten"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "/{nummer}/documenten",
    response=Aktestukken,
    by_alias=True,
    auth=_READER,
    summary="De documenten van een overeenkomst",
    url_name="api_agreement_documents",
    operation_id="overeenkomstdocumentenOpvragen",
)
def list_documents(request: HttpRequest, nummer: str) -> Aktestukken:
    """Wat met de akten kwam. Ook van een overeenkomst die bij geen verzoek hoort."""
    who = caller(request)
    require_known(request.GET)
    found = _at(nummer, who)
    files = deed_files(nummer, reader=who.person)
    who.note_reading(found.request, found.level)
    return Aktestukken.model_validate({"documents": [_shown(one) for one in files]})


@router.post(
    "/{nummer}/documenten",
    response={200: Aktestuk, 201: Aktestuk},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een document aan een overeenkomst toevoegen",
    url_name="api_agreement_documents",
    operation_id="overeenkomstdocumentToevoegen",
    openapi_extra=SENT | asked_for("de overeenkomst"),
)
def add_document(
    request: HttpRequest, response: HttpResponse, nummer: str, asked: Query[Verbeterreden], named: Named
) -> Status[Aktestuk]:
    """Voegt een akte `verbeterd` toe waarin alles blijft zoals het was, met dit document en de reden.

    Wie een document stuurt dat er al is, krijgt dat (200).
    """
    who = caller(request)
    who.require(Act.READ_CASES)
    require_known(request.GET, Verbeterreden)
    found = _at(nummer, who)
    require_version(request)
    require_pace(who)
    entry = sent_document(request, named, who)
    known = {one.sha256: one for one in deed_files(nummer, reader=who.person)}
    there = known.get(digest_of(entry))
    if there is None:
        require_newest(request, mark_of_shape(shown_agreement(found)))
        shown = _file(nummer, _correct(found, asked.reason, entry, who), who)
    else:
        shown = there
    address = reverse("api:api_agreement_document", args=[nummer, shown.deed])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if there else 201, _shown(shown))


@router.get(
    "/{nummer}/documenten/{akte}",
    response=Aktestuk,
    by_alias=True,
    auth=_READER,
    summary="Het document van een akte, zonder zijn inhoud",
    url_name="api_agreement_document",
    operation_id="overeenkomstdocumentOpvragen",
)
def show_document(request: HttpRequest, nummer: str, akte: int) -> Aktestuk:
    """Hoe het heet, wat het is en hoe groot."""
    who = caller(request)
    require_known(request.GET)
    found, file = _at(nummer, who), _file(nummer, akte, who)
    who.note_reading(found.request, found.level)
    return _shown(file)


@router.get(
    "/{nummer}/documenten/{akte}/inhoud",
    auth=_READER,
    summary="De inhoud van het document van een akte",
    url_name="api_agreement_document_content",
    operation_id="overeenkomstdocumentInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, nummer: str, akte: int) -> HttpResponse:
    """De inhoud zoals zij kwam."""
    who = caller(request)
    require_known(request.GET)
    found, file = _at(nummer, who), _file(nummer, akte, who)
    content = selectors.agreement_document(nummer, file.deed, reader=who.person)
    who.note_reading(found.request, found.level)
    return handed_out(*content)


def _at(nummer: str, who: Caller) -> AgreementFile:
    return selectors.agreement_file(nummer, reader=who.person, today=who.today)


def _file(nummer: str, deed: int, who: Caller) -> DeedFile:
    for one in deed_files(nummer, reader=who.person):
        if one.deed == deed:
            return one
    raise NotFound("document", str(deed)[:20])


def _correct(found: AgreementFile, reason: str, file: DocumentEntry, who: Caller) -> int:
    entry = DeedEntry(
        agreement=found.line.reference, seen=found.deeds[0].number, stated=found.line.stated, reason=reason
    )
    return services.correct_agreement(entry, kader=kader_here(who.today), file=file, by=who.hand, now=who.now)


def _shown(found: DeedFile) -> Aktestuk:
    return taken(Aktestuk, asdict(found))
