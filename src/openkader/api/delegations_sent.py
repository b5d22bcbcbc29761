"""A program hands in a delegation list, as a file or as rows, by the rules and the service of the page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Status

from openkader.api.bodies import told_length
from openkader.api.delegation_shapes import (
    IngeleverdeLijst,
    Leeswijze,
    NieuwDelegatielid,
    NieuweDelegatielijst,
)
from openkader.api.delegations import plain_version, router, shown_problems, shown_versions
from openkader.api.documents import Named, digest_of, name_in, named_document, require_clean
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.files import sent
from openkader.api.marks import asked_for, mark_of_shape, require_newest, require_version
from openkader.api.pace import require_pace
from openkader.api.sent import plain
from openkader.api.shapes import require_known
from openkader.base.errors import Invalid, Problem, Refusal, Refused
from openkader.casework.delegation import (
    MOST_HANDED_IN,
    Choice,
    DelegationSheet,
    Field,
    SentRow,
    read_delegation,
    read_rows,
)
from openkader.casework.documents import clean_name
from openkader.casework.documents.sending import megabytes
from openkader.casework.permissions import Act
from openkader.casework.screening import CameAs
from openkader.register import selectors, services
from openkader.register.chain import fingerprint
from openkader.register.documents import DocumentEntry
from openkader.register.screening_entries import DelegationEntry
from openkader.register.selectors import Delegation

__all__ = ["hand_in_file", "hand_in_rows", "router"]
_WORKER = ByToken(Act.WORK)
_NAME = "delegatieleden"
FORMS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
    "text/csv",
    "text/tab-separated-values",
    "text/plain",
    "application/octet-stream",
)
_SENT = sent(*FORMS)
_MARK = asked_for("de delegatielijsten van het verzoek")


@dataclass(frozen=True, slots=True, kw_only=True)
class _HandedIn:
    """A list as it was read, with what it was read from, and whether it is kept without what is wrong in it."""

    sheet: DelegationSheet
    digest: str
    despite: bool
    file_name: str | None = None


@router.post(
    "/{nummer}/delegatielijsten",
    response={200: IngeleverdeLijst, 201: IngeleverdeLijst},
    by_alias=True,
    auth=_WORKER,
    summary="Een delegatielijst inleveren",
    url_name="api_delegations",
    operation_id="delegatielijstInleveren",
    openapi_extra=_MARK,
)
def hand_in_rows(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweDelegatielijst
) -> Status[IngeleverdeLijst]:
    """De nieuwe versie is de hele lijst. Alleen wie nieuw of gewijzigd is, wordt gescreend.

    Elke regel die niemand geeft, wordt genoemd, en dan wordt er niets bewaard; behalve met `ondanksFouten`. Dezelfde
    lijst nog eens is dezelfde versie (200). Leden die zo komen, tellen als een bestand zonder naam.
    """
    require_known(request.GET)
    who = _worker(request)
    found = selectors.delegation(nummer, reader=who.person)
    require_version(request)
    require_pace(who)
    return _kept(request, response, found, _read(nummer, sent, who))


@router.post(
    "/{nummer}/delegatielijsten/bestanden",
    response={200: IngeleverdeLijst, 201: IngeleverdeLijst},
    by_alias=True,
    auth=_WORKER,
    summary="Een delegatielijst als bestand inleveren",
    url_name="api_delegation_files",
    operation_id="delegatiebestandInleveren",
    openapi_extra=_SENT | _MARK,
)
def hand_in_file(
    request: HttpRequest, response: HttpResponse, nummer: str, asked: Query[Leeswijze], named: Named
) -> Status[IngeleverdeLijst]:
    """De inhoud van het bericht is het bestand zelf (xlsx, ods, csv of tekst); het bestand wordt niet bewaard.

    Het wordt gelezen zoals op de pagina. Waar niet zeker is wat een kolom is, zegt het antwoord dat; stuur dan de
    leden zelf, of kies de kolommen op de pagina.
    """
    require_known(request.GET, Leeswijze)
    who = _worker(request)
    found = selectors.delegation(nummer, reader=who.person)
    require_version(request)
    require_pace(who)
    entry = _file(request, named, who)
    choice = Choice(has_headings=asked.headings, sheet=asked.sheet or None)
    return _kept(request, response, found, _from_file(entry, choice, who, despite=asked.despite))


def _worker(request: HttpRequest) -> Caller:
    """Who hands one in may read the list too: the answer shows what was made of it."""
    who = caller(request)
    who.require(Act.READ_SCREENING)
    return who


def _read(nummer: str, sent: NieuweDelegatielijst, who: Caller) -> _HandedIn:
    """The list out of the rows that were sent, or out of the document that was named."""
    if (sent.delegates is None) == (sent.document is None):
        raise Invalid([Problem("interface.one-thing", "")])
    if sent.delegates is not None:
        sheet = read_rows([_row(one) for one in sent.delegates], _NAME, who.today)
        return _HandedIn(sheet=sheet, digest=fingerprint(plain(sent)["delegates"]), despite=sent.despite)
    entry, _digest = named_document(nummer, sent.document, who)
    assert entry is not None  # noqa: S101 - one was named
    return _from_file(entry, Choice(), who, despite=sent.despite)


def _row(one: NieuwDelegatielid) -> SentRow:
    gender = None if one.gender is None else one.gender.name.lower()
    single = {
        Field.FUNCTION: one.function,
        Field.BIRTH_DATE: one.birth_date,
        Field.COUNTRY: one.country,
        Field.GENDER: gender,
    }
    return {
        Field.NAME: one.names,
        Field.ORGANISATION: one.organisation_names,
        **{field: [value] for field, value in single.items() if value is not None},
    }


def _from_file(entry: DocumentEntry, choice: Choice, who: Caller, *, despite: bool) -> _HandedIn:
    sheet = read_delegation(entry.content, entry.name, who.today, choice)
    return _HandedIn(sheet=sheet, digest=digest_of(entry), despite=despite, file_name=entry.name[:200])


def _file(request: HttpRequest, named: str, who: Caller) -> DocumentEntry:
    """What was sent, read no further than the page reads a list, after the virus scanner looked at it."""
    if request.content_type not in FORMS:
        raise Refused(Refusal("interface.no-document"))
    most = min(settings.OPENKADER_UPLOAD_BYTES, MOST_HANDED_IN)
    size = told_length(request)
    content = request.read(most + 1) if size <= most else b""
    if max(size, len(content)) > most:
        raise Refused(Refusal("upload.too-large", {"limit": megabytes(most)}))
    entry = DocumentEntry(name=clean_name(name_in(named)), content=content)
    require_clean(entry, who)
    return entry


def _kept(
    request: HttpRequest, response: HttpResponse, found: Delegation, handed_in: _HandedIn
) -> Status[IngeleverdeLijst]:
    """Keep the list as a version, or say all that is wrong with it."""
    who, sheet = caller(request), handed_in.sheet
    if not handed_in.despite and (sheet.problems or sheet.doubts):
        raise Invalid([*sheet.problems, *sheet.doubts])
    if not found.versions or selectors.delegates_of(found.request, reader=who.person) != sheet.delegates:
        require_newest(request, mark_of_shape(shown_versions(found)))
    entry = DelegationEntry(
        request=found.request,
        seen=found.versions[0].version if found.versions else 0,
        came_as=CameAs.FILE,
        digest=handed_in.digest,
        delegates=sheet.delegates,
        problems=sheet.problems,
        file_name=handed_in.file_name,
    )
    reference = services.add_delegation_list(entry, by=who.hand, now=who.now)
    is_new = reference not in {row.reference for row in found.versions}
    now = selectors.delegation(found.request, reader=who.person)
    row = next(one for one in now.versions if one.reference == reference)
    address = reverse("api:api_delegation", args=[found.request, row.version])
    response["Location"] = request.build_absolute_uri(address)
    told = {"doubts": shown_problems(sheet.doubts), "ignored": shown_problems(sheet.ignored)}
    return Status(
        201 if is_new else 200, IngeleverdeLijst.model_validate({**plain_version(row, now), **told})
    )
