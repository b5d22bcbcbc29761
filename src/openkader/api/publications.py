"""De publicaties: what is chosen of a thing, what is public of it and what is not, with the ground. People publish."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.documents import CONTENT, handed_out
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.paging import links_after, page_of
from openkader.api.problems import said
from openkader.api.publication_shapes import (
    Grond,
    Intrekking,
    Onderdeel,
    Publicatie,
    PublicatieInLijst,
    Publicaties,
    Uitgave,
)
from openkader.api.publication_words import (
    Onderdeelsoort,
    Publicatiekeuze,
    Publicatiesoort,
    Publicatiestand,
)
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Activiteitstand, Nauwkeurigheid, Overeenkomststatus, Soort, from_house
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.publishing import GROUNDS, Chosen, Draft, ItemForm
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus, Kind, Precision
from openkader.register.publishing.drafted import (
    PublicationFile,
    PublicationLine,
    ReleaseRow,
    publication_file,
    publication_lines,
)
from openkader.register.publishing.offering import Item
from openkader.register.shelf import shelf

router = Router(tags=["Publicaties"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "",
    response=Publicaties,
    by_alias=True,
    auth=_READER,
    summary="De publicaties",
    url_name="api_publications",
    operation_id="publicatiesOpvragen",
)
def list_publications(request: HttpRequest, asked: Query[Bladvraag]) -> Publicaties:
    """Wat wacht, wat openbaar is en wat is ingetrokken, van wat u mag zien."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    page, last = page_of(publication_lines(who.person), lambda line: line.reference, asked.cursor)
    return Publicaties.model_validate(
        {
            "links": links_after(request, last),
            "rows": [PublicatieInLijst.model_validate(_line(one)) for one in page],
        }
    )


@router.post("", include_in_schema=False, url_name="api_publications")
def refuse(request: HttpRequest) -> HttpResponse:
    """Say that people publish, to whoever tries it here."""
    return said(403, "interface.person-publishes")


@router.get(
    "/{nummer}",
    response=Publicatie,
    by_alias=True,
    auth=_READER,
    summary="Een publicatie",
    url_name="api_publication",
    operation_id="publicatieOpvragen",
)
def show_publication(request: HttpRequest, nummer: str) -> Publicatie:
    """Wat er openbaar van kan zijn, wat ervan gekozen is, en wat openbaar werd."""
    who = caller(request)
    require_known(request.GET)
    found = publication_file(nummer, who.person)
    _note(found, who)
    return _shown(found)


@router.get(
    "/{nummer}/documenten/{document}/inhoud",
    auth=_READER,
    summary="De inhoud van een document van een publicatie",
    url_name="api_publication_document",
    operation_id="publicatiedocumentInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, nummer: str, document: int) -> HttpResponse:
    """De inhoud zoals zij openbaar zou worden, zonder wat een programma er ongezien in schreef."""
    who = caller(request)
    require_known(request.GET)
    found = publication_file(nummer, who.person)
    for item in found.offer.items:
        if item.key == f"file:{document}":
            value: Any = item.value
            content = shelf().take(value["sha256"], value["name"])
            _note(found, who)
            return handed_out(value["name"], value["media_type"], content)
    raise NotFound("document", str(document)[:20])


def _note(found: PublicationFile, who: Caller) -> None:
    """Let the trail know who read it, where its case is confidential."""
    offer = found.offer
    if offer.level is not None:
        who.note_reading(offer.dossier, offer.level)


def _line(line: PublicationLine) -> dict[str, object]:
    return {
        "reference": line.reference,
        "kind": from_house(line.kind, Publicatiesoort),
        "title": line.title,
        "state": from_house(line.state, Publicatiestand),
        "waits": line.waits,
        "drafted_by": line.drafted_by or None,
    }


def _shown(found: PublicationFile) -> Publicatie:
    offer, stand, draft = found.offer, found.stand, found.draft
    line = PublicationLine(
        reference=found.reference,
        kind=offer.kind,
        title=draft.title if draft else offer.subject,
        state=stand.state,
        waits=stand.is_ahead,
        drafted_by=stand.drafted_by,
    )
    return Publicatie.model_validate(
        {
            **_line(line),
            "subject": offer.subject,
            "summary": draft.summary if draft else None,
            "category": draft.category if draft else None,
            "is_fictional": offer.is_fictional,
            "items": [_item(one, draft) for one in offer.items if one.value is not None],
            "releases": [_release(one) for one in found.releases],
        }
    )


def _item(item: Item, draft: Draft | None) -> Onderdeel:
    chosen = draft.choices.get(item.key) if draft else None
    return Onderdeel.model_validate(
        {
            "key": item.key,
            "form": from_house(item.form, Onderdeelsoort),
            "value": _SAID.get(item.form, _as_it_is)(item.value),
            "choice": None if chosen is None else from_house(chosen.choice, Publicatiekeuze),
            "ground": _ground(chosen),
        }
    )


def _ground(chosen: Chosen | None) -> Grond | None:
    if chosen is None or chosen.ground is None:
        return None
    ground = GROUNDS[chosen.ground]
    place, protects = text_of(ground.place), text_of(ground.protects)
    return Grond(code=ground.code, plaats=place, beschermt=protects, href=ground.url)


def _release(row: ReleaseRow) -> Uitgave:
    plain = {name: getattr(row, name) for name in ("version", "at", "by", "seal")}
    revoked = row.revoked and dict(zip(("reason", "at", "by"), row.revoked, strict=True))
    return taken(Uitgave, plain, revoked=revoked and Intrekking.model_validate(revoked))


def _as_it_is(value: Any) -> Any:
    return value


def _period(value: Any) -> dict[str, str]:
    precision = from_house(Precision(value["precision"]), Nauwkeurigheid)
    return {"van": value["from"], "tot": value["to"], "nauwkeurigheid": precision}


def _document(value: Any) -> dict[str, object]:
    names = {"nummer": "number", "bestandsnaam": "name", "mediatype": "media_type", "bytes": "size"}
    return {**{dutch: value[name] for dutch, name in names.items()}, "sha256": value["sha256"]}


_SAID: Mapping[ItemForm, Callable[[Any], Any]] = {
    ItemForm.PERIOD: _period,
    ItemForm.DOCUMENT: _document,
    ItemForm.KIND: lambda value: from_house(Kind(value), Soort),
    ItemForm.STANDING: lambda value: from_house(ActivityStanding(value), Activiteitstand),
    ItemForm.STATUS: lambda value: from_house(AgreementStatus(value), Overeenkomststatus),
}
