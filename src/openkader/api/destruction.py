"""Keeping and destroying as a program reads it: what is due, the lists, and what the certificate of one says.

Drawing a list up, agreeing to it and carrying it out are left to people, and have no address.
"""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.destruction_shapes import (
    LijstInLijst,
    Lijstregel,
    TeVernietigen,
    Verklaringvraag,
    Vernietigbaar,
    Vernietigingslijst,
    Vernietigingslijsten,
    Vernietigingsverklaring,
)
from openkader.api.destruction_words import Beoordelaar, Gegevenssoort, Lijststand
from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.files import given
from openkader.api.marks import marked
from openkader.api.paging import links_after, page_of
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import require_known, taken
from openkader.api.words import Soort, from_house, known_word
from openkader.casework.permissions import Act
from openkader.casework.retention import ListState
from openkader.casework.vocabulary import Kind
from openkader.publication.destruction_certificates import certificate_of
from openkader.publication.pdf import MEDIA_TYPE, pdf_of
from openkader.register.destroying.dossiers import DueRow, due_rows
from openkader.register.retention import retention_here
from openkader.register.selectors.destruction import (
    ItemRow,
    ListFile,
    ListRow,
    destruction_list,
    destruction_lists,
)

router, due_router = Router(tags=["Bewaren"]), Router(tags=["Bewaren"])
_READER = ByToken(Act.READ_RETENTION)
_PDF = given("De verklaring", MEDIA_TYPE)
_MOST = 10_000  # a house draws up a few in a year


@due_router.get(
    "",
    response=Vernietigbaar,
    by_alias=True,
    auth=_READER,
    summary="Wat vernietigd mag worden",
    url_name="api_due",
    operation_id="vernietigbaarOpvragen",
)
def list_due(request: HttpRequest, asked: Query[Bladvraag]) -> Vernietigbaar:
    """Waarvan de bewaartermijn vandaag voorbij is, van de dossiers die u mag zien.

    Voordragen, akkoord gaan en vernietigen doen mensen.
    """
    who = caller(request)
    require_known(request.GET, Bladvraag)
    retention = retention_here()
    found = due_rows(retention, who.today, reader=who.person) if retention else []
    page, last = page_of(found, lambda row: f"{row.reference} {row.kind}", asked.cursor)
    rows = [_due(row) for row in page]
    links = links_after(request, last)
    return Vernietigbaar.model_validate({"links": links, "has_terms": retention is not None, "rows": rows})


@router.get(
    "",
    response=Vernietigingslijsten,
    by_alias=True,
    auth=_READER,
    summary="De vernietigingslijsten",
    url_name="api_destruction_lists",
    operation_id="vernietigingslijstenOpvragen",
)
def list_lists(request: HttpRequest, asked: Query[Bladvraag]) -> Vernietigingslijsten:
    """Ten hoogste vijftig lijsten, met op wie elk wacht."""
    require_known(request.GET, Bladvraag)
    page, last = page_of(destruction_lists(_MOST), lambda row: row.reference, asked.cursor)
    rows = [LijstInLijst.model_validate(_line(row)) for row in page]
    return Vernietigingslijsten.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/{nummer}",
    response=Vernietigingslijst,
    by_alias=True,
    auth=_READER,
    summary="Een vernietigingslijst",
    url_name="api_destruction_list",
    operation_id="vernietigingslijstOpvragen",
)
def show_list(request: HttpRequest, response: HttpResponse, nummer: str) -> Vernietigingslijst:
    """Wat is voorgedragen, wat ervan af ging, wie akkoord ging, en wat de verklaring van vernietiging zegt.

    Een dossier staat erop met zijn nummer; hoe het heet, leest u bij het verzoek.
    """
    who = caller(request)
    require_known(request.GET)
    return marked(response, _shown(destruction_list(nummer, reader=who.person)))


@router.get(
    "/{nummer}/verklaring/inhoud",
    auth=_READER,
    summary="De verklaring van vernietiging als pdf",
    url_name="api_destruction_certificate",
    operation_id="verklaringInhoudOpvragen",
    openapi_extra=_PDF,
)
def hand_out_certificate(request: HttpRequest, nummer: str, asked: Query[Verklaringvraag]) -> HttpResponse:
    """Om bij het archief te bewaren: wat is vernietigd en waarom, wat bleef, en wie akkoord ging.

    Zij is er zodra de lijst is uitgevoerd (anders 409), en steeds hetzelfde bestand. Een dossier staat erin met
    zijn nummer, en niet met hoe het heette.
    """
    who = caller(request)
    require_known(request.GET, Verklaringvraag)
    chosen = asked.chosen
    letter = certificate_of(destruction_list(nummer, reader=who.person), chosen, who.today)
    return handed_out(f"{nummer}-{chosen}.pdf", MEDIA_TYPE, pdf_of(letter))


def _due(row: DueRow) -> TeVernietigen:
    return taken(
        TeVernietigen,
        {name: getattr(row, name) for name in ("reference", "year", "is_made_up")},
        kind=from_house(row.kind, Gegevenssoort),
        case_kind=known_word(row.case_kind, Kind, Soort),
        due_on=row.due.on,
        code=row.due.code,
    )


def _line(row: ListRow) -> dict[str, Any]:
    waits = [from_house(one, Beoordelaar) for one in row.waits_for]
    return asdict(row) | {"state": from_house(row.state, Lijststand), "waits_for": waits}


def _shown(found: ListFile) -> Vernietigingslijst:
    gone = found.withdrawn
    return Vernietigingslijst.model_validate(
        {
            **_line(found.row),
            "lines": [_item(item) for item in found.items],
            "agreed": [
                asdict(one) | {"reviewer": from_house(one.reviewer, Beoordelaar)} for one in found.agreed
            ],
            "withdrawn": {"reason": gone[0], "by": gone[1], "at": gone[2]} if gone else None,
            "certificate": _certificate(found),
        }
    )


def _item(item: ItemRow) -> Lijstregel:
    return taken(
        Lijstregel,
        {name: getattr(item, name) for name in Lijstregel.model_fields},
        kind=from_house(item.kind, Gegevenssoort),
        case_kind=known_word(item.case_kind, Kind, Soort),
    )


def _certificate(found: ListFile) -> Vernietigingsverklaring | None:
    """What the certificate counts; there is none before the list was carried out."""
    if found.row.state is not ListState.DESTROYED:
        return None
    went = [item.went for item in found.items if item.destroyed_at]
    event, digest = found.seal or (None, None)
    return Vernietigingsverklaring.model_validate(
        {
            "rows": sum(one[0] for one in went),
            "parties": sum(one[2] for one in went),
            "documents": sum(one[3] for one in went),
            "event": event,
            "hash": digest,
        }
    )
