"""De contactpersonen: the people within a member of the network, whom a program reads, keeps and takes out."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.bodies import require_empty
from openkader.api.contact_shapes import Lidcontact, Lidcontacten, NieuwLidcontact
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, still_newest
from openkader.api.network import member_at
from openkader.api.pace import require_pace
from openkader.api.shapes import taken
from openkader.base.errors import NotFound
from openkader.casework.network import ContactPointDraft
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.network_entries import ContactPointEntry
from openkader.register.selectors import ContactPointRow, MemberFile

router = Router(tags=["Netwerk"])
_KEEPER = ByToken(Act.KEEP_CONTACTS)


@router.get(
    "/{nummer}/contactpersonen",
    response=Lidcontacten,
    by_alias=True,
    auth=_KEEPER,
    summary="De contactpersonen van een lid",
    url_name="api_contact_points",
    operation_id="contactpersonenOpvragen",
)
def list_points(request: HttpRequest, nummer: str) -> Lidcontacten:
    """Wie bij het lid te bereiken is, en hoe; om het lid te bereiken, en voor niets anders."""
    found = _read(request, nummer)
    return Lidcontacten.model_validate({"rows": [_shown(one) for one in found.points or ()]})


@router.post(
    "/{nummer}/contactpersonen",
    response={200: Lidcontact, 201: Lidcontact},
    by_alias=True,
    auth=_KEEPER,
    summary="Een contactpersoon bewaren",
    url_name="api_contact_points",
    operation_id="contactpersoonBewaren",
)
def keep(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuwLidcontact
) -> Status[Lidcontact]:
    """Met een manier om iemand te bereiken. Twee keer hetzelfde is er een (200); wat veranderde, is een ander."""
    who = case_reader(request)
    known = {one.number for one in member_at(nummer, who).points or ()}
    require_pace(who)
    said = {name: value or "" for name, value in sent.model_dump().items()}
    entry = ContactPointEntry(member=nummer, draft=ContactPointDraft(**said))
    number = services.keep_contact_point(entry, by=who.hand, now=who.now)
    address = reverse("api:api_contact_point", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if number in known else 201, marked(response, _at(nummer, number, who)))


@router.get(
    "/{nummer}/contactpersonen/{contactpersoon}",
    response=Lidcontact,
    by_alias=True,
    auth=_KEEPER,
    summary="Een contactpersoon",
    url_name="api_contact_point",
    operation_id="contactpersoonOpvragen",
)
def show_point(request: HttpRequest, response: HttpResponse, nummer: str, contactpersoon: int) -> Lidcontact:
    """Wie het is, en hoe die te bereiken is."""
    return marked(response, _of(_read(request, nummer), contactpersoon))


@router.delete(
    "/{nummer}/contactpersonen/{contactpersoon}",
    response={204: None},
    auth=_KEEPER,
    summary="Een contactpersoon weghalen",
    url_name="api_contact_point",
    operation_id="contactpersoonVerwijderen",
    openapi_extra=asked_for("de contactpersoon"),
)
def remove_point(request: HttpRequest, nummer: str, contactpersoon: int) -> Status[None]:
    """Naam en adres zijn dan weg; dat het gedaan is, staat in het controlespoor, en niet van wie."""
    who = case_reader(request)
    require_newest(request, mark_of_shape(_at(nummer, contactpersoon, who)))
    require_empty(request)
    still = still_newest(request, lambda: _at(nummer, contactpersoon, who))
    services.remove_contact_point(nummer, contactpersoon, by=who.hand, now=who.now, still=still)
    return Status(204, None)


def _read(request: HttpRequest, nummer: str) -> MemberFile:
    """The member; the trail knows who read it, where its party came in with a confidential case."""
    who = case_reader(request)
    found = member_at(nummer, who)
    who.note_reading(found.dossier)
    return found


def _at(nummer: str, number: int, who: Caller) -> Lidcontact:
    return _of(member_at(nummer, who), number)


def _of(found: MemberFile, number: int) -> Lidcontact:
    for one in found.points or ():
        if one.number == number:
            return _shown(one)
    raise NotFound("contact-point", str(number)[:20])


def _shown(row: ContactPointRow) -> Lidcontact:
    words = {name: getattr(row, name) or None for name in ("function", "email", "phone")}
    return taken(Lidcontact, asdict(row), **words)
